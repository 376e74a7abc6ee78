"""Keeps what is no HTTP out of the log: aiohttp answers it with 400 by itself, and there is nothing to mend here."""

import logging

from aiohttp.http_exceptions import HttpProcessingError


def _is_worth_a_line(record: logging.LogRecord) -> bool:
    error = record.exc_info[1] if record.exc_info else None
    return not isinstance(error, HttpProcessingError)


server_logger = logging.getLogger("simulator.server")
server_logger.addFilter(_is_worth_a_line)
