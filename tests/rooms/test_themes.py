"""The radar tells what recurs without telling how few stand behind it, and moderators keep the themes."""

import re
from datetime import timedelta

import pytest
from sqlalchemy import func, select

from caseboard import clock
from caseboard.db import command, db
from caseboard.models import (
    AuditEntry,
    Case,
    CaseState,
    Standing,
    Theme,
    ThemeSnapshot,
    ThemeState,
)
from caseboard.themes import counting, deciding, snapshots
from tests.actors import Actor, Stage
from tests.rooms.recurring import (
    HOUSES,
    NETWORK,
    USUAL,
    a_week,
    counted,
    decided,
    history,
    recurring,
    released_case,
)

MOBILITY, CHILDREN = "mobilitaet", "kinderbetreuung"


def newest(theme: str) -> ThemeSnapshot:
    """The newest figures of a theme."""
    found = db.session.scalars(
        select(ThemeSnapshot).where(ThemeSnapshot.theme_id == theme).order_by(ThemeSnapshot.week.desc())
    ).first()
    assert found is not None
    return found


@command
def passes(case_id: str, state: CaseState) -> None:
    """Let a case stand in another state."""
    db.session.get_one(Case, case_id).state = state


def words(page: str) -> str:
    """What a reader sees of a page, without the markup."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page.partition("<main")[2].partition("</main>")[0]))


def test_a_theme_that_has_risen_in_three_houses_is_flagged_in_rounded_figures(stage: Stage) -> None:
    # given eighteen cases of the last three months where none would be expected
    authors = recurring(stage, MOBILITY)

    # when a colleague looks at the radar and at the theme
    radar = words(authors[0].opens("/themen").get_data(as_text=True))
    page = words(authors[0].opens(f"/themen/{MOBILITY}").get_data(as_text=True))

    # then what is said is the sentence of the rule in multiples of five, and the closed quarter alone
    assert (
        "Mobilität im ländlichen Raum häuft sich Fälle in den letzten vier abgeschlossenen Quartalen etwa 10" in radar
    )
    assert "etwa 20 Fälle" in page
    assert "weniger als 5" in page
    assert "Mindestens 3 von 6 Jobcentern" in page
    assert "mindestens das 5-Fache" in page
    assert "18" not in page


@pytest.mark.parametrize(
    ("months", "figure"),
    [(2, "etwa 5 Fälle, erwartet wären weniger als 5"), (4, "gab es zu wenige Fälle für eine Zahl")],
)
def test_a_signal_that_becomes_weaker_says_so_in_the_month_in_which_it_is_held(
    stage: Stage, months: int, figure: str
) -> None:
    # given a signal
    history(stage, MOBILITY, *HOUSES)
    decided()

    # when no case of it comes any more, and the rule decides some months later
    with clock.at(clock.midnight(clock.months_before(clock.today(), -months)) + timedelta(days=3)):
        for house in NETWORK:
            for months_ago in range(1, months + 1):
                counted(USUAL, house, months_ago, 3)
        decided()
        a_week()
        page = words(stage.case_manager("kg").opens(f"/themen/{MOBILITY}").get_data(as_text=True))

    # then the theme still recurs, and the sentence tells why that may end soon
    assert (newest(MOBILITY).standing, deciding.newest()[MOBILITY].weak) == (Standing.SIGNAL, 1)
    assert figure in page
    assert "Der Anstieg ist schwächer geworden; bleibt er es zwei Monate lang, endet der Hinweis." in page
    assert "Vorsichtig gerechnet" not in page


def test_three_cases_of_three_houses_are_no_signal_without_anything_to_compare_with(stage: Stage) -> None:
    for house in HOUSES:
        released_case(stage, stage.case_manager(house), MOBILITY)
    decided()
    a_week()

    reader = stage.case_manager("msp")
    assert newest(MOBILITY).standing is Standing.NO_BASIS
    assert "noch keine Vergleichsbasis" in words(reader.opens(f"/themen/{MOBILITY}").get_data(as_text=True))
    assert "Noch keine Vergleichsbasis" in words(reader.opens("/themen").get_data(as_text=True))


def test_what_is_always_there_is_a_lasting_theme_and_leadership_hears_of_it(stage: Stage) -> None:
    history(stage, MOBILITY)
    decided()
    a_week()

    assert (newest(USUAL).standing, newest(USUAL).flagged) == (Standing.STANDING, False)
    leader = stage.leader("kt")
    assert "Dauerthemen" in words(leader.opens("/themen").get_data(as_text=True))
    assert leader.opens(f"/themen/{USUAL}").status_code == 200


def test_a_local_cluster_is_for_its_own_house_and_from_three_submitters_on(stage: Stage) -> None:
    # given a theme that rises in one house alone, where two colleagues have brought cases
    history(stage, MOBILITY)
    with clock.at(clock.now() - timedelta(days=40)):
        for author in (stage.case_manager("kg"), stage.case_manager("kg")):
            for _again in range(6):
                released_case(stage, author, MOBILITY)
    decided()
    a_week()
    colleague, stranger = stage.case_manager("kg"), stage.case_manager("nes")
    assert "örtliche Häufung" not in words(colleague.opens(f"/themen/{MOBILITY}").get_data(as_text=True))

    # when a third one brings a case
    with clock.at(clock.now() - timedelta(days=40)):
        released_case(stage, stage.case_manager("kg"), MOBILITY)
    decided()

    # then it is as before until the next week is frozen, like everything else on these pages
    assert "örtliche Häufung" not in words(colleague.opens(f"/themen/{MOBILITY}").get_data(as_text=True))
    next_week = clock.now() + timedelta(days=7)
    with clock.at(next_week):
        a_week()

    # and then the house sees it, its leadership too, and nobody else does, on no page
    for one in (colleague, stage.leader("kg")):
        assert "örtliche Häufung" in words(one.opens(f"/themen/{MOBILITY}").get_data(as_text=True))
        assert "Vor allem bei Ihnen" in words(one.opens("/themen").get_data(as_text=True))
    elsewhere = stage.leader("nes")
    assert elsewhere.opens(f"/themen/{MOBILITY}").status_code == 404
    assert "Mobilität" not in words(elsewhere.opens("/themen").get_data(as_text=True))
    assert "Mobilität" not in elsewhere.opens("/themen/verlauf.csv").get_data(as_text=True)
    for path in ("/themen", f"/themen/{MOBILITY}"):
        page = words(stranger.opens(path).get_data(as_text=True))
        assert "örtliche Häufung" not in page
        assert "Vor allem bei Ihnen" not in page
    assert newest(MOBILITY).standing is Standing.QUIET


def test_withdrawn_paused_and_unreleased_cases_do_not_count(stage: Stage) -> None:
    # given a case of each way not to count, and one that does
    for theme, state in ((MOBILITY, CaseState.WITHDRAWN), (CHILDREN, CaseState.SUBMITTED), ("schulden", None)):
        case_id = released_case(stage, stage.case_manager("kg"), theme)
        if state:
            passes(case_id, state)
        else:
            pause(case_id)
    released_case(stage, stage.case_manager("kg"), "energie")

    # then
    assert {theme for theme, _house, _month in counting.count()} == {"energie"}


@command
def pause(case_id: str) -> None:
    """Somebody recognised the person in the case."""
    db.session.get_one(Case, case_id).paused_at = clock.now()


def test_the_figures_of_a_week_stay_until_the_next(stage: Stage) -> None:
    # given a week without anything to see, and then three cases
    assert a_week()
    assert newest(MOBILITY).week == clock.today() - timedelta(days=clock.today().weekday())
    recurring(stage, MOBILITY)
    reader = stage.case_manager("msp")
    assert "noch keine Vergleichsbasis" in words(reader.opens(f"/themen/{MOBILITY}").get_data(as_text=True))
    before = db.session.scalar(select(func.count()).select_from(ThemeSnapshot))

    # when the job runs again in the same week, then nothing is counted anew
    assert not snapshots.take_snapshot()
    assert db.session.scalar(select(func.count()).select_from(ThemeSnapshot)) == before

    # when it runs in the week after
    with clock.at(clock.now() + timedelta(days=7)):
        assert a_week()

    # then
    assert "häuft sich" in words(reader.opens(f"/themen/{MOBILITY}").get_data(as_text=True))


def test_flagged_themes_come_first_and_within_the_names_order_them(stage: Stage) -> None:
    # given the later name with many cases and the earlier one with few
    for house in HOUSES:
        for months_ago in (1, 2, 3):
            counted("schulden", stage.house(house).id, months_ago, 6)
    reader = recurring(stage, MOBILITY)[0]

    # when
    radar = words(reader.opens("/themen").get_data(as_text=True)).partition("Themen nach Quartalen")[2]

    # then the order does not tell which is bigger
    places = [radar.index(name) for name in ("Mobilität im", "Schulden und", "Ältere über", "Wohnungsverlust und")]
    assert places == sorted([places[0], places[1]]) + sorted(places[2:], reverse=True)


def test_from_the_evidence_whoever_consults_comes_to_the_cases_they_may_read(stage: Stage) -> None:
    # given a theme with three cases, one of the reader's own house, and a case of another theme
    reader = recurring(stage, MOBILITY)[0]
    other = released_case(stage, stage.case_manager("nes"), CHILDREN)
    page = reader.opens(f"/themen/{MOBILITY}").get_data(as_text=True)
    assert "Fälle lesen, die Sie lesen dürfen" in page
    form = page.partition('action="/bibliothek"')[2].partition("</form>")[0]
    assert f'name="theme" value="{MOBILITY}"' in form
    assert not re.search(r"\d", words(f"<main>{form}"))

    # when they go there
    shelf = reader.sends("/bibliothek", {"theme": MOBILITY}, follow=False).get_data(as_text=True)

    # then those of other houses stand there, and leadership is led to none
    assert len(re.findall(r'href="/bibliothek/\w+"', shelf)) == 2
    assert f"/bibliothek/{other}" not in shelf
    assert "/bibliothek" not in stage.leader("kt").opens(f"/themen/{MOBILITY}").get_data(as_text=True)


def test_leadership_sees_flagged_themes_alone(stage: Stage) -> None:
    recurring(stage, MOBILITY)
    leader = stage.leader("kt")

    radar = words(leader.opens("/themen").get_data(as_text=True))

    assert "Mobilität im ländlichen Raum" in radar
    assert "Schulden" not in radar
    assert leader.opens("/themen/schulden").status_code == 404
    assert leader.opens(f"/themen/{MOBILITY}").status_code == 200
    assert "/vorschlaege/neu/" not in leader.pages[-1]


@pytest.mark.parametrize("role", ["officer", "administrator"])
def test_whoever_neither_consults_nor_leads_finds_no_themes(stage: Stage, role: str) -> None:
    outsider: Actor = getattr(stage, role)("kg")

    assert outsider.opens("/themen").status_code == 404
    assert outsider.opens(f"/themen/{MOBILITY}").status_code == 404


def entry(**changes: str) -> dict[str, str]:
    """The form of a theme as a moderator might send it."""
    return {
        "name_de": "Wege zur Arbeit",
        "name_en": "Ways to work",
        "definition": "Der Arbeitsplatz ist nicht zu erreichen.",
        "seeds": "Bus\r\nFahrplan\r\n\r\nMonatskarte\r\nBus",
        "excludes": "Bussgeld",
    } | changes


def test_a_moderator_keeps_the_words_of_a_theme(stage: Stage) -> None:
    moderator = stage.moderator("msp")

    page = moderator.sends(f"/themen/{MOBILITY}/bearbeiten", entry()).get_data(as_text=True)

    assert "Das Thema ist gespeichert." in page
    theme = db.session.get_one(Theme, MOBILITY)
    assert (theme.name_de, theme.seeds) == ("Wege zur Arbeit", ["Bus", "Fahrplan", "Monatskarte"])
    assert theme.excludes == ["Bussgeld"]
    assert db.session.scalars(select(AuditEntry.verb)).all()[-1] == "theme.edit"


@pytest.mark.parametrize("name", ["Rough sleeping", "Wraparound childcare", "Zero-hours contracts", "Elder care"])
def test_an_english_name_of_unusual_words_is_no_person(stage: Stage, name: str) -> None:
    page = stage.moderator("msp").sends(f"/themen/{MOBILITY}/bearbeiten", entry(name_en=name)).get_data(as_text=True)

    assert "Das Thema ist gespeichert." in page
    assert db.session.get_one(Theme, MOBILITY).name_en == name


@pytest.mark.parametrize("name", ["Hope Young", "Miller contact", "Ask Grace Field", "contact hans müller"])
def test_a_person_in_an_english_name_is_refused_though_the_words_are_english(stage: Stage, name: str) -> None:
    answer = stage.moderator("msp").sends(f"/themen/{MOBILITY}/bearbeiten", entry(name_en=name))

    assert answer.status_code == 422
    assert db.session.get_one(Theme, MOBILITY).name_en == "Rural mobility"


def test_a_name_among_the_seeds_is_refused_beside_its_field_and_nothing_typed_is_lost(stage: Stage) -> None:
    moderator = stage.moderator("msp")

    answer = moderator.sends(f"/themen/{MOBILITY}/bearbeiten", entry(seeds="Bus\nHerr Josef Hubermeier"))

    page = answer.get_data(as_text=True)
    assert answer.status_code == 422
    assert "Das sieht nach Name, Nummer oder Anschrift einer Person aus." in page
    assert "Herr Josef Hubermeier" in page
    assert "Der Arbeitsplatz ist nicht zu erreichen." in page
    assert "Bus" in db.session.get_one(Theme, MOBILITY).seeds
    assert not [seed for seed in db.session.get_one(Theme, MOBILITY).seeds if "Huber" in seed]


@pytest.mark.parametrize("seeds", ["", "\n".join(f"Wort{number}" for number in range(41)), "x" * 61])
def test_no_seed_too_many_and_too_long_ones_are_refused(stage: Stage, seeds: str) -> None:
    answer = stage.moderator("msp").sends(f"/themen/{MOBILITY}/bearbeiten", entry(seeds=seeds))

    assert answer.status_code == 422
    assert "Fahrplan" in db.session.get_one(Theme, MOBILITY).seeds


def test_a_retired_theme_is_for_moderators_only_and_comes_back(stage: Stage) -> None:
    # given
    recurring(stage, MOBILITY)
    moderator, colleague = stage.moderator("msp"), stage.case_manager("msp")

    # when
    page = moderator.sends(f"/themen/{MOBILITY}/ruhen").get_data(as_text=True)

    # then
    assert "Das Thema ruht." in page
    assert "/vorschlaege/neu/" not in page
    assert colleague.opens(f"/themen/{MOBILITY}").status_code == 404
    assert "Mobilität" not in words(colleague.opens("/themen").get_data(as_text=True))
    assert moderator.sends(f"/themen/{MOBILITY}/ruhen").status_code == 409

    # when
    moderator.sends(f"/themen/{MOBILITY}/wieder-nutzen")

    # then
    assert db.session.get_one(Theme, MOBILITY).state is ThemeState.ACTIVE
    assert colleague.opens(f"/themen/{MOBILITY}").status_code == 200


def test_nobody_but_moderators_edits_themes(stage: Stage) -> None:
    for actor in (stage.case_manager("kg"), stage.leader("kg"), stage.administrator("kg")):
        for path in ("bearbeiten", "ruhen", "wieder-nutzen"):
            assert actor.sends(f"/themen/{MOBILITY}/{path}", entry()).status_code == 404
    assert db.session.get_one(Theme, MOBILITY).name_de == "Mobilität im ländlichen Raum"
