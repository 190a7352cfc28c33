"""Writing a case: from the typed text over the preview to the stored case, and everything that can go wrong."""

import re
from dataclasses import replace
from datetime import timedelta
from html import unescape
from typing import Any

import pytest
from sqlalchemy import func, select
from werkzeug.test import TestResponse

from caseboard import anonymize, clock
from caseboard.cases import service
from caseboard.db import db
from caseboard.models import Case, CaseState, Notice
from caseboard.models.case import CaseCheck, CheckStage, Light
from tests.actors import Actor, Stage
from tests.database_files import files_of

TYPED = {
    "title": "Dritte Maßnahme abgebrochen",
    "situation": (
        "Frau Sabine Krügerlein aus der Birkenhainstraße 14 hat zum dritten Mal abgebrochen.\r\n"
        "Ihre BG-Nummer ist 73504//0048213. Frau Krügerlein sagt, der Bus fährt zu früh."
    ),
    "key_question": "Wie nehme ich den Druck heraus?",
    "known": "Sabine Krügerlein",
}
RAW = ("Krügerlein", "Birkenhainstraße 14", "73504//0048213")


def fields_of(response: TestResponse) -> dict[str, Any]:
    """Every value the page would send back, as a browser without script would."""
    page = response.get_data(as_text=True)
    found: dict[str, Any] = {}
    for tag in re.findall(r"<input[^>]*>", page):
        pairs = dict(re.findall(r'([\w-]+)="([^"]*)"', tag))
        if "name" not in pairs or (pairs.get("type") == "checkbox" and " checked" not in tag):
            continue
        found.setdefault(pairs["name"], []).append(unescape(pairs.get("value", "")))
    for name, value in re.findall(r'<textarea[^>]*name="([^"]+)"[^>]*>(.*?)</textarea>', page, re.DOTALL):
        found.setdefault(name, []).append(unescape(value).removeprefix("\r\n"))
    for own in ("csrf_token", "next", "theme", "language"):
        found.pop(own, None)
    return found


def previewed(author: Actor, **changes: Any) -> dict[str, Any]:
    """The form as it stands on the preview page after typing, with the theme question answered."""
    response = author.sends("/faelle/vorschau", {**TYPED, **changes})
    assert response.status_code == 200
    return {**fields_of(response), "no_theme": "y"}


def only_case() -> Case:
    """The one case there is."""
    return db.session.scalars(select(Case)).one()


def count() -> int:
    """How many cases there are."""
    return db.session.scalar(select(func.count()).select_from(Case)) or 0


@pytest.fixture
def author(stage: Stage) -> Actor:
    """A case manager in a house with two colleagues who can check."""
    stage.case_manager("kg")
    stage.case_manager("kg")
    return stage.case_manager("kg")


def test_a_case_goes_from_paste_to_checking(author: Actor, stage: Stage) -> None:
    # given a text with a name, an address and a number in it
    sealed = previewed(author)
    assert count() == 0
    # when its author confirms what the preview shows
    response = author.sends("/faelle", sealed, follow=False)
    # then exactly the stripped text is stored and the author is led to it
    case = only_case()
    assert response.status_code == 303
    assert response.location == f"/faelle/meine/{case.id}"
    assert case.state is CaseState.SUBMITTED
    assert case.author_id == author.user_id
    assert case.key_question == TYPED["key_question"]
    assert not any(raw in text for raw in RAW for text in (case.title, case.situation) if text)
    assert "\r" not in (case.situation or "")
    assert case.anonymizer
    assert sum(case.kinds.values()) >= len(RAW)
    # and a page shows it as it is stored
    page = author.opens(response.location).get_data(as_text=True)
    assert "In der ersten Prüfung" in page
    assert "bei den Prüfenden in Ihrem Haus" in page


def test_what_was_typed_is_nowhere_in_the_database(author: Actor) -> None:
    # given a case that was handed in and one that was put aside
    author.sends("/faelle", previewed(author))
    author.sends("/faelle/spaeter", {**TYPED, "once": "ab" * 16})
    assert count() == 2
    # then no piece of eight characters of name, address or number is in the files, nor in any row
    stored = b"\n".join(_everything_stored())
    pieces = {raw[start : start + 8] for raw in RAW for start in range(len(raw) - 7)}
    assert sorted(piece for piece in pieces if piece.encode() in stored) == []
    # but the search does find what was stored
    assert b"zum dritten Mal abgebrochen" in stored


def _everything_stored() -> list[bytes]:
    if db.engine.dialect.name == "sqlite":
        return list(files_of(db.engine).values())
    tables = db.metadatas[None].sorted_tables
    return [str(row).encode() for table in tables for row in db.session.execute(table.select())]


def test_the_preview_shows_the_original_struck_through_beside_its_replacement(author: Actor) -> None:
    page = author.sends("/faelle/vorschau", TYPED).get_data(as_text=True)

    assert re.search(r"<del>[^<]*Krügerlein</del>.{0,80}<ins>\[[^<]+\]</ins>", page)
    assert re.search(r"\d+ Ersetzung", page)
    assert "Noch ist nichts gespeichert" in page


def test_without_script_going_back_to_the_text_keeps_everything(author: Actor, stage: Stage) -> None:
    # given a preview of a form with every answer in it
    stage.house("nes")
    sealed = previewed(author, attempts="Zweimal angerufen.", leave_out=["nes"], concerns_staff="y", mask="Bus")
    # when the author goes back
    page = author.sends("/faelle/neu", sealed)
    # then all of it is there
    kept = fields_of(page)
    assert kept["situation"] == [TYPED["situation"].replace("\r\n", "\n")] or kept["situation"] == [TYPED["situation"]]
    assert kept["known"] == [TYPED["known"]]
    assert kept["attempts"] == ["Zweimal angerufen."]
    assert kept["leave_out"] == ["nes"]
    assert kept["concerns_staff"] == ["y"]
    assert kept["mask"] == ["Bus"]
    assert kept["once"] == sealed["once"]


def test_a_text_changed_after_the_preview_is_shown_again_before_it_is_stored(author: Actor) -> None:
    # given a sealed preview
    sealed = previewed(author)
    # when something else is sent under its seal
    response = author.sends("/faelle", {**sealed, "situation": "Herr Wolfhart Zimmerling wohnt jetzt woanders."})
    # then nothing is stored, and a new preview says why
    assert response.status_code == 409
    assert count() == 0
    page = response.get_data(as_text=True)
    assert "Seit der letzten Vorschau hat sich etwas geändert" in page
    # and what it shows can be confirmed
    assert author.sends("/faelle", {**fields_of(response), "no_theme": "y"}).status_code == 200
    assert count() == 1


def test_the_seal_of_one_person_is_none_for_another(author: Actor, stage: Stage) -> None:
    sealed = previewed(author)

    assert stage.case_manager("kg").sends("/faelle", sealed).status_code == 409
    assert count() == 0


def test_a_second_click_lands_on_the_same_case(author: Actor) -> None:
    sealed = previewed(author)

    first = author.sends("/faelle", sealed, follow=False)
    second = author.sends("/faelle", sealed, follow=False)

    assert first.location == second.location
    assert count() == 1


@pytest.mark.parametrize("path", ["/faelle", "/faelle/spaeter"])
def test_two_sends_at_the_same_instant_make_one_case(author: Actor, monkeypatch: pytest.MonkeyPatch, path: str) -> None:
    # given a send that does not see the other one yet
    sealed = previewed(author)
    first = author.sends(path, sealed, follow=False)
    look, blind = service._sent_before, iter([True, False])
    monkeypatch.setattr(service, "_sent_before", lambda *about: None if next(blind) else look(*about))
    # when the database refuses its key
    second = author.sends(path, sealed, follow=False)
    # then it is led to the case of the first
    assert second.location == first.location
    assert count() == 1


def test_another_text_under_a_spent_key_is_not_swallowed(author: Actor) -> None:
    # given a case handed in, and the browser's arrow back to its form
    sealed = previewed(author)
    author.sends("/faelle", sealed)
    # when another text is handed in from there
    other = previewed(author, situation="Der Bus kommt nie.", once=sealed["once"])
    response = author.sends("/faelle", other)
    # then it is turned down with everything kept
    assert response.status_code == 409
    assert fields_of(response)["situation"] == ["Der Bus kommt nie."]
    assert "schon zur Prüfung gegeben" in response.get_data(as_text=True)


def test_forged_fields_change_nothing(author: Actor, stage: Stage) -> None:
    stranger = stage.case_manager("nes")
    forged = {
        "state": "released",
        "status": "released",
        "author_id": stranger.user_id,
        "jobcenter_id": "nes",
        "light": "green",
        "house_checker_id": stranger.user_id,
        "id": "f" * 32,
    }

    author.sends("/faelle", {**previewed(author), **forged})

    case = only_case()
    assert (case.state, case.author_id, case.jobcenter_id) == (CaseState.SUBMITTED, author.user_id, "kg")
    assert case.house_checker_id is None
    assert case.id != "f" * 32


def test_themes_come_from_the_list_and_are_at_most_three(author: Actor) -> None:
    sealed = previewed(author)
    sealed.pop("no_theme")

    # given no theme, or four of them
    for themes in ([], ["mobilitaet", "schulden", "energie", "psyche"]):
        response = author.sends("/faelle", {**sealed, "themes": themes})
        assert response.status_code == 422
        assert count() == 0
    # when two are ticked, and one that does not exist
    author.sends("/faelle", {**sealed, "themes": ["mobilitaet", "energie", "erfunden"]})
    # then the two are stored
    assert only_case().theme_ids == {"mobilitaet", "energie"}


def test_the_houses_left_out_are_stored_and_shown_to_nobody(author: Actor, stage: Stage) -> None:
    # given a case that leaves out two houses, one of them made up
    stage.house("nes")
    checker = stage.case_manager("kg")
    author.sends("/faelle", previewed(author, leave_out=["nes", "kg", "erfunden"]))
    case = only_case()
    # then only a real other house is stored
    assert case.excluded == {"nes"}
    # and neither the author's own page nor the checker's names it
    for page in (author.opens(f"/faelle/meine/{case.id}"), checker.opens(f"/pruefen/{case.id}")):
        assert page.status_code == 200
        assert "Rhön-Grabfeld" not in page.get_data(as_text=True)


def test_one_of_those_who_can_check_is_asked(author: Actor, stage: Stage) -> None:
    moderator = stage.moderator("msp")
    leader = stage.leader("kg")

    author.sends("/faelle", previewed(author))

    case = only_case()
    asked = set(db.session.scalars(select(Notice.user_id).where(Notice.thing == f"case:{case.id}")))
    assert len(asked) == 1
    assert not asked & {author.user_id, moderator.user_id, leader.user_id}
    assert not case.checked_elsewhere


def test_in_a_small_house_the_check_is_made_elsewhere(stage: Stage) -> None:
    # given a house with one colleague and a leader
    author, moderator = stage.case_manager("mil"), stage.moderator("msp")
    stage.case_manager("mil")
    stage.leader("mil")
    # when a case is handed in
    author.sends("/faelle", previewed(author))
    # then a moderator of another county is asked
    case = only_case()
    assert case.checked_elsewhere
    assert list(db.session.scalars(select(Notice.user_id))) == [moderator.user_id]


def test_a_case_about_staff_is_checked_elsewhere(author: Actor) -> None:
    author.sends("/faelle", previewed(author, concerns_staff="y"))

    assert only_case().checked_elsewhere


def test_later_keeps_a_stripped_draft_for_two_weeks(author: Actor) -> None:
    # given no more than a half-written text
    response = author.sends("/faelle/spaeter", {"situation": TYPED["situation"], "once": "cd" * 16}, follow=False)
    # then it is there, stripped, with the day of its end
    case = only_case()
    assert response.status_code == 303
    assert case.state is CaseState.DRAFT
    assert not any(raw in (case.situation or "") for raw in RAW)
    assert case.expires_at is not None
    assert abs(case.expires_at - clock.now() - timedelta(days=14)) < timedelta(minutes=1)
    # and a second click kept it once
    author.sends("/faelle/spaeter", {"situation": TYPED["situation"], "once": "cd" * 16})
    assert count() == 1
    assert "Wird am" in author.opens("/faelle/meine").get_data(as_text=True)


def test_later_with_nothing_typed_keeps_nothing(author: Actor) -> None:
    assert author.sends("/faelle/spaeter", {"situation": "  \n "}).status_code == 422
    assert count() == 0


def test_a_draft_is_finished_from_its_stripped_text(author: Actor) -> None:
    # given a draft
    author.sends("/faelle/spaeter", TYPED)
    draft = only_case()
    stored = str(draft.situation)
    # when its author goes on writing and hands it in
    page = author.opens(f"/faelle/meine/{draft.id}/bearbeiten")
    again = author.sends("/faelle/vorschau", fields_of(page))
    author.sends("/faelle", {**fields_of(again), "no_theme": "y"})
    # then it is the same case, and placeholders stayed as they were
    case = only_case()
    assert case.id == draft.id
    assert case.state is CaseState.SUBMITTED
    assert case.expires_at is None
    assert case.situation == stored


def test_what_was_sent_back_goes_through_both_checks_again(author: Actor, stage: Stage) -> None:
    # given a case sent back after its first check, with what is left of it
    author.sends("/faelle", previewed(author))
    case, checker = only_case(), stage.case_manager("kg")
    case.passes_to(CaseState.SENT_BACK, clock.now())
    case.house_checker_id = checker.user_id
    db.session.add(
        CaseCheck(case_id=case.id, author_id=author.user_id, checker_id=checker.user_id, stage=CheckStage.HOUSE)
    )
    db.session.commit()
    # when the author adds words and hands it in again
    page = fields_of(author.opens(f"/faelle/meine/{case.id}/bearbeiten"))
    page["situation"] = [page["situation"][0] + " Sie möchte arbeiten."]
    again = author.sends("/faelle/vorschau", page)
    author.sends("/faelle", {**fields_of(again), "no_theme": "y"})
    # then nobody has checked it yet
    case = only_case()
    assert case.state is CaseState.SUBMITTED
    assert (case.situation or "").endswith("Sie möchte arbeiten.")
    assert case.house_checker_id is None
    assert db.session.scalar(select(func.count()).select_from(CaseCheck)) == 0


def test_a_case_that_others_work_with_cannot_be_changed(author: Actor) -> None:
    author.sends("/faelle", previewed(author))
    case = only_case()

    assert author.opens(f"/faelle/meine/{case.id}/bearbeiten").status_code == 409
    forged = previewed(author, case_id=case.id)
    response = author.sends("/faelle", forged)
    assert response.status_code == 409
    assert "lässt sich nicht mehr ändern" in response.get_data(as_text=True)


def test_for_everybody_else_the_case_does_not_exist(author: Actor, stage: Stage) -> None:
    author.sends("/faelle/spaeter", TYPED)
    case = only_case()
    for other in (stage.case_manager("kg"), stage.moderator("msp"), stage.leader("kg"), stage.officer("kg")):
        assert other.opens(f"/faelle/meine/{case.id}").status_code == 404
        assert other.opens(f"/faelle/meine/{case.id}/bearbeiten").status_code == 404
    forger = stage.case_manager("kg")
    assert forger.sends("/faelle", previewed(forger, case_id=case.id)).status_code == 404
    assert forger.sends("/faelle/spaeter", {**TYPED, "case_id": case.id}).status_code == 404
    assert only_case().state is CaseState.DRAFT


@pytest.mark.parametrize("path", ["/faelle/neu", "/faelle/meine"])
def test_leadership_and_administration_write_no_cases(stage: Stage, path: str) -> None:
    for actor in (stage.leader("kg"), stage.administrator("kg"), stage.officer("kg")):
        assert actor.opens(path).status_code == 404
        assert actor.sends("/faelle/vorschau", TYPED).status_code == 404


def test_an_address_that_only_takes_forms_leads_to_the_form(author: Actor) -> None:
    for path in ("/faelle", "/faelle/vorschau", "/faelle/spaeter"):
        assert author.opens(path).location == "/faelle/neu"


def test_red_is_kept_but_not_handed_in(author: Actor, monkeypatch: pytest.MonkeyPatch) -> None:
    # given a text in which somebody can be recognised, whatever the estimator of today says
    really = anonymize.decide

    def risky(*args: Any, **options: Any) -> anonymize.Stripped:
        red = anonymize.Risk("red", (anonymize.Reason("rare", ("JOB", "EVENT"), "under 5"),))
        return replace(really(*args, **options), risk=red)

    monkeypatch.setattr(anonymize, "decide", risky)
    response = author.sends("/faelle/vorschau", TYPED)
    page = response.get_data(as_text=True)
    # then the page says so, names the combination and offers no way to hand it in
    assert "So kann der Fall nicht zur Prüfung" in page
    assert "Beruf + Ereignis" in page
    assert "Zur Prüfung geben" not in page
    # and a forged send is turned down, with everything kept
    forged = author.sends("/faelle", {**fields_of(response), "no_theme": "y"})
    assert forged.status_code == 409
    assert fields_of(forged)["title"] == [TYPED["title"]]
    assert count() == 0
    # but it can be kept
    author.sends("/faelle/spaeter", fields_of(response))
    assert only_case().light is Light.RED
    assert only_case().risk_reasons == [{"code": "rare", "attributes": ["JOB", "EVENT"], "band": "under 5"}]


def test_where_stripping_cannot_run_nothing_is_stored_and_nothing_lost(
    author: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    # given a sealed preview, and an engine that fails
    sealed = previewed(author)

    def broken(*_args: Any, **_options: Any) -> None:
        raise anonymize.EngineUnavailable

    monkeypatch.setattr(anonymize, "read", broken)
    for path in ("/faelle/vorschau", "/faelle", "/faelle/spaeter"):
        # when anything is sent
        response = author.sends(path, sealed)
        # then the text stands in the form again, with a sentence
        assert response.status_code == 503
        assert fields_of(response)["title"] == [TYPED["title"]]
        assert "kann im Augenblick nicht" in response.get_data(as_text=True)
    assert count() == 0
