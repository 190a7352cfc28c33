"""The estimate of how many others fit: the worked examples, and that saying less never makes it worse."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseboard import demo_people
from caseboard.anonymize import Restored, SafeText, estimate
from caseboard.anonymize.population import (
    CHILDREN_OF_SINGLE_PARENTS,
    COUNTIES,
    NATIONALITIES,
    REGION,
    REGIONS,
    Unit,
    units_of,
)
from caseboard.anonymize.profiling import person_of
from caseboard.anonymize.report import Reason
from caseboard.anonymize.risk import (
    Person,
    Reader,
    anywhere,
    assess,
    band,
    expected_others,
    light_of,
    match,
    worse,
)

BAD_KISSINGEN = "Landkreis Bad Kissingen"
A = Person(sex="m", ages=((50, 60),), foreign=False, alone=True)
B = Person(sex="f", ages=((30, 40),), nationality="syrisch", single_parent=True, children=3)
C = Person(sex="f", ages=((30, 50),), foreign=True, single_parent=True)
D = Person(sex="m", ages=((30, 50),), foreign=True)
E = Person(sex="f", ages=((30, 50),), single_parent=True)
LIGHTS = ["green", "amber", "red"]


def unit_of(county: str | None) -> Unit:
    """The one unit that this name means."""
    (unit,) = units_of(county)
    return unit


@pytest.mark.parametrize(
    ("person", "reader", "expected", "guess", "guess_of_a_third", "light"),
    [
        pytest.param(A, "colleague", 64.96, 0.015, 0.046, "green", id="A colleague"),
        pytest.param(A, "outsider", 1545, 0.001, 0.002, "green", id="A outsider"),
        pytest.param(B, "outsider", 0.09, 0.957, 0.985, "red", id="B outsider"),
        pytest.param(B, "colleague", 0.004, 0.998, 0.999, "red", id="B colleague"),
        pytest.param(D, "colleague", 34.4, 0.029, 0.087, "green", id="D"),
        pytest.param(E, "colleague", 18.1, 0.055, 0.165, "amber", id="E"),
    ],
)
def test_worked_examples_of_a_county(
    person: Person, reader: Reader, expected: float, guess: float, guess_of_a_third: float, light: str
) -> None:
    others = expected_others(person, unit_of(BAD_KISSINGEN), reader)

    assert others == pytest.approx(expected, rel=0.01, abs=0.001)
    assert match(others) == pytest.approx(guess, abs=0.0006)
    assert match(others / 3) == pytest.approx(guess_of_a_third, abs=0.0006)
    assert light_of(others) == light


def test_the_worked_example_of_the_region_is_amber_with_either_shares() -> None:
    # given the shares behind the published figure: Bavaria's foreigners (14.27 %), Bad Kissingen's women and ages
    county = unit_of(BAD_KISSINGEN)
    ages = ((30, 50, county.age_share(30, 50)), (65, 95, REGION.over_64))
    borrowed = replace(REGION, foreign=0.1427, women=county.women, ages=ages)
    # when both are asked, and the region's own shares: 9.92 % foreigners, its own ages
    published, own = expected_others(C, borrowed), expected_others(C, REGION)
    # then the first gives the published 32.8 at the edge of green, the second fewer people; amber both times
    assert published == pytest.approx(32.8, abs=0.05)
    assert match(published / 3) == pytest.approx(0.091, abs=0.001)
    assert own == pytest.approx(26.7, abs=0.05)
    assert (light_of(published), light_of(own)) == ("amber", "amber")


@pytest.mark.parametrize(
    ("text", "person", "county", "light"),
    [
        ("Der Kunde, [Alter, 50 bis 59], deutsche Staatsangehörigkeit, lebt allein.", A, BAD_KISSINGEN, "green"),
        ("Die Kundin, [Alter, 30 bis 39], Syrerin, alleinerziehend, drei Kinder.", B, BAD_KISSINGEN, "red"),
        ("Die Kundin, [Alter, 30 bis 49], Ausländerin, alleinerziehend.", C, None, "amber"),
        ("Der Kunde, [Alter, 30 bis 49], Ausländer, sucht Arbeit.", D, BAD_KISSINGEN, "green"),
        ("Die Kundin, [Alter, 30 bis 49], alleinerziehend.", E, BAD_KISSINGEN, "amber"),
    ],
)
def test_the_worked_examples_are_read_from_texts(text: str, person: Person, county: str | None, light: str) -> None:
    put_back = (Restored("ORIGIN", "Syrerin"), Restored("ORIGIN", "Ausländer"), Restored("ORIGIN", "Ausländerin"))

    assert person_of(text, put_back) == person
    lights = estimate([SafeText.trusted(text)], put_back, county)
    assert lights.live.light == light


def test_a_guess_is_sure_where_nobody_else_fits() -> None:
    assert match(0) == 1
    assert match(1e-9) == pytest.approx(1)
    assert match(100) == pytest.approx(0.01)


@pytest.mark.parametrize(
    ("expected", "words"), [(0.4, "under 5"), (14.9, "under 5"), (15, "5-10"), (29, "5-10"), (30, "over 10")]
)
def test_bands_are_those_of_the_worse_figure(expected: float, words: str) -> None:
    assert band(expected) == words


@pytest.mark.parametrize(("expected", "light"), [(33.4, "green"), (33.2, "amber"), (15, "amber"), (14, "red")])
def test_the_classes_begin_at_eleven_and_at_five_people(expected: float, light: str) -> None:
    assert light_of(expected) == light


def test_the_county_makes_people_easier_to_recognise() -> None:
    person = Person(sex="f", ages=((30, 40),), single_parent=True)

    assert assess(person, None).light == "green"
    assert assess(person, BAD_KISSINGEN).light != "green"


CITIES = {"Aschaffenburg", "Schweinfurt", "Würzburg"}
DEMO = [house.county for house in demo_people.houses()]


@pytest.mark.parametrize("county", DEMO)
def test_every_county_of_the_demo_means_itself(county: str) -> None:
    if county.endswith(" (Stadt)"):
        wanted = [f"Stadt {county.removesuffix(' (Stadt)')}"]
    else:
        wanted = [*([f"Stadt {county}"] if county in CITIES else []), f"Landkreis {county}"]

    assert [unit.name for unit in units_of(county)] == wanted


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Lkr. Schweinfurt", "Landkreis Schweinfurt"),
        ("LK Würzburg", "Landkreis Würzburg"),
        ("Aschaffenburg (Landkreis)", "Landkreis Aschaffenburg"),
        ("Stadt Würzburg", "Stadt Würzburg"),
        ("kreisfreie Stadt Schweinfurt", "Stadt Schweinfurt"),
        ("landkreis bad kissingen", "Landkreis Bad Kissingen"),
    ],
)
def test_a_county_is_known_however_it_is_written(written: str, meant: str) -> None:
    assert unit_of(written).name == meant


@pytest.mark.parametrize("county", ["Landkreis Nirgendwo", "burg", "", "Stadt Bad Kissingen", "Kissingen"])
def test_an_unknown_county_can_be_any(county: str) -> None:
    assert units_of(county) == COUNTIES


@pytest.mark.parametrize(
    "person",
    [
        Person(sex="m", ages=((30, 40),), immigrated=True),
        Person(sex="f", region="Türkei und Naher Osten"),
        Person(sex="f", ages=((30, 40),), single_parent=True),
    ],
)
def test_a_name_of_a_city_and_a_county_has_the_worse_light_of_both(person: Person) -> None:
    both = (assess(person, "Stadt Schweinfurt").light, assess(person, "Landkreis Schweinfurt").light)

    assert assess(person, "Schweinfurt").light == worse(*both)
    assert LIGHTS.index(assess(person, "Nirgendwo").light) == LIGHTS.index(anywhere(person))


def test_the_light_for_any_county_is_that_of_the_worst() -> None:
    person = Person(sex="f", ages=((30, 40),), single_parent=True)

    assert anywhere(person) == worse(*(assess(person, unit.name).light for unit in COUNTIES))


def test_what_has_no_share_counts_as_rare() -> None:
    assert expected_others(Person(nationality="rare"), REGION) == 1
    assert assess(Person(nationality="rare"), None).light == "red"
    assert assess(Person(rare=("EVENT",)), None).light == "red"


@pytest.mark.parametrize(
    ("person", "light", "combinations"),
    [
        (Person(sex="f", ages=((30, 40),), illness=0.05), "green", []),
        (Person(sex="f", ages=((30, 40),), illness=0.005), "amber", [("SEX", "AGE", "HEALTH")]),
        (Person(sex="f", ages=((30, 36),), single_parent=True, children=2), "amber", [("SEX", "AGE", "FAMILY")]),
        (Person(sex="f", ages=((20, 30),), region="Osteuropa"), "green", []),
        (
            Person(sex="f", ages=((37, 40),), region="Osteuropa", single_parent=True),
            "red",
            [("SEX", "ORIGIN", "FAMILY"), ("AGE", "ORIGIN", "FAMILY")],
        ),
    ],
)
def test_the_light_names_the_smallest_combinations(
    person: Person, light: str, combinations: list[tuple[str, ...]]
) -> None:
    risk = assess(person, None)

    assert risk.light == light
    assert [reason.attributes for reason in risk.reasons] == combinations


def test_what_is_rare_is_named_one_by_one() -> None:
    reasons = assess(Person(rare=("JOB", "EVENT")), None).reasons

    assert reasons == (Reason("rare", ("EVENT",), "under 5"), Reason("rare", ("JOB",), "under 5"))


ages = st.tuples(st.integers(18, 64), st.integers(1, 40)).map(lambda pair: (pair[0], pair[0] + pair[1]))
people = st.builds(
    Person,
    sex=st.sampled_from([None, "f", "m", "either"]),
    ages=st.lists(ages, max_size=3).map(tuple),
    foreign=st.sampled_from([None, True]),
    nationality=st.sampled_from([None, "rare", *NATIONALITIES]),
    region=st.sampled_from([None, "Afrika", *REGIONS]),
    immigrated=st.booleans(),
    single_parent=st.booleans(),
    children=st.sampled_from([None, *CHILDREN_OF_SINGLE_PARENTS]),
    alone=st.booleans(),
    illness=st.sampled_from([None, 0.05, 0.002]),
    job=st.booleans(),
    ailing=st.booleans(),
    village=st.booleans(),
    rare=st.sampled_from([(), ("JOB",), ("EVENT", "JOB")]),
)
places = st.sampled_from([None, *(unit.name for unit in COUNTIES)])


def less(person: Person) -> list[Person]:
    """Everything that says one thing less, or says it more generally."""
    empty = Person()
    fields = ("sex", "ages", "single_parent", "children", "alone", "illness", "job", "ailing", "village", "rare")
    fewer = [replace(person, **{name: getattr(empty, name)}) for name in fields]
    if person.sex == "either":
        fewer += [replace(person, sex="f"), replace(person, sex="m")]
    if person.ages:
        fewer.append(replace(person, ages=person.ages[1:]))
        fewer.append(replace(person, ages=tuple((low // 10 * 10, -(-below // 10) * 10) for low, below in person.ages)))
    origins = [
        {"nationality": person.nationality, "region": None, "foreign": None, "immigrated": False},
        {"nationality": None, "region": "Türkei und Naher Osten", "foreign": None, "immigrated": False},
        {"nationality": None, "region": None, "foreign": True, "immigrated": False},
        {"nationality": None, "region": None, "foreign": None, "immigrated": True},
        {"nationality": None, "region": None, "foreign": None, "immigrated": False},
    ]
    if person.nationality in ("türkisch", "syrisch"):
        fewer += [replace(person, **origin) for origin in origins[1:]]
    return fewer


@given(people, places)
def test_saying_less_never_makes_it_worse(person: Person, county: str | None) -> None:
    unit = unit_of(county)
    for general in less(person):
        assert expected_others(general, unit) >= expected_others(person, unit) - 1e-9
        assert LIGHTS.index(assess(general, county).light) <= LIGHTS.index(assess(person, county).light)


@given(people, places)
def test_who_knows_less_guesses_worse(person: Person, county: str | None) -> None:
    unit = unit_of(county)

    assert expected_others(person, unit, "outsider") >= expected_others(person, unit, "colleague") - 1e-9


@given(people)
def test_every_light_but_green_says_why(person: Person) -> None:
    risk = assess(person, None)

    assert bool(risk.reasons) == (risk.light != "green")
