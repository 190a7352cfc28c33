"""Nobody meets an English sentence on a German page: every message has its German in the catalogue."""

import re
from pathlib import Path

from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

ROOT = Path(__file__).parents[2]
GERMAN = ROOT / "caseboard" / "translations" / "de" / "LC_MESSAGES" / "messages.po"
KEYWORDS = {"_": None, "_l": None, "gettext": None, "ngettext": (1, 2), "lazy_gettext": None}
PLACEHOLDER = re.compile(r"%\((\w+)\)[sd]")


def _messages() -> set[str]:
    found = set()
    for folder, pattern, method in (("caseboard", "**.py", "python"), ("templates", "**.html", "jinja2")):
        for _file, _line, message, _comments, _context in extract_from_dir(
            ROOT / folder, [(pattern, method)], keywords=KEYWORDS
        ):
            found.add(message[0] if isinstance(message, tuple) else message)
    return found


def _catalogue() -> dict[str, str]:
    with GERMAN.open("rb") as file:
        catalogue = read_po(file, locale="de")
    first = {message.id[0] if isinstance(message.id, tuple) else message.id: message for message in catalogue}
    return {
        key: message.string[0] if isinstance(message.string, tuple) else str(message.string)
        for key, message in first.items()
        if key and not message.fuzzy
    }


def test_every_message_has_its_german() -> None:
    german = _catalogue()
    assert sorted(message for message in _messages() if not german.get(message)) == []


def test_no_german_without_its_message() -> None:
    assert sorted(set(_catalogue()) - _messages()) == []


def test_placeholders_survive_translation() -> None:
    for message, german in _catalogue().items():
        assert set(PLACEHOLDER.findall(message)) == set(PLACEHOLDER.findall(german)), message


OTHER_WORDS = re.compile(
    r"\bNetzwerk(?! oder Partner)|\bNetzverwaltung|\bZust[aä]nde?n?\b"
    r"|Video(?!konferenz)|Live-Sitzung|^Sitzung:|\bTafel|\bVerfahren(?! oder Absprache)"
)
"""For what is called Verbund, Stand, Videokonferenz, Live-Beratung, Board and Ablauf everywhere.

A network or a procedure that a measure is about may be called one.
"""


def test_one_thing_has_one_german_word() -> None:
    german = _catalogue()
    assert sorted(said for said in german.values() if OTHER_WORDS.search(said)) == []
    # what goes to leadership is a Vorschlag, so what may become a theme is none
    candidates = {key: said for key, said in german.items() if "andidate" in key}
    assert candidates
    assert sorted(said for said in candidates.values() if "Kandidat" not in said or "orschl" in said) == []
