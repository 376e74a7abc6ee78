"""The HTTP server around the simulator: aiohttp, and what faults do to a connection."""
