"""The pages: a view asks a use case and prints a template; what a page shows is decided beside it."""
