"""What Exact has and we keep at hand, so that an invoice costs one call: reference data and relations."""
