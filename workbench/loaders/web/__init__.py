"""What crawlers and sites give: WARC, WACZ, RSS and Atom, and pages fetched from their addresses."""
