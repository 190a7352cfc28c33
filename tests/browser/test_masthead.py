"""The head and foot of every page in use: menu, skip link, language, colours, and the one-time form."""

from playwright.sync_api import expect

from tests.actors import Stage
from tests.browser.visits import Visits


def test_the_first_stop_of_the_keyboard_leads_past_the_navigation(stage: Stage, visits: Visits) -> None:
    page = visits.by(stage.case_manager("kg")).opens("/")

    page.keyboard.press("Tab")
    expect(page.locator(".skip-link")).to_be_focused()
    expect(page.locator(".skip-link")).to_be_in_viewport()
    page.keyboard.press("Enter")

    expect(page.locator("#main")).to_be_focused()


def test_a_phone_folds_the_navigation_into_a_menu_that_the_keyboard_opens_and_closes(
    stage: Stage, visits: Visits
) -> None:
    # given a narrow screen
    page = visits.by(stage.case_manager("kg"), width=360).opens("/")
    menu = page.locator(".masthead__phone")
    entry = menu.get_by_role("link").first
    expect(entry).to_be_hidden()

    # when the menu is opened by keyboard
    menu.locator("summary").focus()
    page.keyboard.press("Enter")
    expect(entry).to_be_visible()

    # then Escape closes it and one stands where one stood
    page.keyboard.press("Escape")
    expect(entry).to_be_hidden()
    expect(menu.locator("summary")).to_be_focused()


def test_colours_follow_the_system_until_somebody_chooses(stage: Stage, visits: Visits) -> None:
    page = visits.by(stage.case_manager("kg"), scheme="dark").opens("/barrierefreiheit")
    ground = "getComputedStyle(document.body).backgroundColor"
    dark = page.evaluate(ground)

    with page.expect_response("**/darstellung"):
        page.get_by_role("button", name="Hell").click()
    page.goto(page.url)

    expect(page.locator("html")).to_have_attribute("data-kern-theme", "light")
    expect(page.get_by_role("button", name="Hell")).to_have_attribute("aria-pressed", "true")
    assert page.evaluate(ground) != dark


def test_the_chosen_colours_hold_where_a_page_has_a_theme_of_its_own(stage: Stage, visits: Visits) -> None:
    page = visits.by(stage.case_manager("kg")).opens("/themen")
    with page.expect_response("**/darstellung"):
        page.get_by_role("button", name="Dunkel").click()

    page.goto(f"{page.url}/mobilitaet")

    expect(page.locator("html")).to_have_attribute("data-kern-theme", "dark")


def test_one_click_changes_the_language_and_stays_on_the_page(visits: Visits) -> None:
    page = visits.by().opens("/barrierefreiheit")

    page.get_by_role("button", name="English").click()

    expect(page.locator("html")).to_have_attribute("lang", "en")
    assert page.url.endswith("/barrierefreiheit")


def test_a_second_click_sends_nothing_a_second_time(visits: Visits) -> None:
    # given a form that people might send twice
    page = visits.by().opens("/anmelden")
    sent = []
    page.on("request", lambda request: request.method == "POST" and sent.append(request.url))
    form = page.locator("form[data-once]").first

    # when its button is clicked twice at once
    form.evaluate("form => { form.requestSubmit(); form.requestSubmit(); }")
    page.wait_for_load_state("networkidle")

    # then it went out once
    assert len(sent) == 1


def test_menus_open_without_any_script(stage: Stage, visits: Visits) -> None:
    page = visits.by(stage.case_manager("kg"), script=False).opens("/")

    page.locator(".masthead__account summary").click()

    expect(page.locator(".masthead__account").get_by_role("button", name="Abmelden")).to_be_visible()


def test_other_colours_leave_a_half_written_text_alone(stage: Stage, visits: Visits) -> None:
    page = visits.by(stage.case_manager("kg")).opens("/faelle/neu")
    page.locator("#situation").fill("Mitten im Satz")

    page.get_by_role("button", name="Dunkel").click()

    expect(page.locator("html")).to_have_attribute("data-kern-theme", "dark")
    expect(page.get_by_role("button", name="Dunkel")).to_have_attribute("aria-pressed", "true")
    expect(page.locator("#situation")).to_have_value("Mitten im Satz")


def test_another_language_asks_before_a_half_written_text_is_lost(stage: Stage, visits: Visits) -> None:
    # given somebody in the middle of a sentence
    page = visits.by(stage.case_manager("kg")).opens("/faelle/neu")
    page.locator("#situation").fill("Mitten im Satz")
    asked = []
    page.once("dialog", lambda dialog: (asked.append(dialog.message), dialog.dismiss()))

    # when they ask for English and then think better of it
    page.get_by_role("button", name="English").click()

    # then they were asked, and everything is still there
    assert len(asked) == 1
    expect(page.locator("html")).to_have_attribute("lang", "de")
    expect(page.locator("#situation")).to_have_value("Mitten im Satz")


def test_nobody_is_asked_who_has_written_nothing(stage: Stage, visits: Visits) -> None:
    page = visits.by(stage.case_manager("kg")).opens("/faelle/neu")

    page.get_by_role("button", name="English").click()

    expect(page.locator("html")).to_have_attribute("lang", "en")
