"""Kind C: what stops a run as a whole is said everywhere, mailed, and stops no more than it must."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.cases.selling import invoice, line, play
from tests.whole.nights.night import ENTRIES

if TYPE_CHECKING:
    from tests.cases.case import Case


def test_without_the_right_to_make_relations_the_known_customers_are_booked(case: Case) -> None:
    case.play("15")
    assert case.states() == {"N01": "blocked", "N02": "synced"}
    assert "mag in Exact Online geen relaties aanmaken" in case.page("N01")
    assert "mag in Exact Online geen relaties aanmaken" in case.overview()
    tries = [call for call in case.control.log() if call["method"] == "POST" and "crm/Accounts" in call["path"]]
    assert len([call for call in tries if call["status"] == 403]) == 1, "once, and not in every run"
    assert len([mail for mail in case.mails() if "relaties aanmaken" in mail]) == 1


def test_a_chart_that_shrank_is_named_with_its_cure(case: Case) -> None:
    case.play("16")
    assert case.states() == {"N00": "synced", "N01": "queued"}
    for page in (case.page("N01"), case.overview()):
        assert "Grootboekrekeningen: 203 in plaats van 228" in page
        assert "Gegevens opnieuw inladen" in page
        assert "voor de eerstvolgende synchronisatie" not in page
    assert any("203 in plaats van 228" in mail for mail in case.mails())


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("c1", "de administratie is in Exact Online geblokkeerd, of er wordt onderhoud aan gedaan"),
        ("c2", "de licentie van Exact Online is verlopen"),
        ("c4", "verkoopboekingen maken"),
        ("c5", "geen toegang (meer) tot deze administratie"),
    ],
)
def test_one_sentence_on_the_invoice_on_the_overview_and_in_one_mail(case: Case, name: str, sentence: str) -> None:
    case.play(name)
    assert set(case.states().values()) == {"queued"}
    for page in (case.page("N01"), case.overview()):
        assert sentence in page
        assert "voor de eerstvolgende synchronisatie" not in page
    assert len([mail for mail in case.mails() if sentence in mail]) == 1


def test_a_missing_right_is_one_cause_after_the_third_try_of_a_night(case: Case) -> None:
    """Two nights, in which six invoices wait."""
    case.play("c4")
    posts = [call for call in case.control.log() if call["method"] == "POST" and ENTRIES["path"] in call["path"]]
    assert len(posts) <= 2 * 3
    assert [call["status"] for call in posts] == [403] * len(posts)


def test_what_is_wrong_with_one_customer_holds_up_no_other(case: Case) -> None:
    case.play("c3")
    assert case.states() == {"N01": "blocked", "N02": "synced", "N03": "synced"}
    assert "Ongeldig: Relatie (Code)" in case.page("N01")


def test_once_it_is_well_again_the_waiting_ones_are_booked(case: Case) -> None:
    case.play("c1")
    case.control.call("POST", "users", {"user": "boekhouder@exact.test", "denied": {}})
    case.night()
    assert case.states() == {"N01": "synced"}
    assert "De koppeling werkt" in case.overview()


def subjects(case: Case) -> list[str]:
    return [mail.split("\n")[0] for mail in case.mails()]


@pytest.mark.parametrize("silence", ["drop_before", "html_500"])
def test_a_night_without_an_answer_is_not_well_again(case: Case, silence: str) -> None:
    """Refused and silent in turn: a mail the first night and the fourth, and one when the invoice is booked."""
    post = {"method": "POST", "path": ENTRIES["path"] + "$"}
    case.control.fault("json_500", post, "every", message="Ongeldig: Iets")
    play(case, invoice("N01", line("100.00", "21.00")))
    assert subjects(case) == ["Exact Online: 1 factuur tegengehouden"]
    for night in range(2, 5):
        case.control.call("DELETE", "faults")
        if night == 2:
            case.control.fault(silence, post, "every")
        else:
            case.control.fault("json_500", post, "every", message="Ongeldig: Iets")
        case.night()
        if night == 2:
            assert case.states() == {"N01": "unconfirmed"}
        assert len(subjects(case)) == (2 if night == 4 else 1)
    assert "Ongeldig: Iets" in case.mails()[1]
    assert "1 factuur wacht hierop" in case.mails()[1]

    case.control.call("DELETE", "faults")
    for _ in range(2):
        case.night()
    assert case.states() == {"N01": "synced"}
    assert subjects(case)[2:] == ["Exact Online: weer in orde"]
