"""Addresses: where a request may send somebody on to, and how e-mail addresses are compared."""

from urllib.parse import urlsplit

HOME = "/"


def local(path: str | None) -> str:
    """The path if it stays in this house, otherwise the start page.

    Browsers read "//host", "/\\\\host" and control characters in an address as the way to another site.
    """
    if not path or not path.startswith("/") or path.startswith("//"):
        return HOME
    if "\\" in path or any(ord(character) <= 32 or ord(character) == 127 for character in path):
        return HOME
    parts = urlsplit(path)
    return HOME if parts.scheme or parts.netloc else path


def normal_account(email: str) -> str:
    """An e-mail address as accounts are looked up by: nobody remembers how they capitalised it."""
    return email.strip().lower()
