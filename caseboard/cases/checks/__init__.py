"""Checking, releasing and reading a case: everything that others than its author do with it."""
