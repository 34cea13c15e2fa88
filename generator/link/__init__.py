"""Where references lead: addresses, and the table of known authorities."""
