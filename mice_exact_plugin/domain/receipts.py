"""Where till receipts go that reach the books another way as well."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ReceiptSettings:
    """The clearing account and the code without VAT; while one is missing receipts are booked as ordinary lines."""

    gl_account_id: str | None = None
    vat_code: str | None = None

    @property
    def is_used(self) -> bool:
        return bool(self.gl_account_id and self.vat_code)


AS_ORDINARY = ReceiptSettings()
