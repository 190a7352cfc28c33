"""`caseboard themes suggest`: lines in, lines out."""

import json
from pathlib import Path

from click.testing import CliRunner, Result

from caseboard.topics.command import themes


def suggest(lines: str, *options: str) -> Result:
    """Run the command on these lines."""
    return CliRunner().invoke(themes, ["suggest", "--jsonl", *options], input=lines)


def test_every_line_gets_its_three_suggestions_and_how_likely_none_is() -> None:
    # when
    result = suggest('{"id": 7, "text": "Der Bus fährt nicht."}\n\n{"id": "b", "text": "Die Räumung droht."}\n')

    # then
    first, second = map(json.loads, result.stdout.splitlines())
    assert (first["id"], second["id"]) == (7, "b")
    assert first["suggestions"][0]["theme"] == "mobilitaet"
    assert [len(row["suggestions"]) for row in (first, second)] == [3, 3]
    scores = [one["score"] for one in first["suggestions"]]
    assert scores == sorted(scores, reverse=True)
    assert 0 <= first["none"] <= 1


def test_labels_bring_a_theme_of_their_own(tmp_path: Path) -> None:
    labels = tmp_path / "labels.jsonl"
    labels.write_text('{"text": "Hochwasser im Keller, überall Schlamm", "themes": ["flut"]}\n' * 3, "utf-8")

    result = suggest('{"id": 1, "text": "Das Hochwasser kam, der Schlamm blieb."}', "--labels", str(labels))

    assert json.loads(result.stdout)["suggestions"][0]["theme"] == "flut"


def test_a_bad_line_is_named_by_its_number_and_not_repeated(tmp_path: Path) -> None:
    for bad in (
        "geheim",
        '{"id": 1, "txt": "geheim"}',
        '{"id": 1, "text": ["geheim"]}',
        '["geheim"]',
        '{"text": "geheim"}',
    ):
        result = suggest(f'{{"id": 1, "text": "Der Bus"}}\n{bad}\n')

        assert result.exit_code == 1
        assert "line 2" in result.stderr
        assert "geheim" not in result.output
        assert len(result.stdout.splitlines()) == 1

    labels = tmp_path / "labels.jsonl"
    labels.write_text('{"text": "geheim"}\n', "utf-8")
    result = suggest('{"id": 1, "text": "Der Bus"}', "--labels", str(labels))
    assert "labels: line 1" in result.stderr
    assert "geheim" not in result.output
