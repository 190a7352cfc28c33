"""What people type is text wherever it is printed: between tags, in attributes, in titles, in the head of the page."""

from html.parser import HTMLParser

import pytest
from flask import Flask
from markupsafe import escape
from sqlalchemy import String, Text, update

from caseboard.anonymize import SafeText
from caseboard.cases import forms as case_forms
from caseboard.db import Base, Safe, command, db
from caseboard.models import Measure, Proposal, ProposalState, Role, Theme
from caseboard.models.case import KeptWord
from tests.actors import Actor, Stage
from tests.house.matrix_cast import Cast
from tests.rooms.sessions_stage import Round

PAYLOADS = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onfocus=alert(1) autofocus x='",
    "</textarea></title></style><svg onload=alert(1)>",
    "{{ 7*7 }}{% raw %}<b>fett</b>",
    "[<iframe src=javascript:alert(1)>]",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
)
ADDRESSES = ("href", "src", "action", "formaction")
FORBIDDEN = {"img", "iframe", "object", "embed"}


class Tags(HTMLParser):
    """Collects what a browser would run."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        """No tag of theirs, no attribute that runs, no address that runs."""
        given = dict(attributes)
        own_script = tag == "script" and str(given.get("src")).startswith("/static/")
        if tag in FORBIDDEN or (tag == "script" and not own_script):
            self.found.append(tag)
        self.found += [name for name in given if name.startswith("on")]
        self.found += [name for name in ADDRESSES if str(given.get(name)).strip().startswith("javascript:")]


def running(page: str) -> list[str]:
    """What would run on a page."""
    tags = Tags()
    tags.feed(page)
    return [*tags.found, *(["49"] if "49{%" in page else [])]


@command
def fill_with(payload: str) -> None:
    """Write the payload into every column that holds words of people, as an airlock that missed it would."""
    for table in Base.metadata.sorted_tables:
        for column in table.columns:
            if isinstance(column.type, Safe):
                value = SafeText.trusted(payload)
                db.session.execute(update(table).where(column.is_not(None)).values({column.name: value}))
    names = {"user": ("name",), "jobcenter": ("county",), "theme": ("name_de", "name_en", "definition")}
    for name, columns in names.items():
        table = Base.metadata.tables[name]
        for column in columns:
            assert isinstance(table.c[column].type, String | Text)
            db.session.execute(update(table).values({column: payload}))
    house = Base.metadata.tables["jobcenter"]
    db.session.execute(update(house).values(name=payload + house.c.id))


def everything(app: Flask, *ids: str) -> list[str]:
    """Every address with every id that names a row of what the address is about."""
    found = set()
    for rule in app.url_map.iter_rules():
        if "GET" in (rule.methods or ()) and rule.endpoint != "static":
            model = getattr(app.view_functions[rule.endpoint], "loads", None)
            fitting = [key for key in ids if model is None or db.session.get(model, key)]
            found |= {rule.rule.replace("<id>", key).replace("<token>", key) for key in fitting}
    return sorted(found)


@pytest.mark.parametrize("payload", PAYLOADS[1:4:2])
def test_no_page_runs_what_somebody_typed(app: Flask, stage: Stage, payload: str) -> None:
    # given a house full of words of people, each of them the same bad one
    table = Round(stage, themes=("mobilitaet",)).is_concluded()
    waiting = Round(stage)
    cast = Cast(stage)
    db.session.add(KeptWord(case_id=table.case_id, word=SafeText.trusted("Wort")))
    cast.theme(flagged=True)
    ids = [table.case_id, table.id, waiting.case_id, waiting.id, "mobilitaet", "kg", table.author.user_id]
    dates = cast.series()
    ids += [dates.id, dates.slots[0].id, cast.group()]
    ids += [cast.proposal(ProposalState.UNDER_REVIEW), cast.measure()]
    assert db.session.get(Measure, ids[-1])
    assert db.session.get(Proposal, ids[-2])
    fill_with(payload)
    people = [table.author, table.moderator, waiting.advisers[0]]
    people += [cast.people["leader"], stage.person("kt", Role.NETWORK_ADMINISTRATION)]
    # when everybody opens everything
    paths = everything(app, *ids)
    answers = [(path, actor.opens(path)) for actor in people for path in paths]
    pages = [(path, answer.get_data(as_text=True)) for path, answer in answers if answer.mimetype == "text/html"]
    # then it is printed, and nowhere does it run
    assert sum(escape(payload) in page for _path, page in pages) > 30
    assert [(path, running(page)) for path, page in pages if running(page)] == []
    assert db.session.get_one(Theme, "mobilitaet").name_de == payload


@pytest.mark.parametrize("payload", PAYLOADS[::2])
def test_no_form_runs_what_comes_back_in_it(stage: Stage, payload: str) -> None:
    author, table = stage.case_manager("kg"), Round(stage).all_accept()
    names = [field for field in case_forms.CaseForm.__dict__ if not field.startswith("_")]
    typed = {name: payload for name in names if name not in {"concerns_staff", "no_theme"}}
    answers = [_answer(author, path, typed) for path in ("/faelle/neu", "/faelle/vorschau", "/faelle")]
    answers.append(_answer(table.advisers[0], f"{table.address}/perspektive", {"text": payload, "step": "look"}))
    answers.append(_answer(table.moderator, "/bibliothek", {"words": payload}))
    answers.append(_answer(stage.administrator("kg"), "/personen/neu", {"name": payload, "email": payload}))
    answers.append(stage.stranger().get("/anmelden", query_string={"next": f"/{payload}"}).get_data(as_text=True))
    answers.append(author.opens(f"/gibt-es-nicht/{payload}").get_data(as_text=True))
    assert [running(page) for page in answers] == [[]] * len(answers)


def _answer(actor: Actor, path: str, form: dict[str, str]) -> str:
    return actor.sends(path, form).get_data(as_text=True)
