"""Whole stories, from the first word to the last notice."""
