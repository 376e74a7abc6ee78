"""What the types promise."""
