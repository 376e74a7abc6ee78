"""Loading addons and everything the host gives them; an addon never imports the host."""
