"""What a form refuses in typed text: the sentence leads to the place and never repeats the word."""

from collections.abc import Iterator

import pytest
from flask import Flask

from caseboard.refusals import refusal
from tests.actors import Actor, Stage
from tests.rooms.sessions_stage import Round
from tests.rooms.test_cases_writing import TYPED, count, fields_of

MIXED = "M\u0430rtin"
"""A first name whose second letter is Cyrillic."""

REFUSED = [
    (f"Herr {MIXED} kommt.", "Bei Wort 2: Ein Wort mischt", "der 2. Buchstabe ist kyrillisch"),
    (f"Er kommt.\nDann geht {MIXED}.", "Zeile 2, bei Wort 3: Ein Wort mischt", "der 2. Buchstabe ist kyrillisch"),
    ("Er sagt \u202eOtto.", "Bei Wort 3:", "Leserichtung"),
    ("Es geht\r\nZweimal\u200f zwei", "Zeile 2, bei Wort 1:", "Leserichtung"),
    ("Er\0kommt", "Bei Wort 1:", "NUL"),
    ("\x07", "Bei Wort 1:", "Steuerzeichen"),
    ("ei\x07ns zwei\x07 drei", "Bei Wort 1:", "Es gibt noch 1 solche Stelle."),
    ("Die Α\u03b8ina und M\u0430x und \u0410nna", "Bei Wort 2:", "Stelle"),
]


@pytest.fixture
def german(app: Flask) -> Iterator[None]:
    """A request, because sentences are looked up in its language."""
    with app.test_request_context():
        yield


@pytest.mark.usefixtures("german")
@pytest.mark.parametrize(("text", "place", "what"), REFUSED)
def test_the_sentence_says_where_and_what(text: str, place: str, what: str) -> None:
    sentence = refusal(text) or ""

    assert place in sentence
    assert what in sentence
    assert not [word for word in text.split() if len(word) > 4 and word.strip(".") in sentence]


@pytest.mark.usefixtures("german")
@pytest.mark.parametrize("text", ["", "Ганна Ковальчук und Αθήνα", "§ 16² µg – 5 °C", "Zeile\r\nzwei\tdrei", "Đặng"])
def test_honest_text_is_taken(text: str) -> None:
    assert refusal(text) is None


@pytest.mark.parametrize("field", ["title", "situation", "key_question", "attempts", "hope", "known", "mask"])
def test_every_field_of_a_case_refuses_beside_itself_and_loses_nothing(stage: Stage, field: str) -> None:
    # given a case with a mixed word in one of its fields
    author, typed = stage.case_manager("kg"), {**TYPED, field: f"Mit {MIXED} reden"}
    # when it is sent
    answer = author.sends("/faelle/vorschau", typed)
    page = answer.get_data(as_text=True)
    # then the sentence stands beside the field, without the word, and everything is still there
    assert answer.status_code == 422
    beside = page.split(f'id="{field}-error"')[1].split("</p>")[0]
    assert "kyrillisch" in beside
    assert MIXED not in beside
    kept = fields_of(answer)
    assert {name: " ".join(kept[name][0].split()) for name in typed} == {
        name: " ".join(text.split()) for name, text in typed.items()
    }
    assert count() == 0


def test_a_perspective_and_a_name_are_refused_in_the_same_way(stage: Stage) -> None:
    table: Round = Round(stage).all_accept()
    administrator: Actor = stage.administrator("kg")

    view = table.advisers[0].sends(f"{table.address}/perspektive", {"text": f"Ruf {MIXED} an.", "step": "look"})
    person = administrator.sends("/personen/neu", {"name": f"{MIXED} Beispiel", "email": "a@kg.example"})

    for answer in (view, person):
        assert answer.status_code == 422
        assert "der 2. Buchstabe ist kyrillisch" in answer.get_data(as_text=True)
        assert MIXED in answer.get_data(as_text=True)
