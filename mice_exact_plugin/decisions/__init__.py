"""What a person decides about an invoice or its debtor, and looks at before deciding."""
