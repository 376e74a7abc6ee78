"""Real worker processes on a real queue, as an operator starts them."""
