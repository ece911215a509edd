"""What the search page and the palette show: places to go, and rows that hold the words."""
