"""From rows and values to what a page prints: every decision about a page is taken here, templates only print."""
