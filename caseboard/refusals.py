"""What a form refuses in typed text, said so that one finds the place: which line and word, never the word itself."""

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping

from flask_babel import LazyString, gettext, ngettext
from flask_babel import lazy_gettext as _l

from caseboard.anonymize import Problem, problems

PROBLEMS: Mapping[str, LazyString] = {
    "nul": _l("The text contains a character that no text has (NUL). Please delete it and paste the text again."),
    "control": _l("The text contains invisible control characters. Please paste it once more as plain text."),
    "bidi": _l("The text contains invisible marks that change the reading direction. Please remove them."),
    "mixed-script": _l("A word mixes letters of different alphabets. Please type it again."),
}

SCRIPTS: Mapping[str, LazyString] = {
    "LATIN": _l("Latin"),
    "GREEK": _l("Greek"),
    "CYRILLIC": _l("Cyrillic"),
    "ARMENIAN": _l("Armenian"),
    "CHEROKEE": _l("Cherokee"),
}

WORD = re.compile(r"[^\W\d_]+")


def refusal(text: str) -> str | None:
    """Why this text cannot be taken and where the first reason stands, or None where nothing is wrong with it."""
    found = problems(text)
    if not found:
        return None
    parts = [_place(text, found[0]), _odd_letter(text, found[0]) or str(PROBLEMS[found[0].code])]
    if more := len(found) - 1:
        parts.append(ngettext("There is %(num)s more such place.", "There are %(num)s more such places.", more))
    return " ".join(parts)


def _place(text: str, problem: Problem) -> str:
    """Lines and words as people count them; the word at hand, or the one before an invisible character."""
    begins = text.rfind("\n", 0, problem.position) + 1
    count = sum(begins + match.start() <= problem.position for match in re.finditer(r"\S+", text[begins:]))
    if "\n" not in text:
        return gettext("Near word %(word)s:", word=max(count, 1))
    return gettext("Line %(line)s, near word %(word)s:", line=text.count("\n", 0, begins) + 1, word=max(count, 1))


def _odd_letter(text: str, problem: Problem) -> str:
    """Which letter of a mixed word is the stranger, because one cannot see it; empty where that is not to be told."""
    match = WORD.match(text, problem.position)
    if problem.code != "mixed-script" or match is None:
        return ""
    scripts = [unicodedata.name(letter, "?").partition(" ")[0] for letter in match[0]]
    usual, _times = Counter(scripts).most_common(1)[0]
    place = next((at for at, script in enumerate(scripts) if script != usual), 0)
    if scripts[place] not in SCRIPTS:
        return ""
    return gettext(
        "A word mixes letters of different alphabets: its letter number %(place)s is %(script)s. Please type it again.",
        place=place + 1,
        script=str(SCRIPTS[scripts[place]]),
    )
