"""The host's tables, one file per concern."""

from sandbox.host.models.activation import Activation
from sandbox.host.models.base import Base
from sandbox.host.models.catalogue import Location, Package, PackageItem, PackagePart, Product, ProductPart
from sandbox.host.models.change import InvoiceChange
from sandbox.host.models.event import Event, EventItem, EventItemPart, EventStatus, EventType
from sandbox.host.models.invoice import (
    CLIENT_FIELDS,
    Invoice,
    InvoiceLine,
    InvoiceStatus,
    InvoiceSync,
    InvoiceView,
    LineKind,
)
from sandbox.host.models.log_in import LogInSession, LogInTries
from sandbox.host.models.message import ChatMessage, Mail
from sandbox.host.models.rate_group import DepositRateGroup, RateGroup
from sandbox.host.models.relation import Relation, RelationKind
from sandbox.host.models.tenant import Tenant
from sandbox.host.models.user import Role, User, UserRole

__all__ = [
    "CLIENT_FIELDS",
    "Activation",
    "Base",
    "ChatMessage",
    "DepositRateGroup",
    "Event",
    "EventItem",
    "EventItemPart",
    "EventStatus",
    "EventType",
    "Invoice",
    "InvoiceChange",
    "InvoiceLine",
    "InvoiceStatus",
    "InvoiceSync",
    "InvoiceView",
    "LineKind",
    "Location",
    "LogInSession",
    "LogInTries",
    "Mail",
    "Package",
    "PackageItem",
    "PackagePart",
    "Product",
    "ProductPart",
    "RateGroup",
    "Relation",
    "RelationKind",
    "Role",
    "Tenant",
    "User",
    "UserRole",
]
