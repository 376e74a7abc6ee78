"""The link between MICE Operations and Exact Online: every sent invoice becomes one sales entry."""
