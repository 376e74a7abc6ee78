"""The forms of the pages: fields and their labels; what may be chosen comes from the services."""
