"""What is measured rather than asserted: exactly-once under chaos, the limits, the cost of posting."""
