"""Deposits in whole slices, by the fake of Exact."""
