"""``render``: Case → Markdown, ``case.json`` and the source page, as strings; ``build`` writes them."""
