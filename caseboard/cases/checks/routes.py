"""The addresses of checking, releasing and reading a case."""
