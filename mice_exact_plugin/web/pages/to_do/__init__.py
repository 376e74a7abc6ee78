"""*Te doen*: every cause that needs somebody, with the field that cures it."""
