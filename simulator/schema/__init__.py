"""The shape of what is read and written: EDM types, and one property table per entity."""
