"""Passwords: how they are kept, how they are compared, and which ones are too easy to guess."""

import functools
import secrets
import string
import unicodedata
from pathlib import Path

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from flask_babel import LazyString
from flask_babel import lazy_gettext as _l

HASHER = PasswordHasher()
SHORTEST, LONGEST = 12, 128
FEW_CHARACTERS = 4
AROUND = string.digits + string.punctuation + " "
"""What people put around a word when they are asked for a longer one."""

SHORT_NAME = 4
"""Shorter parts of an address occur in many honest passwords by chance."""


def fits(stored: str | None, password: str) -> bool:
    """Whether the password is the stored one; where none is stored, the answer takes as long."""
    somebody = _nobody()
    try:
        HASHER.verify(stored or somebody, _normal(password))
    except (VerificationError, InvalidHashError):
        return False
    return stored is not None


def hashed(password: str) -> str:
    """The password as it is kept."""
    return HASHER.hash(_normal(password))


def outdated(stored: str) -> bool:
    """Whether the hash was made with weaker settings than today's."""
    return HASHER.check_needs_rehash(stored)


def weakness(password: str, email: str) -> LazyString | None:
    """Why this password will not do, or None if it will; any characters are welcome."""
    text = _normal(password)
    folded = text.casefold()
    name = email.partition("@")[0].casefold()
    if len(text) < SHORTEST:
        return _l("Please take at least 12 characters. Several words in a row are easy to remember.")
    if len(text) > LONGEST:
        return _l("Please take at most 128 characters.")
    if (
        _common() & {folded, _unrepeated(folded), _unrepeated(folded.strip(AROUND))}
        or len(set(folded)) < FEW_CHARACTERS
    ):
        return _l("Many people use this password, so it is tried first. Please take another one.")
    if len(name) >= SHORT_NAME and name in folded:
        return _l("Your password contains the beginning of your e-mail address. Please take another one.")
    return None


def _normal(password: str) -> str:
    """The same ü whichever keyboard it comes from."""
    return unicodedata.normalize("NFC", password)


def _unrepeated(text: str) -> str:
    """The shortest piece that makes the text when it is repeated."""
    return text[: (text + text).find(text, 1)] if text else text


@functools.cache
def _nobody() -> str:
    return HASHER.hash(secrets.token_urlsafe(16))


@functools.cache
def _common() -> frozenset[str]:
    lines = (Path(__file__).parent / "common_passwords.txt").read_text("utf-8").splitlines()
    return frozenset(line.casefold() for line in lines if line and not line.startswith("#"))
