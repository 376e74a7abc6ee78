"""What a tenant chose for one administration."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class LinkSettings:
    """The saved settings: ids and codes of one administration, never of another."""

    default_gl_account_id: str
    journal_code: str
    vat_codes: dict[Decimal, str]
    """VAT code per rate in percent; rates are normalised (`Decimal("21")`, not `21.00`)."""
    rate_group_vat_codes: dict[str, str] = field(default_factory=dict)
    """Uitzonderingen: VAT code per rate-group code, which comes before the rate's."""
    payment_condition_code: str | None = None
