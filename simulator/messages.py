"""The business texts of Exact Online in Dutch, English and French, by what they say.

Dutch and English follow the message catalogue of public help pages and issue threads (see README.md); French and
everything marked assumed there is our wording on the same pattern: `Verplicht: X`, `Ongeldige referentie: X`.
"""

from __future__ import annotations

from dataclasses import dataclass

LANGUAGES = ("NL", "EN", "FR")

PATTERNS: dict[str, tuple[str, str, str]] = {
    "mandatory": ("Verplicht: {}", "Mandatory: {}", "Obligatoire: {}"),
    "invalid": ("Ongeldig: {}", "Invalid: {}", "Non valide: {}"),
    "reference": ("Ongeldige referentie: {}", "Invalid reference: {}", "Référence non valide: {}"),
    "not_allowed": ("Niet toegestaan: {}", "Not allowed: {}", "Non autorisé: {}"),
    "in_use": ("In gebruik: {}", "In use: {}", "Utilisé: {}"),
    "unknown": ("Onbekend: {}", "Unknown: {}", "Inconnu: {}"),
    "blocked": ("Geblokkeerd: {}", "Blocked: {}", "Bloqué: {}"),
    "inactive": ("Niet actief: {}", "Not active: {}", "Non actif: {}"),
    "exists": ("Gegeven bestaat reeds.", "Data already exists.", "La donnée existe déjà."),
    "period_closed": ("Periode is afgesloten: {}", "Period is closed: {}", "La période est clôturée: {}"),
    "receivable_mismatch": (
        "De klantenrekening van deze relatie is niet gelijk aan de rekening van het gebruikte verkoopdagboek",
        "The receivables account of this account differs from the account of the sales journal used",
        "Le compte client de cette relation diffère du compte du journal de vente utilisé",
    ),
    "greater_than_zero": (
        "{} – Moet groter zijn dan: 0",
        "{} – Must be greater than: 0",
        "{} – Doit être supérieur à : 0",
    ),
    "vat_percentage_not_allowed": (
        "BTW percentage is niet toegestaan",
        "VAT percentage is not allowed",
        "Le pourcentage de TVA n'est pas autorisé",
    ),
    "vat_amount_without_vat": (
        'Een btw bedrag is niet toegestaan als u gebruikmaakt van een btw-code van het type "geen btw"',
        'A VAT amount is not allowed if you use a VAT code of the type "No VAT"',
        "Un montant de TVA n'est pas autorisé avec un code TVA du type « Sans TVA »",
    ),
    "processed": (
        "Niet toegestaan: Wijzigen (Status: Verwerkt)",
        "Not allowed: Edit (Status: Processed)",
        "Non autorisé: Modifier (Statut: Traité)",
    ),
}

TERMS: dict[str, tuple[str, str, str]] = {
    "relation": ("Relatie", "Relationship", "Relation"),
    "customer": ("Klant", "Customer", "Client"),
    "customer_type": ("Klant (Type)", "Customer (Type)", "Client (Type)"),
    "customer_inactive": ("Klant (Inactief)", "Customer (Inactive)", "Client (Inactif)"),
    "journal": ("Dagboek", "Journal", "Journal"),
    "journals": ("Journals", "Journals", "Journals"),
    "journal_type": ("Dagboek", "Journal (type).", "Journal"),
    "lines": ("Boekingsregels", "Entry lines", "Lignes d'écriture"),
    "ledger": ("Grootboekrekening", "G/L account", "Compte général"),
    "ledger_type": ("Grootboekrekeningtype", "G/L account type", "Type de compte général"),
    "vat_ledger": ("Grootboekrekening (Btw)", "G/L account (VAT)", "Compte général (TVA)"),
    "vat_ledger_type": (
        "Type (Rekening af te dragen btw)",
        "Type (VAT to pay account)",
        "Type (Compte TVA à payer)",
    ),
    "vat_code": ("Btw-code", "VAT code", "Code TVA"),
    "vat_percentage": ("Btw-percentage []", "VAT percentage []", "Pourcentage TVA []"),
    "vat_number": ("Btw-nummer", "VAT number", "Numéro de TVA"),
    "condition": ("Betalingsconditie", "Payment condition", "Condition de paiement"),
    "cost_center": ("Kostenplaats", "Cost center", "Centre de coûts"),
    "cost_center_link": ("Kostenplaatskoppeling", "Cost center link", "Lien centre de coûts"),
    "cost_unit": ("Kostendrager", "Cost unit", "Unité de coûts"),
    "cost_unit_link": ("Kostendragerkoppeling", "Cost unit link", "Lien unité de coûts"),
    "currency": ("Valuta", "Currency", "Devise"),
    "rate": ("Wisselkoers", "Exchange rate", "Taux de change"),
    "entry_number": ("Boekstuknummer", "Document number", "Numéro de pièce"),
    "invoice_number": ("Factuurnummer", "Invoice number", "Numéro de facture"),
    "document": ("Document", "Document", "Document"),
    "year": (
        "Boekjaar (Periode-datumtabel)",
        "Financial year (Period-date table)",
        "Exercice (Table période-date)",
    ),
    "period_of_date": (
        "Periode (Periode-datumcontrole)",
        "Period (Period-date control)",
        "Période (Contrôle période-date)",
    ),
    "project": ("Project", "Project", "Projet"),
    "project_wbs": ("Project WBS", "Project WBS", "Projet WBS"),
    "asset": ("Activum", "Asset", "Immobilisation"),
    "subscription": ("Abonnement", "Subscription", "Abonnement"),
    "tracking_number": ("Tracking number", "Tracking number", "Numéro de suivi"),
    "from": ("Van", "From", "De"),
    "to": ("Tot", "To", "À"),
    "deferral_ledger": (
        "Grootboekrekening (Uitgestelde omzet)",
        "G/L account (Deferred revenue)",
        "Compte général (Produits à reporter)",
    ),
    "amount": ("Bedrag", "Amount", "Montant"),
    "entry": ("Boeking", "Entry", "Écriture"),
    "name": ("Naam", "Name", "Nom"),
    "code": ("Code", "Code", "Code"),
    "description": ("Omschrijving", "Description", "Description"),
    "email": ("E-mail []", "Email []", "E-mail []"),
    "country": ("Land", "Country", "Pays"),
    "state": ("Provincie", "State", "Province"),
    "status": ("Status", "Status", "Statut"),
    "vat_transaction": ("Btw-transactietype", "VAT transaction type", "Type de transaction TVA"),
    "delete": ("Verwijderen", "Delete", "Supprimer"),
}


@dataclass(frozen=True, slots=True)
class Message:
    """One refusal: the pattern, and a term or a literal to fill it with."""

    pattern: str
    term: str = ""

    def text(self, language: str) -> str:
        at = LANGUAGES.index(language) if language in LANGUAGES else 1
        filling = TERMS[self.term][at] if self.term in TERMS else self.term
        return PATTERNS[self.pattern][at].format(filling)


class Refused(Exception):
    """The administration refuses what was asked, for one or more reasons: a 500 with the texts joined by CRLF."""

    def __init__(self, *messages: Message) -> None:
        super().__init__("; ".join(m.text("EN") for m in messages))
        self.messages = messages

    def text(self, language: str) -> str:
        return "\r\n".join(message.text(language) for message in self.messages)


def refuse(pattern: str, term: str = "") -> Refused:
    return Refused(Message(pattern, term))
