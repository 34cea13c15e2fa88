"""The signs by which a dialect is told: one question a function, put to a ``Look`` at the text."""
