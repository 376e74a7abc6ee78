"""Thirty nights, some with a fault: the mails that the administrators got, against those that the rule gives."""
