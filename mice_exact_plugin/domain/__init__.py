"""The decisions: pure functions over plain values, standard library only, no clock and no I/O."""
