"""The whole installation in real Chromium: every page as a person sees it, on the strict headers of the host."""
