"""Where a passage stands in a text: whatever its case and line breaks, in whole words, never inside a placeholder."""

import pytest

from caseboard import anonymize
from caseboard.anonymize import SafeText
from caseboard.cases.checks.marking import Coarser, places
from tests.growing import LINEAR, growth


@pytest.mark.parametrize(
    ("text", "passage", "found"),
    [
        ("Der Brand war groß.", "Brand", ["Brand"]),
        ("Der Brand war groß.", "brand", ["Brand"]),
        ("Brandschaden und Waldbrand", "brand", ["Brandschaden", "Waldbrand"]),
        ("in der\n  alten Mühle", "der alten Mühle", ["der\n  alten Mühle"]),
        ("im Ei, nicht im Eifer", "ei", ["Ei"]),
        ("Cafe\u0301 und Café", "Cafe\u0301", ["Café"]),
        ("[Kundin] sah die Kundin", "Kundin", ["Kundin"]),
        ("mit [Sohn 1] im Ort", "[Sohn 1] im Ort", ["[Sohn 1] im Ort"]),
        ("mit [Sohn 1] im Ort", "1] im", ["[Sohn 1] im"]),
        ("Punkt. Mehr (nicht).", "Mehr (nicht)", ["Mehr (nicht)"]),
        ("aaaa aaaa", "aaaa", ["aaaa", "aaaa"]),
        ("nichts davon", "anderes", []),
        ("leer", "   ", []),
    ],
)
def test_a_passage_is_found_in_whole_words(text: str, passage: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in places(text, passage)] == found


def test_a_word_without_an_end_is_searched_in_linear_time() -> None:
    assert growth(lambda length: places("a" * length, "aaab"), 3_000, 15_000) <= LINEAR


@pytest.mark.parametrize("coarser", Coarser)
def test_what_a_checker_puts_in_stands_as_it_is_and_survives_another_stripping(coarser: Coarser) -> None:
    text = anonymize.mark(SafeText.trusted("Nach dem Brand war sie lange krank."), 9, 14, coarser.value)
    assert text == f"Nach dem {coarser.value} war sie lange krank."
    assert anonymize.strip(text, profile="case") == text
