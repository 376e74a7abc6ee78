"""The page of cost centres and units: the rules, what they would do with a month, and what a month got."""
