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

SENTENCES = [
    (("title:Frau",), "PERSON", "steht hinter „Frau“"),
    (("kin:Sohn", "gazetteer:first-name"), "PERSON", "steht hinter „Sohn“; steht im Verzeichnis der Vornamen"),
    (("unknown-word",), "WORD", "unbekanntes Wort"),
    (("unknown-word", "gazetteer:place"), "PLACE", "steht im Ortsverzeichnis"),
    (("ner:PER",), "PERSON", "vom Namenserkenner erkannt"),
    (("shape:date",), "DATE", "sieht aus wie ein Datum"),
    (("shape:iban", "checksum", "context"), "ID", "die Prüfziffer stimmt; die Wörter daneben sagen, was es ist"),
    (("org:Klinik",), "ORG", "steht bei „Klinik“"),
    (("org:compound",), "ORG", "sieht aus wie eine Einrichtung"),
    (("brandnew:code",), "PERSON", "sieht aus wie ein Name"),
    (("",), "NEVER-SEEN", "von der Erkennung gefunden"),
    ((), "PERSON", "sieht aus wie ein Name"),
    (("title:",), "PERSON", "sieht aus wie ein Name"),
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

    assert len(why(codes, "PERSON")) < 120
    assert why(codes, "PERSON").count(";") == 1


def test_the_preview_says_why(stage: Stage) -> None:
    page = stage.case_manager("kg").sends("/faelle/vorschau", TYPED).get_data(as_text=True)

    assert re.search(r'<th scope="row">[^<]*Krügerlein.{0,300}steht hinter „Frau“', page, re.DOTALL)
    assert "Name: " in page


def test_a_code_that_nobody_knows_yet_breaks_no_page(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    # given a recogniser of tomorrow
    really = anonymize.strip_fields

    def tomorrow(*args: Any, **options: Any) -> anonymize.Stripped:
        done = really(*args, **options)
        strange = tuple(replace(find, evidence=("quantum:☂", ":", "x")) for find in done.finds)
        return replace(done, finds=strange)

    monkeypatch.setattr(anonymize, "strip_fields", tomorrow)
    # when somebody looks at a preview
    author: Actor = stage.case_manager("kg")
    answer = author.sends("/faelle/vorschau", TYPED)
    # then it is there, and says what kind of thing was found
    assert answer.status_code == 200
    assert "sieht aus wie ein Name" in answer.get_data(as_text=True)
    assert "☂" not in answer.get_data(as_text=True)
