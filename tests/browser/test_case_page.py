"""The author's page in use: few clicks, every decision by one click or key, steps back, and nothing typed is lost."""

import re
from typing import Any

import pytest
from flask import Flask
from playwright.sync_api import Page, Route, expect
from sqlalchemy import func, select, update

from caseboard import anonymize, clock
from caseboard.accounts import passwords
from caseboard.db import command, db
from caseboard.models import Case, CaseState, SignIn
from tests.actors import Actor, Stage
from tests.browser.visits import Visit, Visits

WORD = "Fnurzapse"
"""A word that no dictionary has."""

TITLE = "Dritte Maßnahme abgebrochen"
SITUATION = (
    f"Frau Sabine Krügerlein hat zum dritten Mal abgebrochen. Ihr gefällt die {WORD}, mehr als der Bus.\n\n"
    f"Ihre BG-Nummer ist 73504//0048213. Die {WORD} hilft ihr sonst."
)
QUESTION = "Wie nehme ich den Druck heraus?"
CLEAN = "Frau Sabine Krügerlein kommt seit Wochen zu keinem Termin. Sie sagt, der Bus fährt zu früh."


@pytest.fixture(autouse=True, scope="module")
def engine() -> None:
    """The engine is awake, as in a house where somebody has worked before."""
    anonymize.warm_up()


@pytest.fixture
def author(stage: Stage) -> Actor:
    """A case manager in a house with two colleagues who can check."""
    stage.case_manager("kg")
    stage.case_manager("kg")
    return stage.case_manager("kg")


def fills(page: Page, situation: str = SITUATION) -> None:
    """Paste the three texts that a case needs."""
    page.get_by_label("Kurztitel").fill(TITLE)
    page.get_by_label(re.compile("^Situation")).fill(situation)
    page.get_by_label(re.compile("^Schlüsselfrage")).fill(QUESTION)


def sees_preview(visit: Visit, situation: str = SITUATION) -> Page:
    """Write a case and look at its preview."""
    page = visit.opens("/faelle/neu")
    fills(page, situation)
    page.get_by_role("button", name="Vorschau zeigen").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Vorschau")
    return page


def finds(page: Page, word: str = WORD) -> Any:
    """The places of a word in the marked text."""
    return page.locator(".text .finding", has_text=word)


def cases() -> list[Case]:
    """Every case, as the database has it now."""
    db.session.rollback()
    return list(db.session.scalars(select(Case)))


def test_a_clean_case_takes_three_clicks(author: Actor, visits: Visits) -> None:
    # given a pasted text, and somebody who counts
    visit = visits.by(author)
    page = visit.opens("/faelle/neu")
    clicks = "() => { window.clicks = 0; addEventListener('click', (one) => { clicks += one.detail > 0; }, true); }"
    page.evaluate(clicks)
    fills(page, CLEAN)
    # when they go the shortest way
    page.get_by_role("button", name="Vorschau zeigen").click()
    page.get_by_label("Passt zu keinem Thema").check()
    page.get_by_role("button", name="Zur Prüfung geben").click()
    page.get_by_text("Ihr Fall liegt jetzt zur Prüfung.").wait_for()
    # then it took three clicks, and the case is handed in
    assert 0 < page.evaluate("() => window.clicks") <= 3
    assert [case.state for case in cases()] == [CaseState.SUBMITTED]
    assert visit.complaints == []


def test_the_keyboard_alone_leads_from_the_first_word_to_the_check(author: Actor, visits: Visits) -> None:
    # given an empty form
    visit = visits.by(author)
    page = visit.opens("/faelle/neu")
    keys = Keys(page)
    # when somebody who has no mouse writes, decides on a word, and hands in
    for label, text in (("Kurztitel", TITLE), ("Situation", SITUATION), ("Schlüsselfrage", QUESTION)):
        keys.to(f"[id='{page.get_by_label(re.compile(f'^{label}')).get_attribute('id')}']")
        page.keyboard.insert_text(text)
    keys.to("button:has-text('Vorschau zeigen')").press("Enter")
    expect(page.locator("h1")).to_be_focused()
    keys.to(".text .finding")
    for _ in range(20):
        if WORD in page.evaluate("() => document.activeElement.textContent"):
            break
        keys.press("ArrowRight")
    keys.press("Enter")
    expect(page.locator(".text .finding--kept")).to_have_count(2)
    keys.to("input[name='no_theme']").press("Space")
    keys.to("button:has-text('Zur Prüfung geben')").press("Enter")
    page.get_by_text("Ihr Fall liegt jetzt zur Prüfung.").wait_for()
    # then it is handed in with the word, after a number of keys that nobody minds
    assert WORD in str(cases()[0].situation)
    assert keys.count < 60
    assert visit.complaints == []


class Keys:
    """Somebody without a mouse, who counts what they press."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.count = 0

    def press(self, key: str) -> None:
        """One key."""
        self.page.keyboard.press(key)
        self.count += 1

    def to(self, selector: str) -> "Keys":
        """Tab on until it is reached; it must be reachable."""
        for _ in range(80):
            if self.page.evaluate("selector => document.activeElement.matches(selector)", _plain(selector)):
                return self
            if ":has-text(" in selector and self.page.locator(f"{selector}:focus").count():
                return self
            self.press("Tab")
        pytest.fail(f"the keyboard does not reach {selector}")


def _plain(selector: str) -> str:
    return ".none" if ":has-text(" in selector else selector


def test_one_click_keeps_a_word_everywhere_and_undo_takes_several_steps_back(author: Actor, visits: Visits) -> None:
    # given a preview with a suspicious word in two places
    visit = visits.by(author)
    page = sees_preview(visit)
    expect(finds(page)).to_have_count(2)
    # when one of them is clicked, and another word is hidden
    finds(page).last.locator("ins").click()
    expect(page.locator(".text .finding--kept")).to_have_count(2)
    page.get_by_label(re.compile("^Weitere Wörter")).fill("Bus")
    page.get_by_label(re.compile("^Weitere Wörter")).blur()
    expect(page.locator(".text .finding--own")).to_have_count(1)
    # then each step is taken back, one after the other
    undo = page.get_by_role("button", name="Rückgängig")
    undo.click()
    expect(page.locator(".text .finding--own")).to_have_count(0)
    expect(page.get_by_label(re.compile("^Weitere Wörter"))).to_have_value("")
    expect(page.locator(".text .finding--kept")).to_have_count(2)
    finds(page).first.focus()
    page.keyboard.press("Control+z")
    expect(page.locator(".text .finding--kept")).to_have_count(0)
    expect(undo).to_be_disabled()
    assert visit.complaints == []


@pytest.mark.parametrize("way", ["button", "key"])
def test_a_selected_word_is_hidden_everywhere_with_one_click_or_key(author: Actor, visits: Visits, way: str) -> None:
    # given a word that stands in two fields and that nobody suspects
    page = sees_preview(visits.by(author), CLEAN + " Der Druck ist groß.")
    page.evaluate(
        """() => {
          const text = [...document.querySelectorAll('.text .preview')].at(-1).firstChild;
          getSelection().setBaseAndExtent(text, text.data.indexOf('Druck'), text, text.data.indexOf('Druck') + 5);
        }"""
    )
    # when it is hidden
    if way == "key":
        page.keyboard.press("Delete")
    else:
        page.get_by_role("button", name="Markierte Wörter ausblenden").click()
    # then it is hidden at both places
    expect(page.locator(".text .finding--own", has_text="Druck")).to_have_count(2)


RISKY = (
    "Die Kundin ist 44 Jahre alt. Sie hat drei Kinder: Liam (4), Zelal (9) und Kwame (15). Früher war sie "
    "Glockengießerin. Sie stammt aus Syrien."
)


def test_a_step_towards_the_general_is_taken_in_place_and_taken_back(author: Actor, visits: Visits) -> None:
    # given a text that could be put more generally
    page = sees_preview(visits.by(author), RISKY)
    text = page.locator(".text .preview").nth(1)
    before = text.inner_text()
    # when the first step is taken
    page.locator("[data-preview] .offers button").first.click()
    expect(page.locator("[data-preview] input[name='coarser']:checked")).not_to_have_count(0)
    assert text.inner_text() != before
    # then one stands on the same page and can take it back
    page.get_by_role("button", name="Rückgängig").click()
    expect(page.locator("[data-preview] input[name='coarser']")).to_have_count(0)
    expect(text).to_have_text(before)


def test_a_step_is_taken_and_taken_back_by_keyboard_alone(author: Actor, visits: Visits) -> None:
    # given a text that could be put more generally
    page = sees_preview(visits.by(author), RISKY)
    text = page.locator(".text .preview").nth(1)
    before = text.inner_text()
    button = page.locator("[data-preview] .offers button").first
    step = button.get_attribute("value")
    # when the first step is taken by key
    button.press("Enter")
    # then the focus stands on what became of it
    tick = page.locator(f"[data-preview] input[name='coarser'][value='{(step or '').split('|')[0]}']")
    expect(tick).to_be_focused()
    expect(tick).to_be_checked()
    # and one key takes it back, after which the focus is on the step again
    page.keyboard.press("Control+z")
    expect(text).to_have_text(before)
    expect(page.locator(f"[data-preview] .offers button[value='{step}']")).to_be_focused()


def test_the_last_step_is_taken_back_wherever_the_focus_is(author: Actor, visits: Visits) -> None:
    page = sees_preview(visits.by(author), RISKY)
    page.locator("[data-preview] .offers button").first.click()
    expect(page.locator("[data-preview] input[name='coarser']:checked")).not_to_have_count(0)
    page.evaluate("document.activeElement.blur()")

    page.keyboard.press("Control+z")

    expect(page.locator("[data-preview] input[name='coarser']")).to_have_count(0)


def test_the_button_that_takes_back_hands_the_focus_on_when_nothing_is_left(author: Actor, visits: Visits) -> None:
    page = sees_preview(visits.by(author))
    finds(page).first.locator("ins").click()

    page.get_by_role("button", name="Rückgängig").press("Enter")

    expect(page.get_by_role("button", name="Nächste Stelle")).to_be_focused()


def test_an_identifier_says_why_it_is_replaced_and_cannot_be_kept(author: Actor, visits: Visits) -> None:
    page = sees_preview(visits.by(author))
    name = finds(page, "Krügerlein").first

    name.click()
    name.focus()

    expect(page.locator("[data-explain]")).to_contain_text("steht hinter „Frau“")
    expect(page.locator("[data-explain]")).to_contain_text("Das wird immer ersetzt.")
    assert name.get_attribute("role") is None
    expect(page.locator(".text .finding--kept")).to_have_count(0)


def test_the_status_is_one_short_sentence(author: Actor, visits: Visits) -> None:
    page = sees_preview(visits.by(author))
    assert sum(bool(text.strip()) for text in page.locator("main [role='status']").all_inner_texts()) == 1
    before = page.locator("[data-count]").inner_text()
    assert len(before) < 60

    finds(page).first.locator("ins").click()

    expect(page.locator("[data-count]")).not_to_have_text(before)
    assert len(page.locator("[data-count]").inner_text()) < 60


def test_the_arrows_of_the_browser_lose_neither_text_nor_decisions(author: Actor, visits: Visits) -> None:
    # given a preview in which something was decided
    visit = visits.by(author)
    page = sees_preview(visit)
    finds(page).first.locator("ins").click()
    expect(page.locator(".text .finding--kept")).to_have_count(2)
    page.get_by_label("Passt zu keinem Thema").check()
    # when somebody goes back by the browser's arrow, and previews again
    page.go_back()
    expect(page.get_by_label(re.compile("^Situation"))).to_have_value(SITUATION)
    page.get_by_label(re.compile("^Situation")).fill(SITUATION + " Nachtrag.")
    page.get_by_role("button", name="Vorschau zeigen").click()
    # then nobody decides twice
    expect(page.locator(".text .finding--kept")).to_have_count(2)
    expect(page.get_by_label("Passt zu keinem Thema")).to_be_checked()
    expect(page.locator(".text .preview").nth(1)).to_contain_text("Nachtrag.")
    # and the arrows lead through all of it
    page.go_back()
    expect(page.get_by_label(re.compile("^Situation"))).to_have_value(SITUATION + " Nachtrag.")
    page.go_forward()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Vorschau")
    assert visit.complaints == []


@pytest.mark.parametrize("fault", [500, 503, 413, 400, None])
@pytest.mark.parametrize("button", ["Vorschau zeigen", "Später"])
def test_a_fault_on_the_way_leaves_the_text_where_it_is(
    author: Actor, visits: Visits, fault: int | None, button: str
) -> None:
    # given a server that fails, or none at all
    page = visits.by(author).opens("/faelle/neu")
    fills(page)

    def fails(route: Route) -> None:
        if fault is None:
            route.abort()
        else:
            route.fulfill(status=fault, body="<!doctype html><main><h1>Hoppla.</h1></main>", content_type="text/html")

    page.route("**/faelle/*", fails)
    # when the text is sent
    page.get_by_role("button", name=button).click()
    # then the page says so, and everything is still there and can be sent
    expect(page.locator("[data-working]")).to_contain_text("Ihr Text steht noch hier")
    expect(page.get_by_label(re.compile("^Situation"))).to_have_value(SITUATION)
    page.unroute("**/faelle/*")
    page.get_by_role("button", name=button).click()
    expect(page.get_by_label(re.compile("^Situation"))).not_to_be_visible()
    assert len(cases()) == (button == "Später")


def test_a_text_that_is_far_too_long_stays_on_the_page(author: Actor, visits: Visits) -> None:
    page = visits.by(author).opens("/faelle/neu")
    long = "Wort für Wort. " * 40_000
    fills(page, long)

    page.get_by_role("button", name="Vorschau zeigen").click()

    expect(page.locator("[data-working]")).to_contain_text("länger als 12.000 Zeichen")
    expect(page.get_by_label(re.compile("^Situation"))).to_have_value(long)


@command
def _ends_every_sign_in() -> None:
    db.session.execute(update(SignIn).values(ended_at=clock.now()))


@command
def _gives_a_password(actor: Actor) -> None:
    actor.user.password_hash = passwords.hashed("acht Äpfel auf dem Dach")


@pytest.mark.parametrize("script", [True, False])
def test_a_sign_in_that_ends_in_the_middle_loses_nothing(author: Actor, visits: Visits, script: bool) -> None:
    # given a written page whose sign-in has ended
    _gives_a_password(author)
    page = visits.by(author, script=script).opens("/faelle/neu")
    fills(page)
    _ends_every_sign_in()
    # when it is sent, and one signs in again
    page.get_by_role("button", name="Vorschau zeigen").click()
    page.get_by_text("Ihr Text ist noch da").first.wait_for()
    page.get_by_label("E-Mail-Adresse").fill(author.user.email)
    page.get_by_label("Passwort").fill("acht Äpfel auf dem Dach")
    page.get_by_role("button", name="Anmelden und den Text behalten").click()
    page.get_by_role("button", name="Weiter mit Ihrem Text").click()
    # then the preview is there with all of it
    expect(page.get_by_role("heading", level=1)).to_contain_text("Vorschau")
    page.get_by_role("button", name="Zurück zum Text").click()
    assert page.get_by_label(re.compile("^Situation")).input_value().split() == SITUATION.split()


def test_without_script_every_decision_is_a_tick(author: Actor, visits: Visits) -> None:
    # given a browser without script
    page = sees_preview(visits.by(author, script=False))
    expect(page.locator("[data-toolbar]")).not_to_be_visible()
    # when the word is ticked as no name, the preview renewed and handed in
    page.get_by_label(f"„{WORD}“ ist kein Name").check()
    page.get_by_role("button", name="Vorschau erneuern").click()
    expect(page.locator(".text .finding--kept")).to_have_count(2)
    page.get_by_label("Passt zu keinem Thema").check()
    page.get_by_role("button", name="Zur Prüfung geben").click()
    page.get_by_text("Ihr Fall liegt jetzt zur Prüfung.").wait_for()
    # then it is stored with the word at both places
    assert str(cases()[0].situation).count(WORD) == 2


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 360])
def test_the_preview_has_no_barrier(author: Actor, visits: Visits, scheme: str, width: int) -> None:
    visit = visits.by(author, scheme=scheme, width=width)
    page = sees_preview(visit)
    finds(page).first.press("Enter")
    expect(page.locator(".text .finding--kept")).to_have_count(2)
    page.evaluate("() => document.querySelectorAll('main details').forEach((one) => (one.open = true))")

    assert visit.barriers() == []
    assert visit.overflows() == []
    assert visit.complaints == []


def test_leaving_with_half_a_text_is_asked_for_first(author: Actor, visits: Visits) -> None:
    # given somebody in the middle of a sentence
    page = visits.by(author).opens("/faelle/meine")
    page.goto(page.url.replace("/meine", "/neu"))
    page.locator("#situation").click()
    page.keyboard.type("Mitten im Satz")
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
    # when they press the browser's arrow and think better of it
    page.evaluate("() => history.back()")
    page.wait_for_timeout(300)
    # then they were asked, and everything is still there
    assert asked == ["beforeunload"]
    expect(page.locator("#situation")).to_have_value("Mitten im Satz")


def test_nothing_of_the_text_is_kept_by_the_browser(app: Flask, author: Actor, visits: Visits) -> None:
    page = sees_preview(visits.by(author))
    finds(page).first.locator("ins").click()
    page.go_back()

    kept = page.evaluate(
        "async () => JSON.stringify([localStorage, sessionStorage, history.state, document.cookie, location.href,"
        " await indexedDB.databases(), await caches.keys()])"
    )

    assert not [piece for piece in ("Krügerlein", "73504", WORD, "abgebrochen") if piece in kept]
    assert db.session.scalar(select(func.count()).select_from(Case)) == 0
