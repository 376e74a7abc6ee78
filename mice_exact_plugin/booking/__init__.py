"""From due rows to sales entries, each exactly once: a run, its slices, and the steps that these are made of."""
