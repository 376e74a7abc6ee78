"""An error is logged by class and place; what it carries stays out."""

from __future__ import annotations

import logging
import traceback

import pytest
from sqlalchemy.exc import IntegrityError

from mice_exact_plugin.errors import Bug, TryLater, Unforeseen
from mice_exact_plugin.logs import DEEPEST, anonymous, discreet, trouble, without_text

SECRET = "anke@voorbeeld.nl"


def failing() -> BaseException:
    try:
        try:
            raise ValueError(SECRET)
        except ValueError as cause:
            raise IntegrityError("INSERT …", {"email": SECRET}, cause) from cause
    except IntegrityError as error:
        return error


def test_classes_and_places_are_told_and_texts_are_not() -> None:
    told = anonymous(failing())
    assert SECRET not in told
    assert told.startswith("sqlalchemy.exc.IntegrityError\n")
    assert "\nValueError\n" in told
    assert "test_logs.py" in told
    assert "in failing" in told


def test_our_own_errors_say_which_reason() -> None:
    assert anonymous(TryLater("minute_spent")) == "mice_exact_plugin.errors.TryLater: minute_spent"


def test_a_cause_that_was_cut_off_stays_so_and_a_long_chain_ends() -> None:
    error: BaseException = ValueError()
    for _ in range(2 * DEEPEST):
        error, error.__cause__ = RuntimeError(), error
    assert len(anonymous(error).splitlines()) <= DEEPEST
    cut = RuntimeError()
    cut.__context__, cut.__suppress_context__ = ValueError(), True
    assert anonymous(cut) == "RuntimeError"


def test_who_calls_from_outside_gets_the_class_only(caplog: pytest.LogCaptureFixture) -> None:
    @discreet(logging.getLogger("test"), "a page failed", passing=(KeyError,))
    def page(error: BaseException) -> None:
        raise error

    with pytest.raises(Unforeseen, match=r"^sqlalchemy\.exc\.IntegrityError$") as met:
        page(failing())
    assert met.value.__suppress_context__
    assert SECRET not in "".join(traceback.format_exception(met.value)) + caplog.text
    with pytest.raises(KeyError, match=SECRET):
        page(KeyError(SECRET))


def test_an_error_of_ours_goes_on_without_what_led_to_it() -> None:
    bug = Bug("7")
    bug.__cause__ = failing()
    with pytest.raises(Bug) as met, without_text(logging.getLogger("test"), "it failed"):
        raise bug
    assert SECRET not in "".join(traceback.format_exception(met.value))


def test_a_row_in_an_error_does_not_reach_the_log(caplog: pytest.LogCaptureFixture) -> None:
    trouble(logging.getLogger("test"), failing(), "run %s", 7)
    assert "run 7\nsqlalchemy.exc.IntegrityError" in caplog.text
    assert SECRET not in caplog.text
