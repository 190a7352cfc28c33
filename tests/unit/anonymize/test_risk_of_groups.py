"""A group of occupations or illnesses, the branch of an employer and a village: they narrow the circle as well."""

import pytest

from caseboard.anonymize import Decisions, SafeText, estimate, offers, read, strip_fields
from caseboard.anonymize.population import COUNTIES, REGION, share_of_villagers
from caseboard.anonymize.profiling import person_of
from caseboard.anonymize.risk import Person, expected_others

LIGHTS = ["green", "amber", "red"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[Kunde], [Beruf, Handwerk]", {"job"}),
        ("[Kundin] war [Fachfrau, Bühne und Medien].", {"job"}),
        ("Er ist bei [Arbeitgeber 2, Metall].", {"job"}),
        ("Der Brief des [Arbeitgebers, Bau] fehlt.", {"job"}),
        ("[Erkrankung, Haut]", {"ailing"}),
        ("ein [Leiden, Nerven]", {"ailing"}),
        ("in [Dorf], am Rand des [Dorfs 2]", {"village"}),
        ("[Einrichtung, Gesundheit] und [Betrieb, Handel] in [Kleinstadt], [Beruf], [Erkrankung]", set()),
    ],
)
def test_groups_are_read_from_their_placeholders(text: str, said: set[str]) -> None:
    person = person_of(text)

    assert {name for name in ("job", "ailing", "village") if getattr(person, name)} == said


def test_each_group_makes_the_circle_smaller_in_every_county() -> None:
    for unit in (REGION, *COUNTIES):
        anybody = expected_others(Person(), unit)
        assert expected_others(Person(job=True), unit) == pytest.approx(anybody * 0.01)
        assert expected_others(Person(ailing=True), unit) == pytest.approx(anybody * 0.02)
        assert expected_others(Person(ailing=True, illness=0.05), unit) == pytest.approx(anybody * 0.02)
        assert expected_others(Person(village=True), unit) == pytest.approx(anybody * share_of_villagers(unit))
        assert 0.05 < share_of_villagers(unit) < 0.2


def test_occupation_illness_and_village_together_are_not_green() -> None:
    text = SafeText.trusted("[Kunde], [Beruf, Bühne und Medien], [Erkrankung, Haut] in [Dorf]")

    lights = estimate([text], county="Haßberge")

    assert (lights.written.light, lights.live.light) == ("red", "red")
    assert (
        estimate([SafeText.trusted("[Kunde], [Beruf], [Erkrankung] in [Gebiet]")], county="Haßberge").live.light
        == "green"
    )


def test_groups_are_left_out_where_the_light_would_not_be_green() -> None:
    one = strip_fields({"text": "Der Kunde war Orgelbauer und sucht Arbeit."})
    both = strip_fields({"text": "Der Kunde, 34, war Orgelbauer, hat Psoriasis und sucht Arbeit."})

    assert "[Beruf, Handwerk]" in one.texts["text"]
    assert "[Beruf]" in both.texts["text"]
    assert "[Erkrankung]" in both.texts["text"]
    assert (one.risk.light, both.risk.light) == ("green", "green")


def test_leaving_out_the_groups_is_offered_and_keeps_what_it_promises() -> None:
    # given an occupation that is not green in a county
    raw = {"text": "Der Kunde war Orgelbauer und sucht Arbeit."}
    # when the step is taken that the page offers
    step = next(each for each in offers(read(raw), county="Haßberge") if each.steps == ("group:none",))
    done = strip_fields(raw, decisions=Decisions.of(coarser=step.steps), county="Haßberge")
    # then the group is gone, and the lights are those that were shown
    assert done.texts["text"] == "Der Kunde war [Beruf] und sucht Arbeit."
    assert (done.risk.light, done.live.light) == (step.written, step.live) == ("green", "green")


def test_a_group_of_an_earlier_version_can_still_be_left_out() -> None:
    raw = {"text": "[Kunde], [Beruf, Handwerk] bei [Arbeitgeber 2, Metall] in [Dorf], sucht Arbeit."}

    assert strip_fields(raw, decisions=Decisions.of(coarser=["group:none"])).texts["text"] == (
        "[Kunde], [Beruf] bei [Arbeitgeber 2] in [Gebiet], sucht Arbeit."
    )
