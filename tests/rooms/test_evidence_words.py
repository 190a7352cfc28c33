"""Every code with which the recognisers explain themselves has words of its own, in the language of the page."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask

from caseboard import anonymize
from caseboard.anonymize import strip_fields
from caseboard.cases.evidence import BEHIND, BESIDE, CODES, LOOKS, SILENT, why
from tests.texts.annotated import texts

SAFE = "safe"  # what protects a term never becomes a find
FEWEST = 90


def written() -> Iterator[str]:
    """The codes in the source: behind the score of a find, and in the last place of a passage."""
    for path in sorted(Path(anonymize.__file__).parent.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            name = getattr(node.func, "attr", getattr(node.func, "id", ""))
            said = node.args[1:] if name == "find" else []
            if name == "Passage" and isinstance(node.args[-1], ast.Tuple):
                said = node.args[-1].elts
            yield from filter(None, map(code_in, said))


def code_in(argument: ast.expr) -> str | None:
    """A code as it stands, or with a word of the text behind its colon."""
    match argument:
        case ast.Constant(value=str() as code):
            return code
        case ast.JoinedStr(values=[ast.Constant(value=str() as head), *_]):
            return f"{head}Beispielwort"
    return None


def fired() -> Iterator[str]:
    """The codes that texts of every style bring about."""
    for document in list(texts("tune"))[::5]:
        for find in strip_fields({"text": document.text}).finds:
            yield from find.evidence


@pytest.fixture(scope="module")
def codes() -> frozenset[str]:
    """Every code there is, but for those that keep a find from being one."""
    return frozenset(code for code in (*written(), *fired()) if code.partition(":")[0] != SAFE)


@pytest.fixture
def german(app: Flask) -> Iterator[None]:
    """A request, because words are looked up in its language."""
    with app.test_request_context():
        yield


def test_every_code_has_words_or_is_meant_to_be_silent(codes: frozenset[str]) -> None:
    heads = {code: code.partition(":")[0] for code in codes}

    assert len(codes) > FEWEST
    assert {
        c for c, head in heads.items() if not {c, head} & CODES.keys() and head not in BEHIND | BESIDE | SILENT
    } == set()


@pytest.mark.usefixtures("german")
def test_no_code_of_ours_is_quoted_as_if_it_were_a_word_of_the_text(codes: frozenset[str]) -> None:
    for code in set(written()) & codes:
        word = code.partition(":")[2]
        assert word == "Beispielwort" or f"„{word}“" not in why((code,), "PERSON"), code


@pytest.mark.usefixtures("german")
@pytest.mark.parametrize(
    ("text", "kind", "sentence"),
    [
        ("trait", "FAME", "Sagt, dass jemand vielen bekannt ist"),
        ("trait", "OFFICE", "Sagt, welches Amt jemand hat"),
        ("trait", "HOBBY", "Sagt, was jemand Ungewöhnliches tut"),
        ("branch:Metallbau", "ORG", "Arbeitgeber oder Einrichtung: steht bei „Metallbau“"),
        ("apposition:nickname", "PERSON", "Name: ein Spitzname"),
        ("seldom-job", "JOB", "Beruf: ein seltener Beruf"),
    ],
)
def test_what_singles_somebody_out_is_said_in_german(text: str, kind: str, sentence: str) -> None:
    assert why((text,), kind) == sentence


def test_every_kind_that_the_anonymiser_finds_looks_like_something() -> None:
    found = {find.kind for document in list(texts("tune"))[::5] for find in strip_fields({"t": document.text}).finds}

    assert found - {"WORD"} <= LOOKS.keys()
