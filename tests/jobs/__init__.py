"""The jobs without a server: what may come in, and what of RQ is relied on."""
