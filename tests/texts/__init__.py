"""Annotated case texts, all fiction, and the measure that reads them."""
