"""The Exact Online simulator: a real HTTP server that answers as the Exact Online REST API does."""
