"""The control API under /_control/: what a test or a person can do to the simulator that no client of Exact can."""
