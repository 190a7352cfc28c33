"""What a stripped text still says of a passage: the words of it that no find covers."""

import re

from caseboard.anonymize import strip_fields

_WORD = re.compile(r"[^\W_]+")


def uncovered(raw: str, passage: str) -> list[str]:
    """The words of two and more letters or digits of the last occurrence of a passage that would be stored."""
    begin = raw.rindex(passage)
    finds = strip_fields({"text": raw}).finds
    words = [m for m in _WORD.finditer(raw, begin, begin + len(passage)) if len(m[0]) > 1]
    return [m[0] for m in words if not any(f.start <= m.start() and m.end() <= f.end for f in finds)]


def kinds_over(raw: str, passage: str) -> set[str]:
    """The kinds of the finds that touch a passage."""
    begin = raw.rindex(passage)
    finds = strip_fields({"text": raw}).finds
    return {f.kind for f in finds if f.start < begin + len(passage) and begin < f.end}
