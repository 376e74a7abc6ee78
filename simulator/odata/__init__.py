"""The OData 2 dialect of Exact Online: its language in URLs, and its envelopes in JSON and Atom."""
