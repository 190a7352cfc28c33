"""What the readers make of each corpus format; the lines are ours, only the formats are theirs."""

import gzip
import json
import zipfile
from pathlib import Path

import pytest

from caseboard.anonymize.ner.corpora import READERS
from caseboard.anonymize.ner.samples import Sample


def marked(sample: Sample) -> str:
    return "".join(text if label == "O" else f"<{label} {text}>" for text, label in sample.pieces)


GERMEVAL = (
    "#\thttp://beispiel.example\t[2020-01-01]\n"
    "1\tDie\tO\tO\n2\tNürnberger\tB-LOCderiv\tO\n3\tÄrztin\tO\tO\n4\tGesa\tB-PER\tO\n5\tHolt\tI-PER\tO\n6\t,\tO\tO\n"
    "7\tspricht\tO\tO\n8\ttürkische\tB-LOCderiv\tO\n9\tLieder\tO\tO\n10\tin\tO\tO\n11\tPolen\tB-LOC\tO\n12\t.\tO\tO\n"
    "\n1\tDer\tO\tO\n2\tHolt-Plan\tB-PERpart\tO\n3\tin\tO\tO\n4\tNürnberg\tB-LOC\tO\n5\t.\tO\tO\n"
)


def test_germeval_derived_forms_are_handled_one_by_one(tmp_path: Path) -> None:
    path = tmp_path / "a.tsv"
    path.write_text(GERMEVAL, encoding="utf-8")

    first, second = READERS["germeval"](path)

    # town adjectives are places, nationalities are no names, countries and halves of compounds teach nothing
    assert marked(first) == (
        "Die <LOC Nürnberger> Ärztin <PER Gesa><PER  ><PER Holt>, spricht türkische Lieder in <- Polen>."
    )
    assert marked(second) == "Der <- Holt-Plan> in <LOC Nürnberg>."


def test_mobie_has_four_columns(tmp_path: Path) -> None:
    path = tmp_path / "a.conll2003"
    rows = ["-DOCSTART- -7 O O", "", "Unfall\tNN\tI-NN\tB-event-cause", "Torgasse\tNE\tI-NE\tB-location-street",
            "in\tAPPR\tI-AP\tO", "Roth\tNE\tI-NE\tB-location-city", ""]  # fmt: skip
    path.write_text("\n".join(rows), encoding="utf-8")

    samples = [marked(s) for s in READERS["mobie"](path) if s.text]

    assert samples == ["Unfall <STR Torgasse> in <LOC Roth>"]


def test_court_decisions_name_people_but_courts_are_general_bodies(tmp_path: Path) -> None:
    path = tmp_path / "a.conll"
    path.write_text("Richterin O\nGesa B-RR\nHolt I-RR\nam O\nBSG B-GRT\n\n", encoding="utf-8")

    (sample,) = READERS["ler"](path)

    assert marked(sample) == "Richterin <PER Gesa><PER  ><PER Holt> am BSG"


def test_smartdata_is_one_object_after_the_other(tmp_path: Path) -> None:
    path = tmp_path / "a.json.gz"
    objects = [
        {"text": {"string": "Gesa Holt wohnt in Roth."}, "conceptMentions": {"array": [
            {"span": {"start": 0, "end": 9}, "type": "person"},
            {"span": {"start": 19, "end": 23}, "type": "location-city"},
        ]}},
        {"text": {"string": "Nichts."}, "conceptMentions": None},
    ]  # fmt: skip
    with gzip.open(path, "wt", encoding="utf-8") as file:
        file.write("\n".join(json.dumps(o, indent=1) for o in objects))

    first, second = READERS["smartdata"](path)

    assert marked(first) == "<PER Gesa Holt> wohnt in <LOC Roth>."
    assert marked(second) == "Nichts."


def test_court_sentences_with_cited_authors_are_left_out(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    lines = ["<?xml?>", "<!DOCTYPE>", "<TimeML>", "Die Klage vom <TIMEX3 tid=\"t1\">3. Mai</TIMEX3> ist zulässig .",
             "So auch Holt , vgl Kommentar , Aufl 3 ."]  # fmt: skip
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("corpus/bsg_timex.txt", "\n".join(lines))

    assert [marked(s) for s in READERS["timex"](path)] == ["Die Klage vom 3. Mai ist zulässig."]


@pytest.mark.parametrize("quoted", ['Er sagte: "Ja" und ging.', "Sie fragte (leise): Wer?"])
def test_tokens_become_running_text_again(tmp_path: Path, quoted: str) -> None:
    path = tmp_path / "a.conll"
    tokens = quoted
    for mark in '".:()?':
        tokens = tokens.replace(mark, f" {mark} ")
    path.write_text("".join(f"{t} O\n" for t in tokens.split()) + "\n", encoding="utf-8")

    (sample,) = READERS["ler"](path)

    assert sample.text == quoted
