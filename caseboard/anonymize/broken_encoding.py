"""What mail programs leave of letters and signs: 'BjÃ¶rn' for Björn, '&lt;' for '<', '<br>' for a new line."""

import html
import re
from collections.abc import Mapping

_CONTINUES = "\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"  # how cp1252 writes the second byte of a letter
_BROKEN = re.compile(
    rf"Ã[{_CONTINUES}]|â€[{_CONTINUES}]|Â(?=[\u00a0§°·»«])[\u00a0§°·»«]|(?<=[a-zäöü])[ÄÅ][{_CONTINUES}](?=[a-z])"
    r"|&(?:lt|gt|amp|quot|apos|nbsp|[aouAOU]uml|szlig|eacute|#(?:34|38|39|60|62|160));|<br ?/?>"
)
_SIGNS = ("Ã", "â€", "Â", ";", "<br")
_NEW_LINE = "\n"


def broken(raw: str) -> Mapping[int, tuple[int, str]]:
    """Where such a remnant begins, where it ends and what was meant; most texts have none."""
    if not any(sign in raw for sign in _SIGNS):
        return {}
    return {m.start(): (m.end(), meant) for m in _BROKEN.finditer(raw) if (meant := _meant(m[0]))}


def _meant(piece: str) -> str:
    if piece[0] == "<":
        return _NEW_LINE
    if piece[0] == "&":
        return html.unescape(piece).replace("\u00a0", " ")
    try:
        return bytes(_byte(c) for c in piece).decode("utf-8").replace("\u00a0", " ")
    except UnicodeDecodeError:
        return ""


def _byte(c: str) -> int:
    """The byte that was shown as this character."""
    return c.encode("cp1252")[0] if ord(c) > 0xFF else ord(c)
