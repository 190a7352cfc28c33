"""Result sheets and certificates as files: made by the worker, tagged, complete, and gone with their case."""

import logging
import re
import sys
import zlib
from collections.abc import Iterator
from datetime import timedelta

import cffi
import pytest
from flask import Flask
from sqlalchemy import select

from caseboard import clock, making, paper
from caseboard.db import db, forget_deleted
from caseboard.flows import service as flows
from caseboard.models import MadeFile, Perspective, Seat, SessionKind, StepDone
from caseboard.sessions import phases, service
from caseboard.sessions.afterwards import files, follow_up
from caseboard.sessions.afterwards import service as afterwards
from caseboard.sessions.live import leading, sorting
from caseboard.sessions.live.marks import phase_mark
from caseboard.sessions.phases import Work
from caseboard.sessions.written import leading as rounds
from tests.actors import Actor, Stage
from tests.rooms.live_stage import Live
from tests.rooms.sessions_stage import QUESTION, Round, safe
from tests.rooms.test_flows import left_over
from tests.rooms.written_stage import Written

SAYS = ("Der Blick von außen.", "Einen Brief schreiben.", "Danke!", "Sicht 1", "Sicht 2", "Sicht 3", QUESTION)


@pytest.fixture
def without_pango(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A machine on which the libraries that lay out a PDF are not installed."""

    def missing(_ffi: cffi.FFI, name: object, _flags: int = 0) -> None:
        raise OSError(f"cannot load library {name}")

    parts = [name for name in sys.modules if name.partition(".")[0] == "weasyprint"]
    for name in parts:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setattr(cffi.FFI, "dlopen", missing)
    paper.has_pango.cache_clear()
    yield
    for name in [name for name in sys.modules if name.partition(".")[0] == "weasyprint"]:
        del sys.modules[name]
    paper.has_pango.cache_clear()


@pytest.fixture
def pango() -> None:
    """A machine that can lay out a PDF."""
    if not paper.has_pango():
        pytest.skip("no Pango: apt-get install libpangoft2-1.0-0")


def streams(pdf: bytes) -> str:
    """Everything that stands in the objects of a PDF, unpacked."""
    found = [pdf.decode("latin-1")]
    for packed in re.findall(rb"stream\r?\n(.*?)endstream", pdf, re.DOTALL):
        try:
            found.append(zlib.decompress(packed).decode("latin-1"))
        except zlib.error:
            continue
    return "\n".join(found)


def sheet_for(actor: Actor, table: Round) -> tuple[str, bytes]:
    """Media type and content of the result sheet that somebody downloads."""
    actor.sends(f"{table.address}/ergebnis/datei")
    files.make_wanted()
    answer = actor.client.get(f"{table.address}/ergebnis/datei")
    assert answer.status_code == 200
    assert answer.headers["Content-Disposition"].startswith('attachment; filename="ergebnisblatt.')
    return answer.mimetype, answer.get_data()


def test_the_worker_makes_a_tagged_pdf(stage: Stage, pango: None) -> None:
    # given a concluded round
    table = Round(stage).is_concluded()
    # when an adviser asks for the sheet, there is none until the worker has come by
    adviser = table.advisers[0]
    adviser.sends(f"{table.address}/ergebnis/datei")
    assert adviser.opens(f"{table.address}/ergebnis/datei").status_code == 404
    assert "Die Datei wird erstellt" in adviser.opens(f"{table.address}/ergebnis").get_data(as_text=True)
    kind, pdf = sheet_for(adviser, table)
    # then it is a tagged PDF with a language and a title, and headings and lists are tagged as such
    assert (kind, pdf[:5]) == ("application/pdf", b"%PDF-")
    inside = streams(pdf)
    for mark in ("/MarkInfo", "/StructTreeRoot", "/Lang (de)", "pdfuaid:part", "/S /H1", "/S /H2", "/S /LI"):
        assert mark in inside, mark
    assert "Ergebnisblatt als PDF" in adviser.opens(f"{table.address}/ergebnis").get_data(as_text=True)
    # and no time of day
    assert "CreationDate" not in inside


def test_without_pango_the_worker_makes_a_text(
    stage: Stage, without_pango: None, caplog: pytest.LogCaptureFixture
) -> None:
    # given a machine without Pango
    table = Round(stage).is_concluded()
    follow_up.answer(table.author.user, table.row, StepDone.PARTLY)
    # when the sheet is made
    with caplog.at_level(logging.WARNING):
        kind, content = sheet_for(table.moderator, table)
    # then everything stands in it as text, and the operator is told once
    text = content.decode()
    assert kind == "text/plain"
    assert [say for say in (*SAYS, "Der erste Schritt ist zum Teil erledigt.") if say not in text] == []
    assert [word for word in (table.author.user.name, "Kissingen") if word in text] == []
    assert [record.getMessage() for record in caplog.records if "Pango" in record.getMessage()] != []
    assert "Ergebnisblatt als Text" in table.moderator.opens(f"{table.address}/ergebnis").get_data(as_text=True)


@pytest.fixture
def pages(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The pages that would be laid out, on a machine that then makes a text of the same."""
    seen: list[str] = []
    monkeypatch.setattr(paper, "_pdf", seen.append)
    return seen


def below(sheet: str, sentence: str) -> str:
    """The next sentence on a sheet, without its markup."""
    lines = re.sub(r"<[^>]+>", "\n", sheet.split(sentence, 1)[1])
    return next(line for line in lines.splitlines() if line.strip())


def test_paper_says_in_which_phase_each_perspective_was_written(stage: Stage, pages: list[str]) -> None:
    # given a round by turns, in which everybody writes in each of its phases
    table = Written(stage, process="turns").all_accept()
    written = [one for one in phases.agenda_of(table.row).phases if one.work is Work.CONSULTATION]
    assert len(written) > 1
    for phase in written:
        while table.row.phase != phase.key:
            rounds.next_phase(table.moderator.user, table.row, table.row.phase)
        for adviser in table.advisers:
            table.writes(adviser, f"Gedanke in {phase.key}.")
    table.reveals().concludes()
    # when the sheet is made as a page and as a text
    _kind, text = sheet_for(table.advisers[0], table)
    # then each of both says it, as the page on the screen does
    screen = table.advisers[0].opens(f"{table.address}/ergebnis").get_data(as_text=True)
    for phase in written:
        said = f"{table.advisers[0].user.jobcenter.name} · {phase.name.of('de')}"
        assert below(pages[-1], said) == f"Gedanke in {phase.key}."
        assert f"{said}:\nGedanke in {phase.key}.\n" in text.decode()
        assert said in screen


def test_paper_says_what_the_case_giver_takes_along(stage: Stage, pages: list[str]) -> None:
    # given a session with two cards, one of which the case giver takes along
    live, taken = Live(stage).goes_to("consultation"), "Einen langen Brief schreiben."
    key = live.posts(live.advisers[0], taken)
    live.posts(live.advisers[1], "Noch einmal anrufen.")
    live.reveals_all().goes_to("closing")
    sorting.take_along(live.author.user, live.row, key, True)
    leading.finish(live.moderator.user, live.row, phase_mark(live.row))
    live.concludes()
    # when the sheet is made, then it says so under this card and under no other
    _kind, text = sheet_for(live.advisers[0], live)
    for sheet in (pages[-1], text.decode()):
        assert below(sheet, taken).strip("()") == "Das nimmt die fallgebende Fachkraft mit."
        assert sheet.count("nimmt die fallgebende Fachkraft mit") == 1


def test_text_is_printed_and_never_obeyed(stage: Stage, pango: None) -> None:
    # given words that would fetch something, were they markup
    table = Round(stage).is_revealed()
    wicked = safe('<img src="file:///etc/passwd"><link rel="attachment" href="file:///etc/passwd"> {{ 7 * 7 }}')
    service.conclude(table.author.user, table.row, service.Outcome(wicked, wicked, wicked))
    # then they are printed as they stand, and nothing is fetched into the file
    _kind, pdf = sheet_for(table.advisers[0], table)
    inside = streams(pdf)
    assert "/EmbeddedFile" not in inside
    assert "root:" not in inside
    assert "/Subtype /Image" not in inside


def test_a_follow_up_makes_the_sheet_anew(stage: Stage) -> None:
    table = Round(stage).is_concluded()
    _kind, before = sheet_for(table.advisers[0], table)
    # when the case giver has answered
    follow_up.answer(table.author.user, table.row, StepDone.DONE)
    # then the old file is not handed out any more, and the new one says more
    assert table.advisers[0].opens(f"{table.address}/ergebnis/datei").status_code == 404
    files.make_wanted()
    after = table.advisers[0].client.get(f"{table.address}/ergebnis/datei").get_data()
    assert after != before
    assert len(after) > len(before)


def test_each_language_has_its_own_file(stage: Stage, without_pango: None) -> None:
    table = Round(stage).is_concluded()
    for language, heading in (("de", "ERGEBNISBLATT"), ("en", "RESULT SHEET")):
        made = files.want_sheet(table.moderator.user, table.row, language)
        key = made.id
        files.make_wanted()
        assert heading in db.session.get_one(MadeFile, key).content.decode().upper()


def test_asking_twice_makes_one_file(stage: Stage) -> None:
    table = Round(stage).is_concluded()
    for actor in (table.moderator, *table.advisers, table.author):
        sheet_for(actor, table)
    assert len(db.session.scalars(select(MadeFile.id)).all()) == 1


def test_a_case_withdrawn_while_its_sheet_is_laid_out_leaves_no_file(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    # given a wanted sheet
    table = Round(stage).is_concluded()
    files.want_sheet(table.moderator.user, table.row, "de")
    really = paper._pdf

    def slow(page: str) -> bytes | None:
        flows.withdraw(table.author.user, table.case)
        return really(page)

    # when the case is withdrawn between reading and keeping
    monkeypatch.setattr(paper, "_pdf", slow)
    files.make_wanted()
    # then nothing is kept
    assert db.session.scalars(select(MadeFile)).all() == []


def test_what_cannot_be_made_is_not_tried_for_ever(stage: Stage) -> None:
    table = Round(stage).is_concluded()
    key = files.want_sheet(table.moderator.user, table.row, "de").id
    table.rests()
    for _ in range(making.MOST_ATTEMPTS + 2):
        files.make_wanted()
    row = db.session.get_one(MadeFile, key)
    assert (row.attempts, row.content) == (making.MOST_ATTEMPTS, None)


def test_the_bytes_of_a_sheet_go_with_the_case(stage: Stage, without_pango: None) -> None:
    table = Round(stage).is_revealed()
    service.conclude(table.author.user, table.row, service.Outcome(safe("Zitronenfalter."), safe("Anrufen.")))
    sheet_for(table.advisers[0], table)
    forget_deleted()
    assert left_over("Zitronenfalter")
    flows.withdraw(table.author.user, table.case)
    assert left_over("Zitronenfalter") == []


def test_whoever_wrote_was_there_and_has_a_certificate_without_a_word_of_the_case(
    stage: Stage, without_pango: None
) -> None:
    # given a round that one of three has not written in
    table = Round(stage).all_accept()
    for adviser in table.advisers[:2]:
        table.writes(adviser, "Eine Sicht.")
    with clock.at(table.row.ends_at + timedelta(minutes=1)):
        table.reveals()
    # then those who wrote, and the moderator, have it; the third and the case giver have not
    for there in (*table.advisers[:2], table.moderator):
        there.sends(f"{table.address}/teilnahme")
    for absent in (table.advisers[2], table.author, stage.leader("kg")):
        assert absent.opens(f"{table.address}/teilnahme").status_code == 404
    assert table.id not in table.author.opens("/beratungen/teilnahmen").get_data(as_text=True)
    files.make_wanted()
    text = table.advisers[0].client.get(f"{table.address}/teilnahme").get_data(as_text=True)
    assert table.advisers[0].user.name in text
    assert "Jobcenter Haßberge" in text
    for word in ("Termine bleiben leer", QUESTION, "Kissingen", table.author.user.name, "Eine Sicht"):
        assert word not in text


def test_a_certificate_outlives_the_case(stage: Stage, pango: None) -> None:
    table = Round(stage).is_concluded()
    flows.withdraw(table.author.user, table.case)
    adviser = table.advisers[0]
    adviser.sends(f"{table.address}/teilnahme")
    files.make_wanted()
    answer = adviser.client.get(f"{table.address}/teilnahme")
    assert (answer.status_code, answer.mimetype) == (200, "application/pdf")
    assert "PDF" in adviser.opens("/beratungen/teilnahmen").get_data(as_text=True)


def test_nobody_gets_the_certificate_of_somebody_else(stage: Stage, without_pango: None) -> None:
    table = Round(stage).is_concluded()
    first, second = table.advisers[:2]
    first.sends(f"{table.address}/teilnahme")
    files.make_wanted()
    assert second.opens(f"{table.address}/teilnahme").status_code == 404


def test_the_moderator_says_who_was_on_the_call(stage: Stage) -> None:
    # given a live session in which nobody wrote a card
    table = Round(stage, kind=SessionKind.LIVE).all_accept()
    leading.open_session(table.moderator.user, table.row)
    first, second, third = table.advisers
    # when the moderator ticks two of them, and corrects it
    table.moderator.sends(f"{table.address}/anwesenheit", {"there": [first.user_id, second.user_id]})
    table.moderator.sends(f"{table.address}/anwesenheit", {"there": [first.user_id]})
    # then the last word holds, and the page shows it
    there = {seat.user_id for seat in db.session.scalars(select(Seat)) if seat.attended_at}
    assert there == {first.user_id}
    page = table.moderator.opens(f"{table.address}/anwesenheit").get_data(as_text=True)
    assert page.count("checked") == 1
    for somebody in (first, third, table.author):
        assert somebody.opens(f"{table.address}/anwesenheit").status_code == 404
    assert table.moderator.sends(f"{table.address}/anwesenheit", {"there": ["0" * 32]}).status_code == 422


def test_a_tick_for_somebody_who_never_accepted_counts_for_nothing(stage: Stage) -> None:
    table = Round(stage).all_accept().all_write()
    table.reveals()
    stranger = stage.case_manager("has")
    afterwards.note_attendance(table.moderator.user, table.row, {stranger.user_id})
    assert not [seat for seat in db.session.scalars(select(Seat)) if seat.attended_at]
    assert db.session.scalars(select(Perspective)).first() is not None


def test_the_worker_makes_files_without_a_request(app: Flask, stage: Stage) -> None:
    assert files.make_wanted in app.extensions["caseboard.quick_jobs"]
    assert follow_up.ask_around in app.extensions["caseboard.jobs"]
