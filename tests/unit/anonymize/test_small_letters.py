"""Passages in small letters inside texts with capitals: a chat in an e-mail, a remark typed in a hurry."""

import pytest

from caseboard.anonymize import strip
from caseboard.anonymize.document import Document
from caseboard.anonymize.vocabulary import vocabulary

AROUND = "Sehr geehrte Frau Sand,\nanbei die Nachricht des Kunden:\n{}\nMit freundlichen Grüßen\nIhr Jobcenter"


@pytest.mark.parametrize(
    ("line", "gone"),
    [
        ("ich arbeite seit montag bei edeka hoppe an der kasse und die chefin zahlt den lohn nicht", "hoppe"),
        ("hofherr trockenbau miltenberg hat den lohn nicht gezahlt und das geld ist weg", "hofherr"),
        ("mein kind geht in die kita villa kunterbunt und die erzieherin ruft morgen an", "kunterbunt"),
        ("der antrag liegt beim pflegedienst sonnenschein und die rechnung geht an das amt", "sonnenschein"),
        ("bin umgezogen an den kiesweg 4 in bad endorf und die kaution zahlt mein bruder", "kiesweg"),
    ],
)
def test_names_in_a_message_without_capitals_go(line: str, gone: str) -> None:
    assert gone not in strip(AROUND.format(line))


@pytest.mark.parametrize(
    "line",
    [
        "der gutschein für die kita und die rechnung vom kindergarten fehlen noch und die frist ist am freitag",
        "die schule gibt kita gutschein und praxis termin erst am freitag, der antrag liegt beim amt",
        "bin im krankenhaus wegen der hüfte, die praxis hat zu und das rezept ist weg, die apotheke gibt nix",
        "die schulden sind bei der krankenkasse kurz vor weihnachten entstanden und die miete ist offen",
        "bin bis donnerstag im haus und danach im urlaub, der kollege hat die akte und den schlüssel",
    ],
)
def test_ordinary_words_of_such_a_message_stay(line: str) -> None:
    assert line in strip(AROUND.format(line))


def test_words_know_that_they_stand_among_small_letters() -> None:
    line = "ich war gestern beim amt und der antrag für die wohnung ist weg"
    words = Document(f"Die Kundin schreibt: {line}. Frau Sand prüft.", vocabulary()).words
    assert " ".join(word.text for word in words if word.lower_style) == f"schreibt {line}"


@pytest.mark.parametrize(
    "text",
    [
        "Der Kunde hat gesagt, dass er nicht kommen kann, weil er noch nicht weiß, ob er darf. Danach ging Frau Mai.",
        "Kontakt: anmeldung@kita-sonne.example, leitung@kita-sonne.example, www.kita-sonne.example/team\nFrau Mai",
    ],
)
def test_clauses_and_addresses_are_no_such_passages(text: str) -> None:
    assert not any(word.lower_style for word in Document(text, vocabulary()).words)
