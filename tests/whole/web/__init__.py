"""The pages over HTTP, with the sandbox host around them and the simulator behind them."""
