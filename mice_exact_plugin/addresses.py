"""Where the pages live below the host's own address."""

PREFIX = "/beheer/instellingen/koppelingen/exact-online"
#: What our registrations at Exact must lead back to.
CALLBACK = f"{PREFIX}/callback"
