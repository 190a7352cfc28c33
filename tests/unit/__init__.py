"""Pure parts, no application."""
