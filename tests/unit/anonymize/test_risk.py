"""The estimate of how many others fit: the worked examples, and that saying less never makes it worse."""

from itertools import product

import pytest

from caseboard.anonymize import Decisions, strip_fields
from caseboard.anonymize.population import REGION, unit_of
from caseboard.anonymize.risk import Person, assess, expected_others, light_of, match

BAD_KISSINGEN = "Landkreis Bad Kissingen"
MAN = Person(sex="m", age=(50, 60), foreign=False, alone=True)
MOTHER = Person(sex="f", age=(30, 40), nationality="syrisch", single_parent=True, children=3)


@pytest.mark.parametrize(
    ("person", "reader", "expected", "light"),
    [
        (MAN, "colleague", 64.96, "green"),
        (MAN, "outsider", 1545, "green"),
        (MOTHER, "outsider", 0.09, "red"),
        (MOTHER, "colleague", 0.004, "red"),
        (Person(sex="m", age=(30, 50), foreign=True), "colleague", 34.4, "green"),
        (Person(sex="f", age=(30, 50), single_parent=True), "colleague", 18.1, "amber"),
    ],
)
def test_worked_examples_of_a_county(person: Person, reader: str, expected: float, light: str) -> None:
    others = expected_others(person, unit_of(BAD_KISSINGEN), reader)  # type: ignore[arg-type]

    assert others == pytest.approx(expected, rel=0.07)
    assert light_of(others) == light


def test_the_worked_example_of_the_region_stands_at_the_edge() -> None:
    assert light_of(expected_others(Person(sex="f", age=(30, 50), foreign=True, single_parent=True), REGION)) == "amber"


def test_a_guess_is_sure_where_nobody_else_fits() -> None:
    assert match(0) == 1
    assert match(1e-9) == pytest.approx(1)
    assert match(100) == pytest.approx(0.01)


def test_the_county_makes_people_easier_to_recognise() -> None:
    person = Person(sex="f", age=(30, 40), single_parent=True)

    assert assess(person, None).light == "green"
    assert assess(person, BAD_KISSINGEN).light != "green"


def test_saying_less_never_makes_it_worse() -> None:
    order = ["green", "amber", "red"]
    for sex, age, single, alone in product((None, "f"), (None, (30, 50), (40, 44)), (False, True), (False, True)):
        said = Person(sex=sex, age=age, single_parent=single, alone=alone)  # type: ignore[arg-type]
        for less in (
            Person(None, age, single_parent=single, alone=alone),
            Person(said.sex, None, single_parent=single, alone=alone),
            Person(said.sex, age, single_parent=False, alone=alone),
            Person(said.sex, age, single_parent=single, alone=False),
        ):
            assert expected_others(less, REGION) >= expected_others(said, REGION)
            assert order.index(assess(less, None).light) <= order.index(assess(said, None).light)


def test_an_event_is_red_whatever_the_number() -> None:
    raw = "Der Kunde kam in die Schlagzeilen nach dem Raubüberfall in Bergen."
    masked = strip_fields({"text": raw})
    event = next(f for f in masked.finds if f.kind == "EVENT")

    assert masked.risk.light == "green"
    restored = strip_fields({"text": raw}, decisions=Decisions.of(restore=[event.key]))
    assert event.surface not in masked.texts["text"]
    assert restored.risk.light == "red" or event.surface not in restored.texts["text"]


def test_a_rare_job_put_back_is_red_and_says_why() -> None:
    done = strip_fields({"text": "Er war Orgelbauer."}, decisions=Decisions.of(restore=["orgelbauer"]))

    assert done.risk.light == "red"
    assert done.risk.reasons[0].attributes == ("JOB",)
    assert done.risk.reasons[0].band == "under 5"


def test_what_is_masked_grows_coarser_until_the_light_is_green() -> None:
    raw = "Die alleinerziehende Kundin, 43, aus Syrien, sucht Arbeit."

    done = strip_fields({"text": raw})
    in_a_county = strip_fields({"text": raw}, county=BAD_KISSINGEN)

    assert done.risk.light == "green"
    assert "[Herkunft]" in in_a_county.texts["text"]
    assert "43" not in in_a_county.texts["text"]
