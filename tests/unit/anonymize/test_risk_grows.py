"""Whoever says more, before or behind, never makes the light greener: of several people's traits the rarest count."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseboard.anonymize import Decisions, Lights, Restored, SafeText, estimate, strip_fields
from caseboard.anonymize.placeholder import REGIONS
from caseboard.anonymize.population import COUNTIES

LIGHTS = ["green", "amber", "red"]
PUT_BACK = (
    *(Restored("AGE", age) for age in ("43", "61", "Jahrgang 1983", "Ende vierzig", "7")),
    *(Restored("ORIGIN", origin) for origin in ("Türke", "Syrerin", "Kirgisin", "rumänisch")),
    *(Restored("HEALTH", illness) for illness in ("Asthma", "Tinnitus", "Mukoviszidose")),
    *(Restored("FAMILY", family) for family in ("vier Kinder", "Witwe")),
    *(Restored("MONEY", amount) for amount in ("3.000 €", "4.817,63 €")),
)
AGES = (
    "18 bis 20",
    "30 bis 39",
    "50 bis 59",
    "80 bis 89",
    "Anfang 20",
    "Mitte 30",
    "Ende 40",
    "Ende 60",
    "Jugendalter",
)
sentences = st.sampled_from(
    [
        *(f"[Person] ist [Alter, {age}]." for age in AGES),
        *(f"Es geht um [Herkunft, {region}]." for region in REGIONS),
        *(f"Dazu kommt {each.surface}." for each in PUT_BACK),
        *(
            "[Kundin] sucht Arbeit.",
            "[Kunde] sucht Arbeit.",
            "Herr [Name] kam.",
            "Frau [Name] kam.",
            "Die Mutter auch.",
        ),
        *(
            "Sie besucht den Integrationskurs.",
            "[Herkunft] spielt mit.",
            "Gesprochen wird Kurmandschi.",
            "Er lernt Farsi.",
        ),
        *("[Sohn 1] ist krank.", "[Sohn 2] auch.", "[Tochter] nicht.", "ein Kind", "mit zwei Kindern", "drei Kinder"),
        *(
            "alleinerziehend",
            "Er lebt allein.",
            "Die Zwillinge schreien.",
            "Nichts weiter.",
            "[Dorf] ist klein.",
            "[Erkrankung, Haut]",
            "[Beruf, Kirche]",
        ),
    ]
)
texts = st.lists(sentences, max_size=5).map(" ".join)
counties = st.sampled_from([None, *(unit.name for unit in COUNTIES)])


def lights(text: str, county: str | None = None) -> Lights:
    """The lights of a stored text, in which whatever stands of `PUT_BACK` was put back."""
    return estimate([SafeText.trusted(text)], PUT_BACK, county)


def shades(of: Lights) -> tuple[int, int, int]:
    """The written, the live light and the one for anywhere as numbers that grow with the risk."""
    return LIGHTS.index(of.written.light), LIGHTS.index(of.live.light), LIGHTS.index(of.anywhere)


@given(texts, texts, counties)
def test_whatever_is_added_before_or_behind_never_makes_a_light_greener(
    text: str, more: str, county: str | None
) -> None:
    alone = shades(lights(text, county))

    for longer in (f"{text} {more}", f"{more} {text}"):
        assert all(one <= both for one, both in zip(alone, shades(lights(longer, county)), strict=True))


@pytest.mark.parametrize(
    ("text", "more"),
    [
        (
            "[Kunde] aus [Herkunft, Amerika], [Alter, 40 bis 49], sucht Arbeit.",
            "Die Nachbarin kommt aus [Herkunft, Osteuropa].",
        ),
        ("[Kunde], [Alter, 18 bis 20], lebt allein, Sprachkurs.", "Die Mutter ist [Alter, 50 bis 59]."),
        ("Der Kunde ist 43, alleinerziehend, zwei Kinder.", "Der Opa ist [Alter, 80 bis 89]."),
    ],
)
def test_another_person_in_the_text_hides_nobody(text: str, more: str) -> None:
    assert shades(lights(f"{more} {text}")) >= shades(lights(text)) > (0, 0, 0)


def test_a_second_nationality_that_is_put_back_hides_no_rare_one() -> None:
    raw = "Der Kunde ist Türke, seine Frau ist Kirgisin."

    for restore in (["kirgisin"], ["tuerke", "kirgisin"]):
        assert strip_fields({"text": raw}, decisions=Decisions.of(restore=restore)).risk.light == "red"
