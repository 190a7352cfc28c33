"""A history scored as a stream."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from caseboard.topics import rescoring
from caseboard.topics.classifier import Classifier
from caseboard.topics.rescoring import rescore
from caseboard.topics.sampling import Case
from caseboard.topics.spec import shipped_specs

END = date(2026, 10, 31)
TEXTS = (
    "Die Pfändung auf dem Konto läuft, der Gerichtsvollzieher und das Inkasso schreiben, Schulden überall.",
    "Der letzte Bus fährt um sechs, ohne Führerschein und Auto ist der Betrieb nicht zu erreichen.",
    "Was tun?",
)


def _stream(number: int) -> Iterator[Case]:
    for place in range(number):
        text = f"{TEXTS[place % 3]} {'oben' * (place % 7)} unten{place}"
        yield Case(str(place), text, f"house {place % 4}", END - timedelta(days=place))


def test_a_stream_is_scored_like_text_by_text(monkeypatch: pytest.MonkeyPatch) -> None:
    # given portions of seven
    monkeypatch.setattr(rescoring, "AT_ONCE", 7)
    classifier = Classifier(shipped_specs())

    # when
    found = rescore(_stream(30), classifier, END)

    # then
    alone = [set(classifier.counted(case.text)) for case in _stream(30)]
    together: list[set[str]] = [set() for _case in alone]
    for row, theme in zip(found.rows.tolist(), found.themes.tolist(), strict=True):
        together[row].add(classifier.keys[theme])
    assert together == alone
    assert any(alone)
    assert [found.houses[number] for number in found.house] == [case.house for case in _stream(30)]
    assert found.day.tolist() == [case.day.toordinal() for case in _stream(30)]


def test_doubles_are_found_across_portions(monkeypatch: pytest.MonkeyPatch) -> None:
    # given
    monkeypatch.setattr(rescoring, "AT_ONCE", 2)
    cases = [Case(str(place), TEXTS[place % 2], "a", END) for place in range(5)]

    # then
    assert rescore(cases, Classifier(shipped_specs()), END).doubles.tolist() == [False, False, True, True, True]


def test_portions_are_asked_for_while_they_are_needed_and_reported(monkeypatch: pytest.MonkeyPatch) -> None:
    # given
    monkeypatch.setattr(rescoring, "AT_ONCE", 10)
    heard: list[int] = []

    # when
    rescore(_stream(25), Classifier(shipped_specs()), END, report=heard.append)

    # then
    assert heard == [10, 20, 25]


def test_two_processes_find_what_one_finds(monkeypatch: pytest.MonkeyPatch) -> None:
    # given
    monkeypatch.setattr(rescoring, "AT_ONCE", 10)
    classifier = Classifier(shipped_specs())

    # when
    one, two = (rescore(_stream(45), classifier, END, processes) for processes in (1, 2))

    # then
    assert two.rows.tolist() == one.rows.tolist()
    assert two.odds.tolist() == pytest.approx(one.odds.tolist(), abs=1e-4)
    assert two.doubles.tolist() == one.doubles.tolist()
