"""The HTML that Exact's front servers send when the service behind them is away."""

from simulator.answers import Answer

HTML = "text/html; charset=utf-8"

SERVER_ERROR = b"""<!DOCTYPE html>
<html><head><title>Runtime Error</title></head>
<body><h1>Server Error in '/' Application.</h1><p>An exception occurred while processing your request.</p></body></html>
"""
MAINTENANCE = b"""<!DOCTYPE html>
<html><head><title>Exact Online</title></head>
<body><h1>Server Unavailable</h1><p>Exact Online is momenteel niet beschikbaar vanwege onderhoud.</p></body></html>
"""
# What Exact says of its own faults; there is no business text in it.
PROBLEM = "A problem has occurred. The cause of this issue will be investigated as soon as possible."


def html_500() -> Answer:
    return Answer(500, SERVER_ERROR, HTML)


def html_503() -> Answer:
    return Answer(503, MAINTENANCE, HTML)
