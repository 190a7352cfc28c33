"""Measuring the anonymiser on annotated texts."""
