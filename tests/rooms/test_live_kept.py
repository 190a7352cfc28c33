"""What stays of a live board when the session is over: everything that people have read, each under its own words."""

import secrets

from caseboard.models.contribution import CardKind
from caseboard.sessions.live import leading, sheet, talking
from caseboard.sessions.live.marks import phase_mark
from tests.actors import Stage
from tests.rooms.live_stage import Live


def test_questions_without_an_answer_and_suggestions_are_kept_under_their_own_words(stage: Stage) -> None:
    # given a question that was answered, one that was not, and one that went back
    live = Live(stage).goes_to("report")
    one, _other, back = (
        talking.ask(live.advisers[0].user, live.row, text, secrets.token_hex(16)).id
        for text in ("Seit wann?", "Wer hilft ihr?", "Ist es die vom Bäcker?")
    )
    talking.answer(live.author.user, live.row, one, "Seit dem Winter.", talking.answer_mark(live.question(one)))
    seen = talking.answer_mark(live.question(back))
    talking.send_back_question(live.moderator.user, live.row, back, "Bitte nicht raten.", seen)
    # and suggestions for the key question, of which one was never revealed
    live.goes_to("key_question").posts(live.advisers[0], "Was braucht sie zuerst?", CardKind.OFFER)
    live.reveals_all()
    live.posts(live.advisers[1], "Wie gewinnen wir Zeit?", CardKind.OFFER)
    assert "1 Vorschlag für die Schlüsselfrage ist noch verdeckt." in live.seen_by(live.moderator)
    assert 'id="offers-hidden"' not in live.seen_by(live.advisers[0])
    # when the session ends
    live.goes_to("closing")
    leading.finish(live.moderator.user, live.row, phase_mark(live.row))
    # then all that was read is there, and nothing else
    with stage.app.test_request_context():
        kept = sorted((str(one.house), str(one.text)) for one in sheet.kept(live.row))
    assert kept == [
        ("Frage ohne Antwort", "Wer hilft ihr?"),
        ("Frage und Antwort", "Seit wann?\n– Seit dem Winter."),
        ("Vorgeschlagene Schlüsselfrage", "Was braucht sie zuerst?"),
    ]
    page = live.author.opens(live.address).get_data(as_text=True)
    assert "Wer hilft ihr?" in page
    assert "Was braucht sie zuerst?" in page
