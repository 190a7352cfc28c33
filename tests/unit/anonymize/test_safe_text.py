"""Only the anonymiser makes safe text, and joining loses the safety."""

import pickle

import pytest

from caseboard.anonymize import SafeText, mark, strip


def test_typed_text_cannot_call_itself_safe() -> None:
    with pytest.raises(TypeError):
        SafeText("Frau Brezina")


def test_joined_with_anything_it_is_an_ordinary_string() -> None:
    safe = SafeText.trusted("[Name]")

    joined = safe + " und mehr"

    assert type(joined) is str
    assert type(safe.replace("N", "n")) is str


def test_it_survives_being_copied_between_processes() -> None:
    safe = SafeText.trusted("[Name]")

    copied = pickle.loads(pickle.dumps(safe))  # noqa: S301 - our own bytes

    assert isinstance(copied, SafeText)


def test_stripping_gives_safe_text() -> None:
    assert isinstance(strip("Frau Brezina kommt."), SafeText)


def test_a_marking_masks_the_passage_for_good() -> None:
    safe = SafeText.trusted("Sie singt im Kirchenchor. Der Kirchenchor probt.")

    marked = mark(safe, 13, 24, "[Ereignis]")

    assert marked == "Sie singt im [Ereignis]. Der Kirchenchor probt."
    assert isinstance(marked, SafeText)


def test_a_marking_can_mean_every_occurrence() -> None:
    safe = SafeText.trusted("Sie singt im Kirchenchor. Der Kirchenchor probt.")

    assert mark(safe, 13, 24, "[entfernt]", everywhere=True) == "Sie singt im [entfernt]. Der [entfernt] probt."


def test_unsafe_text_cannot_be_marked() -> None:
    with pytest.raises(TypeError):
        mark("Frau Brezina", 5, 12, "[Name]")  # type: ignore[arg-type]


def test_a_marking_outside_of_the_text_is_refused_without_quoting_it() -> None:
    with pytest.raises(ValueError, match=r"^no such passage$"):
        mark(SafeText.trusted("kurz"), 2, 9, "[Name]")
