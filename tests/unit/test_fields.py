"""Form fields as they reach the page: labelled, described, and with the mistake beside them."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from flask import Flask, render_template_string
from flask_babel import Babel
from flask_wtf import CSRFProtect, FlaskForm
from jinja2 import StrictUndefined
from wtforms import (
    BooleanField,
    DateField,
    IntegerField,
    PasswordField,
    RadioField,
    SelectField,
    SelectMultipleField,
    StringField,
    TextAreaField,
)
from wtforms.validators import InputRequired
from wtforms.widgets import CheckboxInput, ListWidget

from tests.markup import Page

ROOT = Path(__file__).parents[2]
Render = Callable[..., Page]


class Invitation(FlaskForm):
    """One field of each kind that people meet."""

    title = StringField("Title", [InputRequired("A title is missing.")], description="Without names")
    text = TextAreaField("Text", [InputRequired("A text is missing.")], description="What happened?")
    theme = SelectField("Theme", default="a", choices={"a": "Energy", "b": "Mobility"})
    kind = RadioField("Kind", [InputRequired("Choose one.")], choices={"w": "written", "l": "live"})
    houses = SelectMultipleField(
        "Houses", choices={"1": "One", "2": "Two"}, widget=ListWidget(), option_widget=CheckboxInput()
    )
    day = DateField("Day")
    places = IntegerField("Places")
    secret = PasswordField("Password")
    sure = BooleanField("Read it again", [InputRequired("Please confirm.")], description="Then it is stored.")


SINGLE = ("title", "text", "theme", "day", "places", "secret", "sure")
GROUPS = ("kind", "houses")


@pytest.fixture
def app() -> Iterator[Flask]:
    app = Flask(__name__, template_folder=str(ROOT / "templates"))
    app.config.update(SECRET_KEY="of this test alone", TESTING=True)
    app.jinja_env.undefined = StrictUndefined
    Babel(app)
    CSRFProtect(app)
    with app.test_request_context(method="POST"):
        yield app


@pytest.fixture
def render(app: Flask) -> Render:
    def page(template: str, **context: object) -> Page:
        macros = "{% from '_fields.html' import error_summary, field, post_button, post_form, submit %}"
        return Page(render_template_string(macros + template, **context))

    return page


@pytest.fixture
def form(app: Flask) -> Invitation:
    return Invitation()


@pytest.fixture
def refused(form: Invitation) -> Invitation:
    """The form after somebody sent it empty."""
    assert not form.validate()
    return form


@pytest.mark.parametrize("name", SINGLE)
def test_a_label_leads_to_its_control(render: Render, form: Invitation, name: str) -> None:
    page = render("{{ field(f) }}", f=form[name])

    control = page.with_id(form[name].id)

    assert control.tag in {"input", "select", "textarea"}
    assert form[name].label.text in page.one("label", **{"for": control["id"]}).text


@pytest.mark.parametrize("name", GROUPS)
def test_a_group_is_named_by_its_legend_and_every_choice_by_its_label(
    render: Render, form: Invitation, name: str
) -> None:
    page = render("{{ field(f) }}", f=form[name])

    choices = page.all("input")

    assert form[name].label.text in page.one("legend").text
    assert len(choices) == 2
    for choice in choices:
        assert page.one("label", **{"for": choice["id"]}).text


@pytest.mark.parametrize("name", [*SINGLE, *GROUPS])
def test_hint_audience_and_mistake_are_read_out_with_the_control(
    render: Render, refused: Invitation, name: str
) -> None:
    field = refused[name]
    page = render("{{ field(f, audience='Two colleagues') }}", f=field)

    described = page.with_id(field.id)["aria-describedby"].split()
    words = " ".join(page.with_id(one).text for one in described)

    assert "Two colleagues" in words
    assert field.description in words
    assert all(error in words for error in field.errors)


def test_a_mistake_marks_its_control_and_a_right_one_stays_unmarked(render: Render, refused: Invitation) -> None:
    wrong = render("{{ field(f) }}", f=refused.title)
    right = render("{{ field(f) }}", f=refused.places)

    assert wrong.with_id("title")["aria-invalid"] == "true"
    assert right.with_id("places").get("aria-invalid") is None


def test_only_what_may_stay_empty_says_so(render: Render, form: Invitation) -> None:
    assert "(optional)" in render("{{ field(f) }}", f=form.theme).one("label").text
    assert "(optional)" not in render("{{ field(f) }}", f=form.title).one("label").text
    assert "(optional)" not in render("{{ field(f, optional=false) }}", f=form.theme).one("label").text


def test_further_attributes_reach_the_control(render: Render, form: Invitation) -> None:
    page = render("{{ field(f, autocomplete='current-password') }}", f=form.secret)

    assert page.with_id("secret")["autocomplete"] == "current-password"


def test_a_text_box_is_as_high_as_asked(render: Render, form: Invitation) -> None:
    assert render("{{ field(f, rows=12) }}", f=form.text).one("textarea")["rows"] == "12"


def test_what_was_typed_comes_back_as_text_never_as_markup(render: Render, form: Invitation) -> None:
    form.title.data = '"><script>alert(1)</script>'

    page = render("{{ field(f) }}", f=form.title)

    assert page.all("script") == []
    assert page.with_id("title")["value"] == form.title.data


def test_the_summary_leads_to_every_field_with_a_mistake(render: Render, refused: Invitation) -> None:
    page = render("{{ error_summary(form) }}{% for f in form %}{{ field(f) }}{% endfor %}", form=refused)

    targets = [link["href"].removeprefix("#") for link in page.all("a")]

    assert targets == ["title", "text", "kind", "sure"]
    for target in targets:
        assert page.with_id(target)
    assert page.one("div", role="alert")["tabindex"] == "-1"


def test_a_fresh_form_has_no_summary(render: Render, form: Invitation) -> None:
    assert render("{{ error_summary(form) }}", form=form).elements == []


def test_a_form_carries_its_token_and_is_sent_once(render: Render, form: Invitation) -> None:
    page = render("{% call post_form(form, '/there') %}{{ submit('Send') }}{% endcall %}", form=form)

    assert page.one("form")["action"] == "/there"
    assert "data-once" in page.one("form").attributes
    assert page.one("input", name="csrf_token")["value"]
    assert page.one("button", type="submit").text == "Send"


def test_a_button_that_changes_something_posts_a_token_and_its_fields(render: Render) -> None:
    page = render("{{ post_button('/lift', 'Lift', reason='<b>') }}")

    assert page.one("form")["method"] == "post"
    assert page.one("input", name="csrf_token")["value"]
    assert page.one("input", name="reason")["value"] == "<b>"
