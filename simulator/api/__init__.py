"""The data API: from a request to an answer, through authentication, limits, rights and the resource itself."""
