"""The sandbox host: what addons and people can count on."""
