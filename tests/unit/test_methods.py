"""The library of methods, and which one is suggested for which key question."""

import pytest

from caseboard.sessions.methods.library import Wish, kind_of, library, suggest, suiting
from caseboard.sessions.methods.wording import WISHES

QUESTIONS = [
    ("Wie gewinne ich ihn für einen neuen Anlauf?", Wish.IDEAS),
    ("Welche Stellen könnten uns hier helfen?", Wish.IDEAS),
    ("Wie halte ich den Kontakt, ohne Druck zu machen?", Wish.IDEAS),
    ("Was kann ich noch tun, damit sie kommt?", Wish.STUCK),
    ("Wir drehen uns im Kreis, was hilft heraus?", Wish.STUCK),
    ("Wie geht es weiter, wenn sie immer wieder abbricht?", Wish.STUCK),
    ("Warum lehnt er jedes Angebot ab?", Wish.UNDERSTAND),
    ("Was steckt dahinter, dass die Briefe zu bleiben?", Wish.UNDERSTAND),
    ("Was hindert sie daran, anzurufen?", Wish.UNDERSTAND),
    ("Wie kann ich das besser aushalten?", Wish.BURDEN),
    ("Wie grenze ich mich ab, wenn mich der Fall so belastet?", Wish.BURDEN),
    ("Wie gehe ich damit um, dass er mich anschreit?", Wish.BURDEN),
    ("Wie spreche ich die Fahne an, ohne ihn zu beschämen? Das Gespräch ist morgen.", Wish.TALK),
    ("Wie sage ich ihr, dass die Stelle weg ist?", Wish.TALK),
    ("Wie formuliere ich die Einladung?", Wish.TALK),
    ("Soll ich die Maßnahme abbrechen?", Wish.DECIDE),
    ("Ausbildung oder Minijob: Was ist jetzt dran?", Wish.DECIDE),
    ("Ich weiß nicht, wohin damit.", Wish.IDEAS),
    ("Alles ist schwierig in dieser Familie.", Wish.UNCLEAR),
    ("Hilfe!", Wish.UNCLEAR),
    ("", Wish.UNCLEAR),
    (None, Wish.UNCLEAR),
]


@pytest.mark.parametrize(("question", "wish"), QUESTIONS)
def test_a_key_question_shows_what_it_asks_for(question: str | None, wish: Wish) -> None:
    assert kind_of(question) is wish


@pytest.mark.parametrize(
    ("wish", "first"),
    [
        (Wish.IDEAS, "brainstorming"),
        (Wish.STUCK, "headstand"),
        (Wish.UNDERSTAND, "hypotheses"),
        (Wish.BURDEN, "resonance"),
        (Wish.TALK, "acting"),
        (Wish.DECIDE, "two_ways"),
        (Wish.UNCLEAR, "key_questions"),
    ],
)
def test_each_wish_has_its_best_method(wish: Wish, first: str) -> None:
    assert suiting(wish)[0].id == first


def test_at_most_three_are_suggested() -> None:
    assert [one.id for one in suggest("Was kann ich noch tun, damit sie kommt?")] == [
        "headstand",
        "surprises",
        "first_step",
    ]


def test_there_are_many_and_each_is_said_in_both_languages_and_suits_something() -> None:
    assert len(library()) >= 13
    for method in library().values():
        assert method.suits, method.id
        assert 5 <= method.minutes <= 15
        for words in (method.name, method.line, method.prompt, method.example, method.good_when):
            assert words.de, method.id
            assert words.en, method.id


def test_everything_that_can_be_wanted_has_its_words() -> None:
    assert set(WISHES) == set(Wish)
