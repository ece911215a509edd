"""From a page, a text or a feed to postings. Nothing here knows the database."""
