"""The pages on which a person sees the books, and what the clients did."""
