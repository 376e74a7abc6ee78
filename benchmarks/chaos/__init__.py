"""Real workers on one administration while everything goes wrong at random, and the books looked at afterwards."""
