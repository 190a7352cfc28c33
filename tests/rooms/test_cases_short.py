"""The short version of a case that stays red: choices instead of a story, and everything answered before goes along."""

import re
from itertools import zip_longest
from typing import Any

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from caseboard.anonymize import strip_fields
from caseboard.cases import stripping
from caseboard.cases.short import ASKED, DYNAMICS, GROUPS, TRIED, ShortForm, written_from
from caseboard.db import db
from caseboard.errors import Unavailable
from caseboard.models import Case, CaseState
from caseboard.models.case import Light
from tests.actors import Actor, Stage
from tests.rooms.test_cases_risk import KNOWN_TO_ALL
from tests.rooms.test_cases_writing import author, count, fields_of, only_case

__all__ = ["author"]

SHORT = {
    "group": "older",
    "theme": "mobilitaet",
    "dynamics": "pressure",
    "tried": ["talks", "measure"],
    "asked": "attitude",
    "key_question": "Wie rede ich mit ihm?",
}


def test_a_red_case_becomes_a_short_version(author: Actor) -> None:
    # given a preview that stays red
    red = author.sends("/faelle/vorschau", KNOWN_TO_ALL)
    assert "/faelle/kurzfassung/beginnen" in red.get_data(as_text=True)
    # when the author goes on to the short version, only the question goes along
    page = author.sends("/faelle/kurzfassung/beginnen", fields_of(red)).get_data(as_text=True)
    assert "Wie rede ich mit ihm?" in page
    assert "Fährmann" not in page
    # and when the choices are made, their preview can be handed in like any other
    look = author.sends("/faelle/kurzfassung", SHORT)
    author.sends("/faelle", fields_of(look))
    case = only_case()
    assert case.state is CaseState.SUBMITTED
    assert (case.light, case.live_light, case.anywhere_light) == (Light.GREEN,) * 3
    assert case.theme_ids == {"mobilitaet"}
    assert (case.title or "").startswith("Kurzfassung: ")
    assert (case.situation or "").count(". ") == 3
    assert "Zwischen den Beteiligten zeigt sich: Druck stößt auf Widerstand." in (case.situation or "")
    assert "Versucht wurde bisher: mehrere Gespräche, eine Maßnahme." in (case.situation or "")
    assert case.key_question == "Wie rede ich mit ihm?"


def test_a_draft_that_stays_red_is_replaced_by_its_short_version(author: Actor) -> None:
    author.sends("/faelle/spaeter", KNOWN_TO_ALL)
    draft = only_case()

    look = author.sends("/faelle/kurzfassung", {**SHORT, "case_id": draft.id})
    author.sends("/faelle", fields_of(look))

    db.session.expire_all()
    assert count() == 1
    assert only_case().light is Light.GREEN
    assert "Fährmann" not in (only_case().situation or "")


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"key_question": ""}, "Bitte füllen Sie dieses Feld aus"),
        ({"theme": ""}, "Bitte wählen Sie etwas aus"),
        ({"theme": "kein-thema"}, "Bitte wählen Sie etwas aus"),
        ({"dynamics": ""}, "Bitte wählen Sie etwas aus"),
        ({"dynamics": "erfunden"}, "kurzfassung"),
        ({"tried": []}, "Bitte wählen Sie etwas aus"),
        ({"tried": ["talks", "measure", "coaching", "cut"]}, "höchstens drei"),
        ({"group": "erfunden"}, "kurzfassung"),
    ],
)
def test_a_short_version_takes_choices_of_ours_alone(author: Actor, changes: dict[str, object], sentence: str) -> None:
    answer = author.sends("/faelle/kurzfassung", {**SHORT, **changes})

    assert answer.status_code == 422
    assert sentence in answer.get_data(as_text=True)
    assert count() == 0


def test_the_question_of_a_short_version_passes_the_airlock(author: Actor) -> None:
    look = author.sends("/faelle/kurzfassung", {**SHORT, "key_question": "Was hilft Frau Sabine Krügerlein?"})
    author.sends("/faelle", fields_of(look))

    assert "Krügerlein" not in (only_case().key_question or "")


ANSWERED = {
    "known": "Danuta",
    "leave_out": ["nes", "has"],
    "concerns_staff": "y",
    "mask": "Flussfest",
    "client_group": "under-25",
    "themes": ["psyche"],
}
"""What somebody answers and decides beside a text."""


@pytest.fixture
def neighbours(stage: Stage) -> None:
    """Two houses that can be left out."""
    stage.house("nes")
    stage.house("has")


def selected(response: TestResponse) -> dict[str, str]:
    """What is chosen in the lists of a page."""
    lists = re.findall(r'<select[^>]*name="(\w+)"[^>]*>(.*?)</select>', response.get_data(as_text=True), re.DOTALL)
    chosen = {name: re.search(r'<option selected value="([^"]*)"', choices) for name, choices in lists}
    return {name: found[1] for name, found in chosen.items() if found}


def goes_short(author: Actor, fields: dict[str, Any], **changes: object) -> Case:
    """From a preview over the short version to the case that was handed in."""
    page = author.sends("/faelle/kurzfassung/beginnen", fields)
    look = author.sends("/faelle/kurzfassung", {**fields_of(page), **SHORT, **changes})
    assert look.status_code == 200
    author.sends("/faelle", {**fields_of(look), **selected(look)})
    db.session.expire_all()
    return only_case()


def test_whatever_was_answered_beside_the_text_goes_along(author: Actor, neighbours: None) -> None:
    # given a red preview with answers and a word that the author hides
    red = author.sends("/faelle/vorschau", {**KNOWN_TO_ALL, **ANSWERED})
    fields = {**fields_of(red), "client_group": ANSWERED["client_group"], "out_of_reach": "y"}
    # when the author writes the short version instead, with those words in its question
    case = goes_short(author, fields, key_question="Was tun nach dem Flussfest mit danuta?")
    # then the houses stay left out, nobody in the own house checks, and the words stay hidden
    assert case.excluded == {"nes", "has"}
    assert (case.concerns_staff, case.checked_elsewhere) == (True, True)
    assert "Flussfest" not in (case.key_question or "")
    assert "anuta" not in (case.key_question or "")
    assert (case.client_group, case.out_of_reach) == (ANSWERED["client_group"], True)


def test_a_draft_keeps_its_answers_when_it_becomes_short(author: Actor, neighbours: None) -> None:
    # given a draft with answers that stays red
    author.sends("/faelle/spaeter", {**KNOWN_TO_ALL, **ANSWERED})
    draft = only_case()
    assert draft.excluded == {"nes", "has"}
    # when its author goes on writing, looks at the preview and takes the short version
    page = author.opens(f"/faelle/meine/{draft.id}/bearbeiten")
    red = author.sends("/faelle/vorschau", fields_of(page))
    case = goes_short(author, fields_of(red))
    # then it is the same case with the same answers
    assert count() == 1
    assert case.state is CaseState.SUBMITTED
    assert case.excluded == {"nes", "has"}
    assert (case.concerns_staff, case.checked_elsewhere) == (True, True)


def test_the_answers_can_be_seen_and_changed_in_the_short_version(author: Actor, neighbours: None) -> None:
    red = author.sends("/faelle/vorschau", {**KNOWN_TO_ALL, **ANSWERED})
    page = author.sends("/faelle/kurzfassung/beginnen", fields_of(red))
    shown = fields_of(page)
    assert set(shown["leave_out"]) == {"nes", "has"}
    assert shown["concerns_staff"] == ["y"]
    assert shown["known"] == ["Danuta"]
    assert selected(page)["theme"] == "psyche"

    case = goes_short(author, fields_of(red), leave_out=["has"], concerns_staff=[])

    assert case.excluded == {"has"}
    assert not case.concerns_staff


def test_a_short_version_from_nothing_can_leave_out_houses_too(author: Actor, neighbours: None) -> None:
    page = author.opens("/faelle/kurzfassung")
    assert 'value="nes"' in page.get_data(as_text=True)

    look = author.sends("/faelle/kurzfassung", {**fields_of(page), **SHORT, "leave_out": ["nes", "erfunden"]})
    author.sends("/faelle", fields_of(look))

    assert only_case().excluded == {"nes"}


def breaks(*_args: object, **_options: object) -> None:
    """A reader that is not there."""
    raise Unavailable


@pytest.mark.parametrize(
    ("changes", "status", "sentence"),
    [
        ({"key_question": "Was \u202ehilft?"}, 422, "Leserichtung"),
        ({"known": "M\u0430rtin"}, 422, "Alphabet"),
        ({"mask": "Fluss\u202efest"}, 422, "Leserichtung"),
        ({"known": "wort " * 500}, 422, "höchstens 2000 Zeichen"),
        ({}, 503, "kann im Augenblick nicht"),
    ],
)
def test_what_is_refused_comes_back_in_the_short_version(
    author: Actor,
    neighbours: None,
    monkeypatch: pytest.MonkeyPatch,
    changes: dict[str, str],
    status: int,
    sentence: str,
) -> None:
    # given a short version with every answer in it
    sent = {**SHORT, **ANSWERED, **changes}
    if status == Unavailable.status:
        monkeypatch.setattr(stripping, "read", breaks)
    # when it is turned down
    answer = author.sends("/faelle/kurzfassung", sent)
    page = answer.get_data(as_text=True)
    # then the same form is there with the reason and everything that was chosen and typed
    assert answer.status_code == status
    assert sentence in page
    assert 'action="/faelle/kurzfassung"' in page
    kept = fields_of(answer)
    for name in ("key_question", "known", "mask"):
        assert "".join(kept[name]).split() == sent[name].split(), name
    assert set(kept["leave_out"]) == {"nes", "has"}
    assert set(kept["tried"]) == set(SHORT["tried"])
    for name in ("theme", "group", "dynamics", "asked"):
        assert selected(answer)[name] == SHORT[name]
    assert count() == 0


def test_the_page_says_that_it_works_on_the_text(author: Actor) -> None:
    page = author.opens("/faelle/kurzfassung").get_data(as_text=True)

    assert "data-working" in page
    assert "js/stay.js" in page
    assert "js/preview.js" in page


def test_nothing_is_taken_out_of_sentences_of_ours(app: Flask) -> None:
    for group, dynamics, tried, asked in zip_longest(GROUPS, DYNAMICS, TRIED, ASKED):
        chosen = {"group": group, "dynamics": dynamics, "tried": tried and [tried], "asked": asked}
        with app.test_request_context():
            given = {name: value for name, value in chosen.items() if value}
            text = written_from(ShortForm(formdata=None, data={**SHORT, **given}))["situation"]

        assert strip_fields({"situation": text}, polish=True).texts == {"situation": text}
