"""The anonymiser on its own: no web, no database."""
