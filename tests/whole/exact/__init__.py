"""The Exact client against real sockets and against the simulator."""
