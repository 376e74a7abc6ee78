"""The decisions: pure functions over plain values, without clock or I/O.

Of libraries they know registers (countries, number checks) and one measure of likeness only.
"""
