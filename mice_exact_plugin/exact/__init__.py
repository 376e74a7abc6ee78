"""The client of the Exact Online REST API; it knows nothing of Flask, SQLAlchemy, RQ or the host."""
