"""The behaviour of the Exact Online simulator, checked over HTTP; a real test administration can take its place."""
