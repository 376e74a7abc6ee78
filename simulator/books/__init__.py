"""What is kept: the tables of every administration, their row versions, and how they come from and go to a file."""
