"""The other systems in memory, for tests of milliseconds: Exact behind the client's methods, a host, a clock."""
