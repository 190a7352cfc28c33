"""The weights of the evidence: collected where nobody has learnt from, kept without text, learnt as one reads them."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from caseboard.anonymize.engine import Engine
from caseboard.anonymize.ner import balancing
from caseboard.anonymize.ner.balancing import Row
from caseboard.anonymize.ner.command import ner

TEXT = (
    "Gestern kam [[PERSON:Wiesinger]] wegen der {{KEEP:Mietbescheinigung}} und brachte [[PERSON:Dragomira]] mit. "
    "Herr [[PERSON:Obermoser]] aus [[PLACE:Kronach]] war ((AGE:57))."
)


def row(*codes: str, name: bool = False, term: bool = False, text: int = 0) -> Row:
    return Row(frozenset(codes), name, term, text)


@pytest.fixture(scope="module")
def engine() -> Engine:
    return Engine()


def test_a_row_says_what_spoke_for_a_find_and_whether_it_was_a_name(engine: Engine) -> None:
    rows = list(balancing.rows(engine, [TEXT]))

    assert any(each.name and "unknown-word" in each.codes for each in rows)
    assert all({code.partition(":")[0] for code in each.codes} & {"both", "perhaps/both"} for each in rows)


def test_rows_are_kept_without_the_text_they_come_from(engine: Engine, tmp_path: Path) -> None:
    rows = list(balancing.rows(engine, [TEXT]))
    balancing.kept(rows, tmp_path / "rows")

    assert list(balancing.read(tmp_path / "rows")) == rows
    assert "iesinger" not in (tmp_path / "rows").read_text(encoding="utf-8")


def test_what_stands_with_names_weighs_more_than_what_stands_with_words() -> None:
    rows = [row("title", name=True, text=n) for n in range(400)] + [row("echo", text=n) for n in range(400)]
    learnt = balancing.learn(rows)

    assert learnt.weights["title"] > 0 > learnt.weights["echo"]
    assert learnt.dropped_names == 0
    assert learnt.dropped_words == 1


def test_a_missed_name_costs_more_than_a_masked_word() -> None:
    """Of ten that look alike three are names: dropping them all would be the cheaper mistake only at equal cost."""
    rows = [row("echo", name=n % 10 < 3, text=n) for n in range(200)] + [row("title", name=True)] * 20
    learnt = balancing.learn(rows)

    assert learnt.bias + learnt.weights["echo"] > 0


def test_what_was_seen_seldom_has_no_weight() -> None:
    rows = [row("title", name=True, text=n) for n in range(40)] + [row("echo", "once", text=n) for n in range(7)]

    assert set(balancing.learn(rows).weights) == {"title"}


def test_the_answers_of_the_tagger_add_to_sums_that_are_left_as_they_are() -> None:
    alike = [row("echo", name=n % 10 < 3, text=n) for n in range(200)] + [row("title", name=True)] * 20
    told = [
        Row(each.codes | {"proper-noun:unknown" if each.name else "no-noun:unknown"}, each.name, each.term, each.text)
        for each in alike
    ]
    without, learnt = balancing.learn(alike).weights, balancing.learn(told).weights

    assert {code: learnt[code] for code in without} == without
    assert learnt["proper-noun:unknown"] > 0 > learnt["no-noun:unknown"]


def test_the_commands_collect_and_weigh(tmp_path: Path) -> None:
    (texts := tmp_path / "texts").mkdir()
    for name in ("x-1", "x-2", "y-1"):
        (texts / f"{name}.txt").write_text(f"# style: s, topic: t\n\n{TEXT}\n", encoding="utf-8")
    run, rows, table = CliRunner().invoke, tmp_path / "rows", tmp_path / "table.tsv"

    assert run(ner, ["collect", "--texts", str(texts), "--leave-out", "y-*", "--out", str(rows)]).exit_code == 0
    assert len({each.text for each in balancing.read(rows)}) == 1  # the same text twice, the third left out
    shown = run(ner, ["weigh", *["--rows", str(rows)] * 4, "--out", str(table)])

    assert shown.exit_code == 0, shown.output
    assert "(bias)" in table.read_text(encoding="utf-8")
