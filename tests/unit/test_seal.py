"""The seal of a preview: the same content holds in any order, the smallest change breaks it."""

from dataclasses import replace

import pytest

from caseboard.anonymize import Decisions
from caseboard.cases.seal import Sealed, holds, seal

SECRET = "a secret of this installation, long enough"
CONTENT = Sealed(
    user_id="a" * 32,
    case_id="",
    texts={"title": "Dritter Abbruch", "situation": "[Kundin] kommt nicht mehr."},
    decisions=Decisions(keep=frozenset({"springer", "lager"}), mask=frozenset({"Alpaka"})),
    model="1",
    leave_out=("has", "nes"),
    concerns_staff=False,
)


def test_a_seal_holds_for_its_own_content() -> None:
    assert holds(SECRET, CONTENT, seal(SECRET, CONTENT))


def test_the_order_in_which_things_came_does_not_matter() -> None:
    turned = replace(CONTENT, texts=dict(reversed(CONTENT.texts.items())), leave_out=("nes", "has"))

    assert seal(SECRET, turned) == seal(SECRET, CONTENT)


@pytest.mark.parametrize(
    "changed",
    [
        replace(CONTENT, user_id="b" * 32),
        replace(CONTENT, case_id="c" * 32),
        replace(CONTENT, texts={**CONTENT.texts, "situation": "[Kundin] kommt nicht mehr. "}),
        replace(CONTENT, texts={"title": CONTENT.texts["situation"], "situation": CONTENT.texts["title"]}),
        replace(CONTENT, decisions=Decisions(keep=frozenset({"springer"}), mask=frozenset({"Alpaka"}))),
        replace(CONTENT, decisions=Decisions(keep=frozenset({"springer", "lager", "Alpaka"}))),
        replace(CONTENT, decisions=Decisions(restore=CONTENT.decisions.keep, mask=CONTENT.decisions.mask)),
        replace(CONTENT, model="2"),
        replace(CONTENT, leave_out=("has",)),
        replace(CONTENT, concerns_staff=True),
    ],
    ids=["person", "case", "text", "swapped", "kept", "moved", "restored", "model", "houses", "staff"],
)
def test_whatever_changes_breaks_the_seal(changed: Sealed) -> None:
    assert not holds(SECRET, changed, seal(SECRET, CONTENT))


@pytest.mark.parametrize("given", ["", "0" * 64, "ä" * 64])
def test_what_is_no_seal_never_holds(given: str) -> None:
    assert not holds(SECRET, CONTENT, given)


def test_another_installation_seals_otherwise() -> None:
    assert not holds("another secret, just as long as the first", CONTENT, seal(SECRET, CONTENT))
