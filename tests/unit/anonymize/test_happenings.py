"""Where a verb tells an event, what stands there afterwards is still a German sentence."""

import re

import pytest

from caseboard.anonymize import strip, strip_fields

VERBS = ("deportiert", "entführt", "ermordet", "erschossen", "erstochen", "niedergestochen", "verschleppt")
FATES = ("ertrunken", "verunglückt", "abgebrannt", "eingestürzt", "ausgebrannt")
TOLD = {
    "Ihr Mann wurde ermordet.": "Ihr Mann wurde von einem [Ereignis] betroffen.",
    "Ihr Mann, der ermordet wurde, war Maurer.": "Ihr Mann, der von einem [Ereignis] betroffen wurde, war Maurer.",
    "Der Bruder hat den Nachbarn erstochen.": "Der Bruder hat den Nachbarn in ein [Ereignis] verwickelt.",
    "Es heißt, dass er jemanden erstochen hat.": "Es heißt, dass er jemanden in ein [Ereignis] verwickelt hat.",
    "Der Sohn ertrank.": "Der Sohn erlebte ein [Ereignis].",
    "Zwei Kinder ertranken.": "Zwei Kinder erlebten ein [Ereignis].",
    "Bei dem Brand in der Schreinerei starben zwei Menschen.": "Bei [Ereignis] starben zwei Menschen.",
    "Er hat das Vereinsheim angezündet.": "Er hat ein [Ereignis] verursacht.",
    "Weil er das Auto angezündet hat, ging er.": "Weil er ein [Ereignis] verursacht hat, ging er.",
    "Es wurde auf ihn eingestochen.": "Es wurde ein [Ereignis] verursacht.",
    "Sie hat auf ihn eingestochen.": "Sie hat ein [Ereignis] verursacht.",
    "Sie wurde vom Blitz getroffen.": "Sie wurde von einem [Ereignis] betroffen.",
    "Er ist vom Blitz erschlagen worden.": "Er ist von einem [Ereignis] betroffen worden.",
    "Sie half der Mutter des ermordeten Wirts.": "Sie half der Mutter des von einem [Ereignis] betroffenen Wirts.",
    "Der ertrunkene Sohn fehlt ihr.": "Der von einem [Ereignis] betroffene Sohn fehlt ihr.",
    "Das abgebrannte Haus gehört ihm.": "Das von einem [Ereignis] betroffene Haus gehört ihm.",
    "Er pflegt den verunglückten Bruder.": "Er pflegt den von einem [Ereignis] betroffenen Bruder.",
    "Er wurde wegen Totschlags verurteilt.": "Er wurde wegen [Ereignis] verurteilt.",
}


@pytest.mark.parametrize("raw", TOLD)
def test_the_sentence_stays_whole(raw: str) -> None:
    assert strip_fields({"text": raw}).texts["text"] == TOLD[raw]


@pytest.mark.parametrize("told", [*(f"wurde {verb}" for verb in VERBS), *(f"ist {verb}" for verb in FATES)])
def test_no_sentence_ends_in_an_event_where_a_verb_was(told: str) -> None:
    for raw in (f"Der Bruder {told}.", f"Das Haus, in dem er {' '.join(reversed(told.split()))}, war alt."):
        stripped = strip_fields({"text": raw}).texts["text"]

        assert told.split()[1] not in stripped
        assert not re.search(r"\b(?:wurde|ist|hat) \[Ereignis\]|\[Ereignis\] (?:wurde|ist|hat)\b", stripped)
        assert strip_fields({"text": stripped}).texts["text"] == stripped


@pytest.mark.parametrize("raw", ["43 J., AE, 2 Ki.", "Kundin, 43 J., AE, 2 Ki., sucht TZ.", "AE, 1 Kind, Kita ab Mai."])
def test_who_brings_up_children_alone_is_no_street(raw: str) -> None:
    assert "AE" in strip(raw, profile="case")
