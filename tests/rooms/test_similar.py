"""Similar earlier cases stand beside a case: by shared themes and words, and only those a reader may open anyway."""

from datetime import timedelta

import pytest

from caseboard import clock, similar
from caseboard.db import db
from caseboard.flows import service as flows
from caseboard.models import Case, CaseTheme, Helped
from caseboard.sessions.helped import service as collection
from tests.actors import Stage
from tests.rooms.sessions_stage import Round, released_case, safe
from tests.rooms.test_cases_writing import TYPED

NIGHT = "Die Nachtschicht im Lager passt nicht zur Kinderbetreuung am Wochenende."
DEBTS = "Die Stromschulden wachsen, die Sperre ist angedroht, Briefe bleiben ungeöffnet."


def case_about(stage: Stage, text: str, *themes: str, leaves_out: tuple[str, ...] = ()) -> str:
    """A released case of Bad Kissingen with this text."""
    case = db.session.get_one(Case, released_case(stage, stage.case_manager("kg"), leaves_out=leaves_out))
    case.title, case.situation, case.key_question = safe(text[:40]), safe(text), safe("Was nun?")
    case.theme_rows = [CaseTheme(theme_id=key) for key in themes]
    db.session.commit()
    return case.id


@pytest.mark.parametrize(
    ("own", "other", "own_themes", "other_themes", "alike"),
    [
        (NIGHT, "Nachtschichten im Lager, und die Kinderbetreuung fehlt am Wochenende.", (), (), True),
        (NIGHT, DEBTS, (), (), False),
        (NIGHT, DEBTS, ("energie",), ("energie",), True),
        (NIGHT, DEBTS, ("energie",), ("kinderbetreuung",), False),
        ("Kinderbetreuung fehlt.", NIGHT, (), (), False),
        ("[Kundin] [Ort] [Arbeitgeber]", "[Kundin] [Ort] [Arbeitgeber]", (), (), False),
        ("", "", (), (), False),
    ],
)
def test_what_counts_as_similar(own: str, other: str, own_themes: tuple, other_themes: tuple, alike: bool) -> None:
    words = similar.words_of(own), similar.words_of(other)
    score = similar.likeness(*words, frozenset(own_themes), frozenset(other_themes))
    assert (score >= similar.LEAST) is alike


def test_of_many_cases_those_of_the_same_themes_are_looked_at_first(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    # given an old case of the same theme, newer ones of another, and time to look at two
    reader = stage.case_manager("has")
    old = case_about(stage, NIGHT, "kinderbetreuung")
    db.session.get_one(Case, old).released_at = clock.now() - timedelta(days=30)
    db.session.commit()
    newest = [case_about(stage, NIGHT, "energie") for _ in range(3)][-1]
    monkeypatch.setattr(similar, "MOST_READ", 2)
    # when somebody looks for similar ones
    found = similar.cases(reader.user, [NIGHT], {"kinderbetreuung"})
    # then the old one is among them, and of the others the newest
    assert [one.id for one in found] == [old, newest]


def test_only_what_a_reader_may_open_is_offered_and_never_the_case_itself(stage: Stage) -> None:
    # given a case, one like it, one that leaves the reader's house out, and one that is paused
    reader = stage.case_manager("has")
    here, like = case_about(stage, NIGHT, "kinderbetreuung"), case_about(stage, NIGHT, "kinderbetreuung")
    case_about(stage, NIGHT, "kinderbetreuung", leaves_out=("has",))
    db.session.get_one(Case, case_about(stage, NIGHT, "kinderbetreuung")).paused_at = clock.now()
    db.session.commit()
    case_about(stage, DEBTS, "energie")
    # when the reader looks at it
    found = similar.cases(reader.user, [NIGHT], {"kinderbetreuung"}, but=here)
    # then one is offered, and to the author's own house and to leadership none
    assert [one.id for one in found] == [like]
    assert similar.cases(stage.case_manager("kg").user, [NIGHT], {"kinderbetreuung"}) == ()
    assert similar.cases(stage.leader("has").user, [NIGHT], {"kinderbetreuung"}) == ()


def test_they_stand_beside_a_consultation_with_what_has_helped(stage: Stage) -> None:
    # given a round, an earlier case of the same theme, and something that helped in another
    author = stage.case_manager("kg")
    earlier = case_about(stage, NIGHT, "kinderbetreuung")
    case = db.session.get_one(Case, released_case(stage, author, themes=("kinderbetreuung",)))
    flows.close(author.user, case, safe("Eine Randzeitengruppe im Betrieb."))
    helped = db.session.query(Helped).one()
    collection.show(stage.case_manager("has").user, helped)
    table = Round(stage, themes=("kinderbetreuung",)).all_accept()
    # then moderator and advisers find both, and whoever is only invited finds neither
    for somebody in (table.moderator, table.advisers[0]):
        page = somebody.opens(table.address).get_data(as_text=True)
        assert f"/bibliothek/{earlier}" in page
        assert "Randzeitengruppe" in page
    invited = Round(stage, themes=("kinderbetreuung",)).advisers[0]
    assert "Randzeitengruppe" not in invited.opens("/beratungen").get_data(as_text=True)


def test_they_stand_beside_the_preview_of_a_new_case(stage: Stage) -> None:
    # given an earlier case of another house
    earlier = case_about(stage, NIGHT, "kinderbetreuung")
    writer = stage.case_manager("has")
    # when somebody writes one like it
    page = writer.sends("/faelle/vorschau", {**TYPED, "situation": NIGHT}).get_data(as_text=True)
    # then they find it before handing theirs in
    assert "Ähnliche frühere Fälle" in page
    assert f"/bibliothek/{earlier}" in page
