"""`caseboard themes …`: suggestions on the command line, and the starting knowledge made anew; it needs no database."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import click

from caseboard.topics.jsonl import BadLine, objects

if TYPE_CHECKING:
    from caseboard.topics.sampling import Case

CASE = '{"id": …, "text": "…", "jobcenter": …, "day": "…"}'
TEXT, LABELS = '{"id": …, "text": "…"}', '{"text": "…", "themes": ["…"]}'


@click.group("themes")
def themes() -> None:
    """Which themes texts are about."""


@themes.command("suggest")
@click.option("--jsonl", is_flag=True, required=True, help="Read and write one JSON object a line.")
@click.option("--labels", type=click.File(encoding="utf-8"), help=f"Labelled texts, lines like {LABELS}.")
@click.option("--input", "source", type=click.File(encoding="utf-8"), default="-", help="Instead of standard input.")
def suggest(jsonl: bool, labels: TextIO | None, source: TextIO) -> None:  # noqa: ARG001 -- the only form there is
    """Give the three likeliest themes of each text, best first, and how likely it is that none fits.

    Lines like {"id": …, "text": "…"} become lines like {"id": …, "suggestions": [{"theme", "score"}], "none": score}.
    Scores are odds from 0 to 1. Labels with a theme that the taxonomy has not make it a theme of its own.
    """
    from caseboard.topics.classifier import Classifier, Labelled
    from caseboard.topics.spec import shipped_specs

    try:
        labelled = [Labelled(row["text"], _keys(row["themes"])) for row in _labelled(labels)] if labels else []
        classifier = Classifier(shipped_specs(), labelled)
        for row in objects(source, TEXT, id=object, text=str):
            found = classifier.suggest(row["text"])
            best = [{"theme": one.theme, "score": one.score} for one in found.best]
            click.echo(json.dumps({"id": row["id"], "suggestions": best, "none": found.none}, ensure_ascii=False))
    except BadLine as error:
        raise click.ClickException(str(error)) from None
    except UnicodeDecodeError:
        raise click.ClickException("the input is not UTF-8") from None


@themes.command("candidates")
@click.option("--jsonl", is_flag=True, required=True, help="Read and write one JSON object a line.")
@click.option("--input", "source", type=click.File(encoding="utf-8"), default="-", help="Instead of standard input.")
def candidates(jsonl: bool, source: TextIO) -> None:  # noqa: ARG001 -- the only form there is
    """Give at most six themes that the taxonomy may be missing, by cases of the last 90 days and those before them.

    Lines like {"id": …, "text": "…", "jobcenter": …, "day": "2026-03-31"}, in any order, become at most six lines like
    {"terms": ["…"], "ids": […]}, the likeliest first, its most typical cases first. Every term is from at least three
    jobcenters. Below about ten cases nobody finds a new theme reliably.
    """
    from caseboard.topics.candidates import NothingBefore, find
    from caseboard.topics.classifier import Classifier
    from caseboard.topics.spec import shipped_specs

    ids: list[object] = []
    try:
        for one in find(_cases(source, ids), Classifier(shipped_specs())):
            found = {"terms": one.terms, "ids": [ids[int(place)] for place in one.ids]}
            click.echo(json.dumps(found, ensure_ascii=False))
    except (BadLine, NothingBefore) as error:
        raise click.ClickException(str(error)) from None
    except UnicodeDecodeError:
        raise click.ClickException("the input is not UTF-8") from None


@themes.command("learn")
@click.option("--texts", type=click.Path(exists=True, file_okay=False, path_type=Path), required=True)
def learn(texts: Path) -> None:
    """Make the starting knowledge anew from the word lists and from written TEXTS: one hand a .jsonl file.

    The same texts give the same table on the same versions of numpy and scipy; nothing is drawn by chance.
    """
    from caseboard.topics import learning

    click.echo(learning.renew(learning.texts_in(texts)))


def _cases(source: TextIO, ids: list[object]) -> Iterator[Case]:
    """The cases of the lines under their place in `ids`, which keeps what they were called."""
    from caseboard.topics.sampling import Case

    for number, row in enumerate(objects(source, CASE, id=object, text=str, jobcenter=object, day=str), 1):
        try:
            day = date.fromisoformat(row["day"])
        except ValueError:
            raise BadLine(f"case {number} has no day like 2026-03-31") from None
        ids.append(row["id"])
        yield Case(str(number - 1), row["text"], str(row["jobcenter"]), day)


def _labelled(labels: TextIO) -> list[dict[str, object]]:
    try:
        return list(objects(labels, LABELS, text=str, themes=list))
    except BadLine as error:
        raise BadLine(f"labels: {error}") from None


def _keys(themes: list[object]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(map(str, themes)))
