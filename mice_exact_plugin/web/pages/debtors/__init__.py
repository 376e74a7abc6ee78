"""The pages on which a person says which relation a customer is."""
