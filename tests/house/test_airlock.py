"""No words come in by another door: every free field goes through the airlock, with the profile it needs."""

import importlib
import pkgutil
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from wtforms import FileField, HiddenField, MultipleFileField, PasswordField, StringField
from wtforms.fields.core import UnboundField

import caseboard
from caseboard import anonymize
from caseboard.forms import BaseForm
from tests.actors import Stage
from tests.house.airlock_table import FIELDS, WORDS, Way
from tests.journeys.traces import of_the_database, pieces, traces

PACKAGE = Path(caseboard.__file__).parent
FREE, CLOSED = StringField, (HiddenField, PasswordField)
PROVEN = sorted(name for name, (_way, send) in FIELDS.items() if send)
FORM_READ = re.compile(r"request\.form(?:\[|\.get\()[\"'](\w+)")
OTHER_READ = re.compile(r"request\.(?:values|files|json|get_json|get_data|data|stream)\b")
RAW_READS = {"accepts", "language", "next", "quarter", "speaks", "target", "theme", "urgent"}
"""What is read past the forms: choices from closed lists, and addresses of this house."""


def forms() -> Iterator[type[BaseForm]]:
    """Every form of the house."""
    for module in pkgutil.walk_packages(caseboard.__path__, "caseboard."):
        if module.name.rpartition(".")[2] == "forms":
            importlib.import_module(module.name)
    waiting = [BaseForm]
    while waiting:
        form = waiting.pop()
        waiting += form.__subclasses__()
        if form.__module__.startswith("caseboard."):
            yield form


def fields() -> Iterator[tuple[str, UnboundField]]:
    """Every field with the room, the form and the name under which it is declared."""
    for form in forms():
        for name, field in vars(form).items():
            if isinstance(field, UnboundField):
                yield f"{form.__module__.split('.')[1]}.{form.__name__}.{name}", field


def test_every_field_for_free_words_has_its_line() -> None:
    free = {
        name
        for name, field in fields()
        if issubclass(field.field_class, FREE) and not issubclass(field.field_class, CLOSED)
    }

    assert free - set(FIELDS) == set(), "a new field: say in tests/house/airlock_table.py which way its words go"
    assert set(FIELDS) - free == set(), "a field that is no more"


def test_nothing_takes_a_file() -> None:
    assert [name for name, field in fields() if issubclass(field.field_class, FileField | MultipleFileField)] == []


def test_nothing_is_read_past_the_forms() -> None:
    sources = [path.read_text("utf-8") for path in sorted(PACKAGE.rglob("*.py"))]

    assert {name for source in sources for name in FORM_READ.findall(source)} == RAW_READS
    assert [one for source in sources for one in OTHER_READ.findall(source)] == []


class Gate:
    """Stands in the airlock and notes with which profile each text comes through."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.really = anonymize.read
        self.seen: set[str] = set()
        monkeypatch.setattr(anonymize, "read", self)

    def __call__(self, texts: dict[str, str], **options: Any) -> Any:
        """Note, and let through."""
        if any(WORDS in text for text in texts.values()):
            self.seen.add(options["profile"])
        return self.really(texts, **options)


@pytest.mark.parametrize("name", PROVEN)
def test_its_words_go_through_the_airlock_and_the_name_stays_out(
    stage: Stage, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    # given a name typed into this field
    way, send = FIELDS[name]
    gate = Gate(monkeypatch)
    # when the form is sent all the way
    assert send
    send(stage)
    # then it came through with the profile of its kind
    assert gate.seen == (set() if way is Way.NEVER else {way.value})
    # and no piece of the name is in any byte of the database
    database = of_the_database()
    assert [one for file, content in database.items() for one in traces(file, content, pieces(WORDS.split()))] == []
    # where it was somebody else's text, "[Name]" stands there and nobody is told apart
    if way is Way.CONTRIBUTION:
        assert any(b"[Name] fragen." in content for content in database.values())
