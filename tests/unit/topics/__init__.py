"""Tests of the cellar that tells what a stripped text is about."""
