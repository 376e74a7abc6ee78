"""Who may call Exact, and when: tokens that all processes share, limits, and the gate before every call."""
