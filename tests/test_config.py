"""Settings from the environment: what is wrong is named, all of it at once."""

from __future__ import annotations

from datetime import timedelta

import pytest

from mice_exact_plugin.config import CALLBACK, ConfigurationError, load
from mice_exact_plugin.crypto import new_key


def environment(callback: str, url: str = "https://start.exactonline.nl") -> dict[str, str]:
    app = {"CLIENT_ID": "id", "CLIENT_SECRET": "secret", "CALLBACK_URL": callback, "URL": url}
    return {"MICE_EXACT_KEYS": new_key(), **{f"MICE_EXACT_NL_{name}": value for name, value in app.items()}}


@pytest.mark.parametrize(
    "callback",
    [
        f"https://mice.example{CALLBACK}",
        f"https://mice.example:8443{CALLBACK}",
        f"https://mice.example/app{CALLBACK}",
        f"http://127.0.0.1:5000{CALLBACK}",
        f"http://localhost{CALLBACK}",
        f"http://[::1]:5000{CALLBACK}",
    ],
)
def test_an_address_that_exact_can_lead_back_to(callback: str) -> None:
    assert load(environment(callback)).app("NL").callback_url == callback


@pytest.mark.parametrize(
    "callback",
    [
        f"http://mice.example{CALLBACK}",
        f"http://127.0.0.1.mice.example{CALLBACK}",
        "https://mice.example/callback",
        "https://mice.example",
        f"https://mice.example{CALLBACK}/",
        f"https://mice.example{CALLBACK}?a=1",
        f"https://mice.example{CALLBACK}#a",
        f"https://{CALLBACK}",
        f"ftp://mice.example{CALLBACK}",
        CALLBACK,
        "https://[mice.example",
    ],
)
def test_another_address_is_named_at_start(callback: str) -> None:
    with pytest.raises(ConfigurationError) as refused:
        load(environment(callback) | {"MICE_EXACT_PAUSE_SECONDS": "0"})
    (complaint,) = [text for text in refused.value.complaints if text.startswith("MICE_EXACT_NL_CALLBACK_URL must be")]
    assert CALLBACK in complaint
    assert repr(callback) in complaint
    assert len(refused.value.complaints) == 2


def test_none_is_needed_for_a_site_on_this_machine() -> None:
    assert load(environment("", "http://127.0.0.1:5100")).app("NL").callback_url == ""
    with pytest.raises(ConfigurationError, match="MICE_EXACT_NL_CALLBACK_URL is missing"):
        load(environment(""))


def test_a_pause_after_a_silence_is_as_long_as_a_request_may_last() -> None:
    found = load(environment(f"https://mice.example{CALLBACK}") | {"MICE_EXACT_DEADLINE_SECONDS": "7"})
    assert found.quiet == found.deadline == timedelta(seconds=7)


@pytest.mark.parametrize("text", ["inf", "nan", "-1", "0", "1e300", "a minute", ""])
def test_a_duration_that_is_none_is_named_alone(text: str) -> None:
    with pytest.raises(ConfigurationError) as refused:
        load(environment(f"https://mice.example{CALLBACK}") | {"MICE_EXACT_DEADLINE_SECONDS": text})
    (complaint,) = refused.value.complaints
    assert complaint.startswith("MICE_EXACT_DEADLINE_SECONDS must be a number of seconds")


def test_a_slice_that_would_be_taken_for_a_job_that_hangs_is_named() -> None:
    with pytest.raises(
        ConfigurationError, match="MICE_EXACT_SLICE_SECONDS and the request deadline must stay below 1800"
    ):
        load(environment(f"https://mice.example{CALLBACK}") | {"MICE_EXACT_SLICE_SECONDS": "3600"})


def test_what_was_read_from_a_file_ends_with_a_line() -> None:
    """Else every log-in is of another app than the one that it was made with."""
    plain = environment(f"https://mice.example{CALLBACK}")
    assert load({name: f"{value}\n" for name, value in plain.items()}) == load(plain)
