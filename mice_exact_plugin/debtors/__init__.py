"""From the client on an invoice to a relation in Exact: bound, matched, promoted or created, never twice.

Locating is local and free of calls. Only when the invoice has no problem left is a relation created or promoted, with
the intent committed before the call and under an id that is known beforehand, so that an unknown outcome can be
searched for.
"""
