"""Tests of decisions and translations: no I/O, no clock, under five seconds together."""
