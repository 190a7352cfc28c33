"""What a stripped text still tells is what counts, and what an author can decide about it, light shown beforehand."""

from datetime import UTC, datetime

import pytest

from caseboard.anonymize import (
    Decisions,
    Offer,
    Restored,
    SafeText,
    Stripped,
    estimate,
    offers,
    read,
    still_said,
    strip_fields,
)
from caseboard.anonymize.profiling import person_of
from caseboard.anonymize.residue import traits

MOTHER = "Frau Müller, 43, ist alleinerziehend, hat zwei Kinder und kommt aus Syrien. Sie sucht Arbeit."
FERRY = "Jeder hier kennt Edgar Lutzmann. Er war Fährmann auf dem Main, es gibt ein Video mit tausend Aufrufen davon."


def reached(year: int) -> tuple[int, int]:
    """The year of age that people born then reach this year."""
    years = datetime.now(UTC).year - year
    return years, years + 1


def strip(raw: str, county: str | None = None, **decisions: list[str]) -> Stripped:
    """One text with decisions."""
    return strip_fields({"text": raw}, decisions=Decisions.of(**decisions), county=county)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[Kundin], [Alter, Ende 40]", {"sex": None, "ages": ((47, 50),)}),
        ("Frau [Name], [Alter, 40 bis 49]", {"sex": "f", "ages": ((40, 50),)}),
        ("[Kunde], [Alter, 18 bis 20], und sein Sohn, [Alter, Grundschulalter]", {"ages": ((18, 21),)}),
        ("[Alter] und [Alter, Jugendalter]", {"ages": ()}),
        ("[Herkunft, Osteuropa]", {"region": "Osteuropa", "immigrated": True}),
        ("[Herkunft]", {"region": None, "immigrated": True}),
        ("Sie besucht einen Integrationskurs.", {"region": None, "immigrated": True}),
        ("Sie spricht Ukrainisch.", {"region": "Osteuropa", "immigrated": True}),
        ("Sie spricht Deutsch.", {"region": None, "immigrated": False}),
        ("Er lebt allein.", {"alone": True, "single_parent": False}),
        ("alleinerziehend mit zwei Kindern", {"single_parent": True, "children": 2}),
        ("[Sohn 1], [Sohn 2], [Tochter] und noch einmal [Sohn 1]", {"children": 3}),
        ("Sie hat zwei Söhne und eine Tochter.", {"children": 3}),
        ("Zwei Söhne, zwei Töchter.", {"children": 3}),
        ("Der Sohn kam, ein Sohn blieb. Sie hat einen Sohn.", {"children": 1}),
        ("zwei Jungs und noch einmal: zwei Jungs", {"children": 2}),
        ("Er ist Ausländer.", {"foreign": True}),
        ("Als Drittstaatsangehörige braucht sie eine Erlaubnis.", {"foreign": True}),
        ("Er hat ausländische Staatsangehörigkeit, die Frau ist deutsche Staatsangehörige.", {"foreign": True}),
        ("Sie ist deutsche Staatsbürgerin.", {"foreign": False}),
        ("Die Ausländerbehörde schweigt auf Deutsch.", {"foreign": None}),
        ("Sie sagt, sie kommt.", {"sex": "f"}),
        ("Er sucht Arbeit.", {"sex": "m"}),
        ("Die Kundin und ihr Mann suchen Arbeit.", {"sex": "either"}),
        ("Er nimmt an Ü50 teil.", {"ages": ((50, 95),)}),
        ("Das Team U25 berät.", {"ages": ((18, 25),)}),
        ("Sie spricht von [Familienverhältnisse].", {"children": None, "single_parent": False}),
    ],
)
def test_placeholders_and_plain_words_tell(text: str, said: dict[str, object]) -> None:
    person = person_of(text)
    wanted = {name: value for name, value in said.items() if name != "sex"}

    assert {name: getattr(person, name) for name in wanted} == wanted
    if said.get("sex"):
        assert person.sex == said["sex"]


@pytest.mark.parametrize(
    ("restored", "said"),
    [
        (Restored("AGE", "43"), {"ages": ((43, 44),)}),
        (Restored("AGE", "dreiundvierzig"), {"ages": ((43, 44),), "rare": ()}),
        (Restored("AGE", "Ende vierzig"), {"ages": ((47, 50),), "rare": ()}),
        (Restored("AGE", "Jahrgang 1983"), {"ages": (reached(1983),), "rare": ()}),
        (Restored("AGE", "geb. 1983"), {"ages": (reached(1983),), "rare": ()}),
        (Restored("AGE", "Jg. ’83"), {"ages": (reached(1983),), "rare": ()}),
        (Restored("AGE", "Bj. 2001"), {"ages": (reached(2001),), "rare": ()}),
        (Restored("AGE", "Jahrgang 2019"), {"ages": (), "rare": ("AGE",)}),
        (Restored("AGE", "7"), {"ages": (), "rare": ("AGE",)}),
        (Restored("AGE", "20 Monate"), {"ages": (), "rare": ("AGE",)}),
        (Restored("AGE", "uralt"), {"ages": (), "rare": ("AGE",)}),
        (Restored("ORIGIN", "Ausländerin"), {"nationality": None, "foreign": True, "rare": ()}),
        (Restored("ORIGIN", "Syrerin"), {"nationality": "syrisch"}),
        (Restored("ORIGIN", "Kirgisin"), {"nationality": "rare"}),
        (Restored("FAMILY", "vier Kinder"), {"children": 3, "rare": ()}),
        (Restored("FAMILY", "alleinerziehend mit zwei Söhnen"), {"children": 2, "single_parent": True, "rare": ()}),
        (Restored("FAMILY", "alleinerziehend mit zwei"), {"children": 2, "single_parent": True, "rare": ()}),
        (Restored("FAMILY", "vier Enkelkinder"), {"rare": ("FAMILY",)}),
        (Restored("FAMILY", "Witwe"), {"rare": ("FAMILY",)}),
        (Restored("JOB", "Orgelbauer"), {"rare": ("JOB",)}),
        (Restored("HEALTH", "Mukoviszidose"), {"rare": ("HEALTH",), "illness": None}),
        (Restored("HEALTH", "Asthma"), {"rare": (), "illness": 0.05}),
        (Restored("HEALTH", "Schlaganfall links"), {"rare": ("HEALTH",), "illness": None}),
        (Restored("MONEY", "4.817,63 €"), {"rare": ("MONEY",)}),
        (Restored("MONEY", "dreitausendelf Euro"), {"rare": ("MONEY",)}),
        (Restored("MONEY", "3.000 €"), {"rare": ()}),
    ],
)
def test_what_was_put_back_counts_as_it_stands(restored: Restored, said: dict[str, object]) -> None:
    person = person_of(f"Es geht um {restored.surface}.", [restored])

    assert {name: getattr(person, name) for name in said} == said


@pytest.mark.parametrize(
    ("raw", "restore", "light"),
    [
        ("Die Kundin ist {} und alleinerziehend, zwei Kinder.", ["43"], "red"),
        ("Die Kundin ist {} und alleinerziehend, zwei Kinder.", ["Jahrgang 1983"], "red"),
        ("Die Kundin ist {} und alleinerziehend, zwei Kinder.", ["geb. 1983"], "red"),
        ("Sie hat Kinder im Alter von {}, {} und {} Jahren.", ["4", "7", "11"], "red"),
        ("Seine Frau ist {}, er ist {}, die Schwiegermutter {}.", ["43", "61", "84"], "red"),
        ("Er ist {} und sucht Arbeit.", ["43"], "green"),
        ("Er ist {0} und sucht Arbeit. Mit {0} ist das schwer.", ["43"], "green"),
    ],
)
def test_an_exact_age_that_was_put_back_counts_however_it_is_said(raw: str, restore: list[str], light: str) -> None:
    done = strip(raw.format(*restore), restore=[each.lower().replace(".", "") for each in restore])

    assert all(each in done.texts["text"] for each in restore)
    assert done.risk.light == light


@pytest.mark.parametrize(
    ("raw", "told"),
    [
        ("Die Kundin ist alleinerziehend, 43.", "Die Kundin ist alleinerziehend, [Alter, Anfang 40]."),
        ("Er ist in seinen Vierzigern.", "Er ist in seinen [Alter, 40 bis 49]."),
        ("An ihrem 43. Geburtstag blieb sie allein.", "An ihrem [Alter, Anfang 40] blieb sie allein."),
        ("Seit ihrem 43. Lebensjahr sucht sie Arbeit.", "Seit ihrem [Alter, Anfang 40] sucht sie Arbeit."),
        ("ich bin 43 sagt sie", "ich bin [Alter, Anfang 40] sagt sie"),
        ("Sie wurde mit 16 Mutter.", "Sie wurde mit [Alter, Jugendalter] Mutter."),
        ("Er ist Mittvierziger und sucht Arbeit.", "Er ist [Alter] und sucht Arbeit."),
    ],
)
def test_an_age_is_put_more_generally_however_it_is_said(raw: str, told: str) -> None:
    assert strip(raw).texts["text"] == told


@pytest.mark.parametrize("pronoun", ["Sie", "Die Kundin", "[Kundin]"])
def test_a_pronoun_tells_as_much_as_a_noun(pronoun: str) -> None:
    raw = f"{pronoun} ist 43, alleinerziehend, hat einen Sohn und besucht den Sprachkurs."

    assert "ist [Alter], alleinerziehend" in strip(raw).texts["text"]


@pytest.mark.parametrize(
    ("raw", "told", "restore"),
    [
        ("Sie ist alleinerziehend und hat zwei Kinder.", "Sie ist alleinerziehend und hat zwei Kinder.", []),
        (
            "Sie ist alleinerziehend mit zwei Kindern.",
            "Sie ist [Familienverhältnisse].",
            ["alleinerziehend mit zwei kindern"],
        ),
        (
            "Sie ist alleinerziehend mit zwei kleinen Söhnen.",
            "Sie ist [Familienverhältnisse].",
            ["alleinerziehend mit zwei kleinen soehnen"],
        ),
        ("Sie ist allein mit 3 Ki. und sucht.", "Sie ist [Familienverhältnisse] und sucht.", ["allein mit 3 ki"]),
    ],
)
def test_a_single_parent_shines_the_same_however_it_is_said(raw: str, told: str, restore: list[str]) -> None:
    assert strip(raw).texts["text"] == told
    done = strip(raw, restore=restore)
    assert done.texts["text"] == raw
    assert done.risk.light == "green"


def test_two_common_illnesses_are_shared_by_fewer() -> None:
    both = [Restored("HEALTH", "Asthma"), Restored("HEALTH", "Tinnitus"), Restored("HEALTH", "Asthma")]

    assert person_of("Es geht um Asthma und Tinnitus.", both).illness == pytest.approx(0.05 * 0.02)


@pytest.mark.parametrize(
    ("illness", "light"),
    [("Asthma", "green"), ("Arthrose", "green"), ("Herzinfarkt", "green"), ("Morbus Crohn", "red")],
)
def test_every_illness_is_generalised_first_and_a_common_one_may_be_put_back(illness: str, light: str) -> None:
    raw = f"Die Kundin hat {illness} und sucht Arbeit."

    assert illness not in strip(raw).texts["text"]
    assert strip(raw, restore=[illness.lower()]).risk.light == light


def test_children_are_counted_in_every_case() -> None:
    assert person_of("[Sohn 1] kommt, der Brief des [Sohnes 1] fehlt, [Sohn 2] auch.").children == 2


def test_what_was_put_back_and_is_gone_again_counts_no_more() -> None:
    assert person_of("Es geht um [Beruf].", [Restored("JOB", "Orgelbauer")]).rare == ()


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Seit dem Unfall kennt ihn jeder.", "FAME"),
        ("Jeder hier kennt die Familie.", "FAME"),
        ("Früher hatte sie eine Werkstatt, jeder kannte den Laden.", "FAME"),
        ("Ihn kannte hier jeder.", "FAME"),
        ("Eine andere gibt es im ganzen Landkreis nicht.", "FAME"),
        ("Er ist der letzte Müller am Main.", "FAME"),
        ("Das Regionalfernsehen war da.", "EVENT"),
        ("Es gibt ein Video mit 400.000 Aufrufen.", "EVENT"),
        ("Sie war Vorsitzende des Vereins.", "OFFICE"),
        ("Er wurde Feuerwehrkommandant.", "OFFICE"),
        ("Er züchtet Tauben.", "HOBBY"),
        ("Sie spielt in der Blaskapelle.", "HOBBY"),
        ("Der Zirkus steht still.", "HOBBY"),
        ("Er war Fährmann.", "JOB"),
        ("Messerwerfer in sechster Generation", "JOB"),
        ("Die Zwillinge sind krank.", "FAMILY"),
    ],
)
def test_what_singles_out_is_red_whatever_the_number(text: str, kind: str) -> None:
    assert kind in {trait.kind for trait in traits(text)}
    assert estimate([SafeText.trusted(text)]).written.light == "red"


@pytest.mark.parametrize(
    "text",
    [
        "Der Elternbeirat hat sich beschwert.",
        "Sie trägt Zeitungen aus und sammelt Pfand.",
        "Er kennt alle Regeln und war im Verein.",
        "Jeder kannte die Regeln, alle kennen das Problem.",
        "Die Firma hat einen neuen Vorstand.",
        "Im Landkreis fährt kein Bus.",
        "Sie sieht abends fern und spielt Karten.",
        "Er ist als Einziger pünktlich.",
        "Im ganzen Haus ist es feucht.",
    ],
)
def test_ordinary_life_singles_nobody_out(text: str) -> None:
    assert list(traits(text)) == []


def test_what_only_looks_like_a_placeholder_hides_no_trait() -> None:
    assert list(traits("Sie war [Ehrenamt] in [Kleinstadt].")) == []
    assert [trait.kind for trait in traits("Sie war [Ehrenamt, im ganzen Ort].")] == ["FAME"]


def test_the_ferryman_stays_red_although_everything_found_is_replaced() -> None:
    done = strip(FERRY)

    assert done.risk.light == "red"
    assert {reason.attributes[0] for reason in done.risk.reasons} == {"FAME"}
    assert {find.kind for find in done.finds} == {"PERSON", "JOB", "EVENT"}


def test_everything_is_put_more_generally_until_the_light_is_green() -> None:
    done = strip("Frau Müller, 43, kommt aus Syrien. Sie sucht Arbeit.")

    assert done.risk.light == "green"
    assert "43" not in done.texts["text"]
    assert "Syrien" not in done.texts["text"]


def test_the_county_changes_the_live_light_alone() -> None:
    raw = "Frau Müller, 43, ist alleinerziehend. Sie sucht Arbeit."
    somewhere, known = strip(raw), strip(raw, county="Landkreis Haßberge")

    assert known.texts == somewhere.texts
    assert known.risk == somewhere.risk
    assert known.risk.light == "green"
    assert known.live.light == "red"
    assert known.live.reasons[0].attributes == ("AGE", "FAMILY")


def offer(raw: str, step: str, county: str | None = None, **decisions: list[str]) -> Offer:
    """The one offer with this step."""
    made = offers(read({"text": raw}), Decisions.of(**decisions), county)
    return next(each for each in made if each.steps == (step,))


@pytest.mark.parametrize("county", [None, "Landkreis Bad Kissingen"])
@pytest.mark.parametrize("raw", [MOTHER, FERRY, "Er ist 24, Orgelbauer aus Kirgistan und hat Zwillinge."])
def test_every_offer_keeps_what_it_promises(raw: str, county: str | None) -> None:
    made = offers(read({"text": raw}), county=county)

    assert made
    for each in made:
        then = strip(raw, county, **{each.decision: list(each.steps)})
        assert (then.risk.light, then.live.light) == (each.written, each.live)


@pytest.mark.parametrize("county", [None, "Landkreis Bad Kissingen"])
@pytest.mark.parametrize("raw", [MOTHER, FERRY])
def test_something_is_offered_that_turns_both_lights_green(raw: str, county: str | None) -> None:
    assert any(
        each.written == each.live == "green"
        for each in offers(read({"text": raw}), county=county)
        if each.decision == "coarser"
    )


def test_a_trait_is_hidden_by_one_step_and_by_its_kind() -> None:
    raw = "Die Frau war Schriftführerin im Ort. Sie sucht Arbeit."
    step = offer(raw, "hide:schriftfuehrerin").steps
    done = strip(raw, coarser=list(step))

    assert done.texts["text"] == "Die Frau war [Ehrenamt] im Ort. Sie sucht Arbeit."
    assert done.risk.light == "green"


def test_a_restored_passage_shows_its_light_before_it_is_put_back() -> None:
    made = offer("Er war Orgelbauer und sucht Arbeit.", "orgelbauer")

    assert (made.decision, made.kinds, made.surfaces) == ("restore", ("JOB",), ("Orgelbauer",))
    assert made.written == "red"


def test_nothing_coarser_is_offered_where_both_lights_are_green() -> None:
    assert [
        each for each in offers(read({"text": "Er sucht Arbeit als Lagerist."})) if each.decision == "coarser"
    ] == []


def test_a_placeholder_of_an_earlier_version_can_still_be_put_more_generally() -> None:
    raw = "[Kundin], [Alter, Ende 40], aus [Herkunft, Afrika], sucht Arbeit."

    assert "[Alter, 40 bis 49]" in strip(raw, coarser=["age:decade"]).texts["text"]
    assert "[Alter]" in strip(raw, coarser=["age:none"]).texts["text"]
    assert "[Herkunft]," in strip(raw, coarser=["origin:region"]).texts["text"]
    assert "Herkunft" not in strip(raw, coarser=["origin:none"]).texts["text"]


def test_what_is_put_back_is_told_with_its_kind() -> None:
    done = strip("Er ist 43 und sucht Arbeit.", restore=["43"])

    assert done.restored == (Restored("AGE", "43"),)
    assert "43" in done.texts["text"]


def test_the_estimate_of_a_stored_text_is_that_of_its_stripping() -> None:
    broken = "Er war Orgel-\nbauer. Die Frau hat Arth-\nrose, sie ist 43 Jahre alt."
    for raw, put_back in ((MOTHER, []), (FERRY, []), (broken, ["orgelbauer"]), (broken, ["arthrose"])):
        done = strip(raw, county="Landkreis Haßberge", restore=put_back)
        again = estimate(done.texts.values(), done.restored, "Landkreis Haßberge")
        assert (again.written, again.live, again.anywhere) == (done.risk, done.live, done.anywhere)


def test_what_was_put_back_over_a_line_break_is_still_said() -> None:
    done = strip("Er war Orgel-\nbauer und sucht Arbeit.", restore=["orgelbauer"])

    assert "Orgel-\nbauer" in done.texts["text"]
    assert still_said(done.texts.values(), done.restored) == done.restored == (Restored("JOB", "Orgelbauer"),)
    assert still_said([SafeText.trusted("Er war Orgelbauers Nachbar.")], done.restored) == ()


def test_nothing_can_be_decided_about_what_a_colleague_writes() -> None:
    done = strip_fields({"text": "Er ist 43 und Syrer."}, profile="contribution")

    assert done.texts["text"] == "Er ist [Alter] und [Herkunft]."
    assert done.risk.light == "green"
