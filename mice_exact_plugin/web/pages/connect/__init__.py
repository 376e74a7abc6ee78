"""The connection with Exact Online and the choice of an administration."""
