"""A checker's marking: mask a passage of safe text for good."""

import re

from caseboard.anonymize.placeholder import PLACEHOLDER
from caseboard.anonymize.text import SafeText

_FREE = re.compile(r"\[?[\w ,./-]{1,40}\]?")


def mark_passage(safe: SafeText, start: int, end: int, replacement: str, *, everywhere: bool) -> SafeText:
    """Replace the passage, or every occurrence of its words."""
    if not isinstance(safe, SafeText):
        message = "only safe text can be marked"
        raise TypeError(message)
    if not 0 <= start < end <= len(safe) or not _FREE.fullmatch(replacement):
        message = "no such passage"
        raise ValueError(message)
    shown = replacement if PLACEHOLDER.fullmatch(replacement) or not replacement.startswith("[") else "[entfernt]"
    if not everywhere:
        return SafeText.trusted(safe[:start] + shown + safe[end:])
    pattern = rf"(?<!\w){re.escape(safe[start:end])}(?!\w)"
    return SafeText.trusted(re.sub(pattern, lambda _: shown, str(safe)))
