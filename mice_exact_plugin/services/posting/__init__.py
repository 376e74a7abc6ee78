"""From due rows to sales entries, each exactly once: one slice of a run and the steps that it is made of."""
