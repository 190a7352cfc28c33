"""What is merely suspected stays a suspicion wherever the word stands, so that its author can keep it."""

from caseboard.anonymize import strip_fields


def tiers(text: str, word: str) -> list[tuple[str, bool]]:
    return [(f.tier, f.decidable) for f in strip_fields({"text": text}).finds if f.surface == word]


def test_a_word_that_nobody_knows_stays_decidable_at_every_place() -> None:
    text = "Frau Krügerlein kam. Ihr gefällt die Fnurzapse, mehr als der Bus.\n\nDie Fnurzapse hilft ihr sonst."

    assert tiers(text, "Fnurzapse") == [("suspicious", True)] * 2


def test_who_is_certain_once_is_certain_everywhere() -> None:
    text = "Herr Fnurzapse kam. Ihm gefällt der Bus.\n\nLaut Fnurzapse fährt er zu früh."

    assert tiers(text, "Fnurzapse") == [("certain", False)] * 2
