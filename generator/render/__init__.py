"""``render``: Case → Markdown, ``case.json`` and the source page.  The only stage that writes files."""
