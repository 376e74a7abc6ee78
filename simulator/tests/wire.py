"""The one HTTP client of a run: connections are kept alive, and nothing is read from the environment."""

import httpx2

HTTP = httpx2.Client(timeout=30, trust_env=False)
