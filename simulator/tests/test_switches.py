"""The switches that no other test turns: each stands for a point on which the sources disagree or are silent."""

from collections.abc import Callable

import pytest

from simulator.tests import tokens
from simulator.tests.api import Api
from simulator.tests.books import Books
from simulator.tests.control import ALL_DUTCH, DUTCH, ENGLISH, Control
from simulator.tests.test_values import as_date

ENTRIES, ACCOUNTS = "salesentry/SalesEntries", "crm/Accounts"


def test_all_of_them_are_described(control: Control) -> None:
    shown = control.call("GET", "switches")
    assert set(shown["values"]) == {switch["name"] for switch in shown["described"]}
    assert all(switch["doc"] for switch in shown["described"])


@pytest.mark.parametrize(("way", "filled"), [("key_only", {"EntryID"}), ("all_null", set())])
def test_what_a_post_without_prefer_tells(
    control: Control, exact: Api, books: Books, way: str, filled: set[str]
) -> None:
    control.switch(prefer_absent=way)
    d = exact.post(ENTRIES, books.body(), values=False).expect(201).d
    assert {name for name, value in d.items() if value is not None and not isinstance(value, dict)} == filled


def test_a_post_without_prefer_may_tell_all(control: Control, exact: Api, books: Books) -> None:
    control.switch(prefer_absent="full")
    assert exact.post(ENTRIES, books.body(), values=False).expect(201).d["AmountFC"] == 121


def test_prefer_may_be_ignored(control: Control, exact: Api, books: Books) -> None:
    control.switch(prefer="ignored")
    d = exact.post(ENTRIES, books.body()).expect(201).d
    assert d["EntryID"]
    assert d["AmountFC"] is None


@pytest.mark.parametrize(("form", "key"), [("deferred", "__deferred"), ("expanded", "results")])
def test_the_lines_in_the_answer_to_a_post(control: Control, books: Books, form: str, key: str) -> None:
    control.switch(posted_lines=form)
    assert key in books.post()["SalesEntryLines"]


@pytest.mark.parametrize(("way", "day"), [("ignore_zone", "2026-03-14"), ("shift", "2026-03-13")])
def test_a_date_with_a_zone(control: Control, books: Books, way: str, day: str) -> None:
    control.switch(date_with_z=way)
    assert as_date(books.post(EntryDate="2026-03-14T00:00:00Z")["EntryDate"]).date().isoformat() == day


def test_only_profit_and_loss_ledgers(control: Control, exact: Api, books: Books) -> None:
    control.switch(line_ledgers="profit_and_loss_only")
    deposit = exact.id_of("financial/GLAccounts", "1850")
    assert exact.post(ENTRIES, books.body(books.line(1, GLAccount=deposit))).expect(500).message
    books.post()


def test_no_prepayment_ledgers(control: Control, exact: Api, books: Books) -> None:
    """1850 is of type 21; the other two ways to keep a deposit are taken."""
    control.switch(line_ledgers="no_prepayments")
    taken, others = (exact.id_of("financial/GLAccounts", code) for code in ("1850", "1851"))
    answer = exact.post(ENTRIES, books.body(books.line(1, GLAccount=taken))).expect(500)
    assert answer.messages == ["Ongeldig: Grootboekrekeningtype"]
    books.post(books.line(1, GLAccount=others))


def test_a_blocked_ledger_by_the_text_of_a_type(control: Control, exact: Api, books: Books) -> None:
    control.switch(blocked_ledger="as_type")
    blocked = exact.id_of("financial/GLAccounts", "8095")
    answer = exact.post(ENTRIES, books.body(books.line(1, GLAccount=blocked))).expect(500)
    assert answer.messages == ["Ongeldig: Grootboekrekeningtype"]


def test_a_code_that_has_ended_may_keep_its_percentage(control: Control, books: Books) -> None:
    """A credit of an old invoice: whether Exact takes the code of that time is written nowhere."""
    control.switch(percentage_gone="latest")
    assert books.post(books.line(-100, VATCode="19"))["VATAmountFC"] == -19
    assert books.post(books.line(-100, VATCode="16", VATAmountFC=-6))["VATAmountFC"] == -6


def test_a_deleted_number_may_be_spent(control: Control, exact: Api, books: Books) -> None:
    control.switch(deleted_number="spent")
    entry = books.post(EntryNumber=26700128)
    exact.delete(f"{ENTRIES}(guid'{entry['EntryID']}')").expect(204)
    exact.post(ENTRIES, books.body(EntryNumber=26700128)).expect(500)


def test_a_taken_invoice_number_may_be_refused(control: Control, exact: Api, books: Books) -> None:
    control.switch(invoice_number_taken="refuse")
    taken = books.post()["InvoiceNumber"]
    exact.post(ENTRIES, books.body(InvoiceNumber=taken)).expect(500)


@pytest.mark.parametrize(("way", "kind"), [("string", str), ("number", int)])
def test_int64_is_text_or_a_number(control: Control, exact: Api, books: Books, way: str, kind: type) -> None:
    control.switch(int64=way)
    books.post()
    moment = "modified=datetime'2026-01-01T00:00:00'&endPoint='Accounts'"
    rows = {
        "Timestamp": exact.get("sync/CRM/Accounts", select="Timestamp", filter="Timestamp gt 1").rows[0],
        "HID": exact.get("read/financial/ReceivablesList").rows[0],
        "Hid": exact.get("system/Divisions").rows[0],
        "TimeStampAsBigInt": exact.get(f"read/sync/Sync/SyncTimestamp?{moment}").rows[0],
    }
    assert {name: type(row[name]) for name, row in rows.items()} == dict.fromkeys(rows, kind)


@pytest.mark.parametrize(("way", "found"), [("exact", 0), ("ignore_case", 1)])
def test_case_in_a_comparison(control: Control, exact: Api, way: str, found: int) -> None:
    control.switch(text_comparison=way)
    exact.post(ACCOUNTS, {"Name": "Hoofdletter & Zonen"}).expect(201)
    assert len(exact.all(ACCOUNTS, select="ID", filter="Name eq 'HOOFDLETTER & ZONEN'")) == found


def test_relations_may_be_listed_without_a_filter(control: Control, exact: Api) -> None:
    control.switch(mandatory_filter="off")
    exact.get(ACCOUNTS, select="ID").expect(200)


def test_a_selection_may_be_demanded_everywhere(control: Control, exact: Api) -> None:
    control.switch(select_required="everywhere")
    exact.get("financial/Journals").expect(400)
    exact.get("financial/Journals", select="Code").expect(200)
    exact.get("financial/Journals", top=1).expect(200)


def test_the_older_answer_to_an_early_refresh(control: Control) -> None:
    control.switch(early_refresh="status_401")
    answer = tokens.refresh(control.url, tokens.sign_in(control, DUTCH)["refresh_token"]).expect(401)
    assert answer.headers["Reason"] == "Access Token not expired"


def test_an_early_refresh_may_rotate_all_the_same(control: Control) -> None:
    control.switch(early_refresh_rotates="yes")
    pair = tokens.sign_in(control, DUTCH)
    rotated = tokens.refresh(control.url, pair["refresh_token"]).expect(400).body["refresh_token"]
    control.advance(571)
    tokens.refresh(control.url, pair["refresh_token"]).expect(401)
    tokens.refresh(control.url, rotated).expect(200)


def test_token_calls_may_be_limited(control: Control) -> None:
    control.switch(token_calls_a_day=2)
    for _ in range(2):
        tokens.sign_in(control, ENGLISH)
    tokens.exchange(control.url, control.code(ENGLISH, ALL_DUTCH)).expect(400)


def test_a_429_may_say_how_long(control: Control, exact: Api) -> None:
    control.switch(retry_after="sent")
    control.use(exact.division, minute_used=60)
    assert 0 < int(exact.heedless().get("financial/Journals").expect(429).headers["Retry-After"]) <= 60


@pytest.mark.parametrize(
    ("switch", "life", "status"), [("access_token_seconds", 5, 401), ("access_token_seconds", 900, 200)]
)
def test_the_life_of_an_access_token(
    control: Control, sign_in: Callable[..., Api], switch: str, life: int, status: int
) -> None:
    control.switch(**{switch: life})
    exact = sign_in(DUTCH)
    control.advance(601)
    exact.get("financial/Journals").expect(status)


def test_the_figures(control: Control, exact: Api) -> None:
    control.switch(minute_limit=3, day_limit=100, body_limit_kb=1)
    assert exact.get("financial/Journals").headers["X-RateLimit-Limit"] == "100"
    assert exact.post(ACCOUNTS, {"Name": "x", "Remarks": "x" * 2000}).status in {400, 413}
    heedless = exact.heedless()
    # A new minute may begin among these, once.
    assert 429 in [heedless.get("financial/Journals").status for _ in range(7)]
