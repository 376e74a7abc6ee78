"""The sentences for everything that is stored as a code: problems, events, runs and refusals."""
