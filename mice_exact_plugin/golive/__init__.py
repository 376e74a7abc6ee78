"""Before a link goes live: what is looked at, and trial runs over what was sent."""
