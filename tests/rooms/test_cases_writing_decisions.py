"""What the author may decide in the preview, and what stays hidden whatever a forged form asks for."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

import pytest
from flask import Flask

from caseboard import anonymize
from caseboard.anonymize import Decisions, Find, Reason, Risk, Stripped
from caseboard.cases import stripping
from caseboard.cases.service import Confirmed, submit
from caseboard.errors import NotAllowed, WrongMoment
from tests.actors import Actor, Stage
from tests.rooms.test_cases_writing import TYPED, count, fields_of, only_case, previewed

UNKNOWN = "Fnurzapse"
"""A word that no dictionary has."""

WITH_UNKNOWN = {"situation": f"Frau Krügerlein war bei der {UNKNOWN}. Die {UNKNOWN} hilft ihr."}


@pytest.fixture
def author(stage: Stage) -> Actor:
    """A case manager in a house with two colleagues who can check."""
    stage.case_manager("kg")
    stage.case_manager("kg")
    return stage.case_manager("kg")


def test_an_unknown_word_is_hidden_until_somebody_says_otherwise(author: Actor) -> None:
    # given a word that no dictionary has
    sealed = previewed(author, **WITH_UNKNOWN)
    # when the author decides nothing
    author.sends("/faelle", sealed)
    # then it is stored masked
    case = only_case()
    assert UNKNOWN not in (case.situation or "")
    assert case.kept_words == 0


def test_a_kept_word_stays_everywhere_and_checkers_see_it(author: Actor) -> None:
    # given the decision on one word, made in a renewed preview
    first = author.sends("/faelle/vorschau", {**TYPED, **WITH_UNKNOWN})
    assert f"„{UNKNOWN}“ ist kein Name" in first.get_data(as_text=True)
    renewed = author.sends("/faelle/vorschau", {**fields_of(first), "keep": [UNKNOWN.lower()]})
    assert renewed.get_data(as_text=True).count("finding--kept") >= 2
    # when the case is handed in
    author.sends("/faelle", {**fields_of(renewed), "no_theme": "y"})
    # then the word stands at all its places, and is on the list
    case = only_case()
    assert (case.situation or "").count(UNKNOWN) == 2
    assert [str(row.word) for row in case.kept] == [UNKNOWN]
    # and stays kept when the author goes on writing
    assert UNKNOWN in author.opens(f"/faelle/meine/{case.id}").get_data(as_text=True)


def test_a_kept_word_of_a_draft_stays_kept(author: Actor) -> None:
    # given a draft with a kept word
    author.sends("/faelle/spaeter", {**TYPED, **WITH_UNKNOWN, "keep": [UNKNOWN.lower()]})
    draft = only_case()
    assert draft.kept_words == 1
    # when it is opened again
    page = author.opens(f"/faelle/meine/{draft.id}/bearbeiten")
    again = author.sends("/faelle/vorschau", fields_of(page))
    author.sends("/faelle", {**fields_of(again), "no_theme": "y"})
    # then nobody has to decide twice
    assert (only_case().situation or "").count(UNKNOWN) == 2


@pytest.mark.parametrize("decision", ["keep", "restore"])
def test_identifiers_are_never_kept(author: Actor, decision: str) -> None:
    # given a forged form that asks for name, address and number in every spelling
    wanted = ["krügerlein", "kruegerlein", "Krügerlein", "sabine kruegerlein", "birkenhainstrasse 14", "73504 0048213"]
    response = author.sends("/faelle/vorschau", {**TYPED, decision: wanted})
    # when what comes back is handed in
    author.sends("/faelle", {**fields_of(response), "no_theme": "y", decision: wanted})
    author.sends("/faelle", {**fields_of(response), "no_theme": "y"})
    # then none of them is stored
    text = only_case().situation or ""
    assert not any(raw in text for raw in ("Krügerlein", "Birkenhain", "48213"))


def test_own_markings_hide_a_word_everywhere(author: Actor) -> None:
    response = author.sends("/faelle/vorschau", {**TYPED, "mask": "Bus\nDruck"})

    author.sends("/faelle", {**fields_of(response), "no_theme": "y"})

    case = only_case()
    assert "Bus" not in (case.situation or "")
    assert "Druck" not in (case.key_question or "")


def test_known_names_are_used_and_not_stored(author: Actor) -> None:
    # given a name that looks like a word, typed into the field that is never stored
    author.sends("/faelle", previewed(author, situation="Der Sommer ruft an. Sommer ist wütend.", known="Sommer"))

    assert "Sommer" not in (only_case().situation or "")


class Estimator:
    """Stands in for the engine at its edge: three passages that can be put back, and a light that counts them."""

    def __init__(self, most: int) -> None:
        self.most = most

    def __call__(self, document: Any, decisions: Decisions, *_where: Any, **_options: Any) -> Stripped:
        real = REALLY(document)
        passages = tuple(self._passages(COUNTED["situation"]))
        shown = [find for find in passages if find.key in decisions.restore]
        risk = Risk("green") if len(shown) <= self.most else Risk("amber", (Reason("x", ("AGE", "JOB"), "5-10"),))
        hidden = tuple(find for find in passages if find not in shown)
        return replace(real, finds=hidden, risk=risk, kept=())

    def _passages(self, text: str) -> Iterator[Find]:
        for word in ("eins", "zwei", "drei"):
            start = text.index(word)
            yield Find("situation", start, start + len(word), word, "AGE", "einige", "quasi", (), True, word)


REALLY = anonymize.decide
COUNTED = {"situation": "eins zwei drei"}


@pytest.mark.parametrize(
    ("most", "asked", "put_back"),
    [
        (3, ("eins", "zwei"), {"eins", "zwei"}),
        (1, ("eins", "zwei"), {"eins"}),
        (2, ("eins", "zwei", "drei"), {"drei", "eins"}),
        (0, ("eins",), set()),
        (3, ("vier",), set()),
    ],
)
def test_passages_are_put_back_only_while_the_light_stays_green(
    app: Flask, monkeypatch: pytest.MonkeyPatch, most: int, asked: Sequence[str], put_back: set[str]
) -> None:
    monkeypatch.setattr(anonymize, "decide", Estimator(most))

    reading = stripping.read(COUNTED, decisions=Decisions(restore=frozenset(asked)))

    assert reading.decisions.restore == put_back
    assert reading.stripped.risk.light == "green"
    assert reading.refused == (bool(set(asked) & {"eins", "zwei", "drei"}) and put_back != set(asked))


def test_nothing_is_put_back_where_the_light_is_not_green_anyway(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(anonymize, "decide", Estimator(-1))

    reading = stripping.read(COUNTED, decisions=Decisions(restore=frozenset({"eins"})))

    assert reading.decisions.restore == frozenset()


def test_a_word_that_is_certain_elsewhere_in_the_text_is_not_open_to_a_decision(
    app: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    # given an engine that is certain of a word in one place and in doubt in another
    doubt = Find("situation", 0, 4, "Koch", "WORD", "[Wort]", "suspicious", (), True, "koch")
    certain = replace(doubt, start=10, end=14, kind="PERSON", tier="certain", decidable=False)
    asked: list[Decisions] = []

    def engine(document: Any, decisions: Decisions, *_where: Any, **_options: Any) -> Stripped:
        asked.append(decisions)
        return replace(REALLY(document), finds=(doubt, certain))

    monkeypatch.setattr(anonymize, "decide", engine)
    # when the author calls it no name
    stripping.read({"situation": "Koch, Frau Koch"}, decisions=Decisions(keep=frozenset({"koch"})))
    # then the engine never hears of it
    assert all("koch" not in decisions.keep for decisions in asked)


def test_a_case_is_read_once_whatever_is_decided_about_it(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    # given an author who wants everything back, which together makes the person recognisable
    text = {"situation": "Die Kundin ist 43, Syrerin, hat Arthrose und war Orgelbauerin. Er ist 61. Fnurzapse hilft."}
    wanted = ["43", "syrerin", "arthrose", "orgelbauerin", "61"]
    really, reads = anonymize.read, []
    monkeypatch.setattr(anonymize, "read", lambda *args, **options: reads.append(1) or really(*args, **options))
    # when one after the other is tried, and what is still open is reckoned
    reading = stripping.read(text, decisions=Decisions.of(keep=["flunzigkeit"], restore=wanted), county="Haßberge")
    reading = stripping.with_offers(reading)
    # then the slow half ran once
    assert reading.refused
    assert reading.offers
    assert reads == [1]
    # and what is stored is what a first reading of the same text with these decisions gives
    afresh = anonymize.strip_fields(text, decisions=reading.decisions, county="Haßberge", polish=True)
    assert reading.stripped == afresh


def test_no_tick_stands_where_the_light_would_not_stay_green(author: Actor) -> None:
    # given an age that may go back, and a trade that alone points to somebody
    text = "Der Kunde ist 43 und sucht Arbeit. Früher war er Orgelbauer."
    page = author.sends("/faelle/vorschau", {**TYPED, "situation": text}).get_data(as_text=True)
    # then only the first has a tick, and the second says what it would cost
    assert re.findall(r'name="restore" value="([^"]+)"', page) == ["43"]
    assert re.search(r"„Orgelbauer“ bleibt „\[Beruf[^“]*“.{0,80}schriftliche Runde rot", page, re.DOTALL)


def test_the_service_needs_no_page(stage: Stage) -> None:
    # given an author and a stripped text, as the demo has them
    author, other = stage.case_manager("kg"), stage.leader("kg")
    reading = stripping.read({"title": "Ein Fall", "situation": "Er kommt nicht.", "key_question": "Was tun?"})
    confirmed = Confirmed(reading.stripped, theme_ids=["psyche"])
    # when it is submitted
    case = submit(author.user, confirmed)
    # then it is there, without a page, and only for those who may write
    assert case.theme_ids == {"psyche"}
    with pytest.raises(NotAllowed):
        submit(other.user, confirmed)
    with pytest.raises(WrongMoment):
        submit(author.user, confirmed, case)
    assert count() == 1
