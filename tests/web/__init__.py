"""The web side without a server: sentences, presenters, the file, the catalogue."""
