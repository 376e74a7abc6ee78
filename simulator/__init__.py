"""An Exact Online simulator: a real HTTP server that real clients cannot tell from the real thing."""
