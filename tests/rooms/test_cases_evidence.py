"""Why something was found: every code of today has words, and a code of tomorrow breaks no page."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from flask import Flask

from caseboard import anonymize
from caseboard.cases.evidence import why
from tests.actors import Actor, Stage
from tests.rooms.test_cases_writing import TYPED

LISTED = "Name: steht im Verzeichnis der Nachnamen"

SENTENCES = [
    (("title:Frau",), "PERSON", "Name: steht hinter „Frau“"),
    (("kin:Sohn", "gazetteer:first-name"), "PERSON", "Name: steht hinter „Sohn“; steht im Verzeichnis der Vornamen"),
    (("unknown-word",), "WORD", "Unbekanntes Wort"),
    (("unknown-word", "gazetteer:place"), "PLACE", "Ort: steht im Ortsverzeichnis"),
    (("unknown-word", "own"), "WORD", "Von Ihnen ausgeblendet"),
    (("ner:PER",), "PERSON", "Name: vom Namenserkenner erkannt"),
    (
        ("unknown-word", "word:rare", "at:article", "network:none", "alone:unknown-word+none"),
        "WORD",
        "Unbekanntes Wort",
    ),
    (("gazetteer:surname", "word:unknown", "network:likely"), "PERSON", LISTED + "; vom Namenserkenner erkannt"),
    (("shape:date",), "DATE", "Sieht aus wie ein Datum"),
    (("shape:iban", "checksum"), "ID", "Nummer oder Aktenzeichen: die Prüfziffer stimmt"),
    (("org:Klinik",), "ORG", "Arbeitgeber oder Einrichtung: steht bei „Klinik“"),
    (("org:compound",), "ORG", "Arbeitgeber oder Einrichtung: Name einer Einrichtung"),
    (("brandnew:code",), "PERSON", "Sieht aus wie ein Name"),
    (("",), "NEVER-SEEN", "Unbekanntes Wort"),
    ((), "PERSON", "Sieht aus wie ein Name"),
    (("title:",), "PERSON", "Sieht aus wie ein Name"),
]


@pytest.fixture
def german(app: Flask) -> Iterator[None]:
    """A request, because words are looked up in its language."""
    with app.test_request_context():
        yield


@pytest.mark.usefixtures("german")
@pytest.mark.parametrize(("codes", "kind", "sentence"), SENTENCES)
def test_the_evidence_is_said_in_plain_words(codes: tuple[str, ...], kind: str, sentence: str) -> None:
    assert why(codes, kind) == sentence


@pytest.mark.usefixtures("german")
def test_no_more_than_two_reasons_and_no_endless_word() -> None:
    codes = ("title:" + "A" * 500, "gazetteer:surname", "initials", "unknown-word")

    assert len(why(codes, "PERSON")) < 140
    assert why(codes, "PERSON").count(";") == 1


def test_the_preview_says_why(stage: Stage) -> None:
    page = stage.case_manager("kg").sends("/faelle/vorschau", TYPED).get_data(as_text=True)

    assert re.search(r'<th scope="row">[^<]*Krügerlein.{0,300}steht hinter „Frau“', page, re.DOTALL)
    assert "Name: " in page


def test_a_code_that_nobody_knows_yet_breaks_no_page(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    # given a recogniser of tomorrow
    really = anonymize.decide

    def tomorrow(*args: Any, **options: Any) -> anonymize.Stripped:
        done = really(*args, **options)
        strange = tuple(replace(find, evidence=("quantum:☂", ":", "x")) for find in done.finds)
        return replace(done, finds=strange)

    monkeypatch.setattr(anonymize, "decide", tomorrow)
    # when somebody looks at a preview
    author: Actor = stage.case_manager("kg")
    answer = author.sends("/faelle/vorschau", TYPED)
    # then it is there, and says what it looks like
    assert answer.status_code == 200
    assert "Sieht aus wie ein Name" in answer.get_data(as_text=True)
    assert "☂" not in answer.get_data(as_text=True)
