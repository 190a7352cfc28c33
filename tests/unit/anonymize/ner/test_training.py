"""`caseboard ner train`: repeatable, honest about its sources, and complete on disk."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from caseboard.anonymize import signed
from caseboard.anonymize.document import Document
from caseboard.anonymize.ner import weights
from caseboard.anonymize.ner.command import ner
from caseboard.anonymize.ner.labels import LABELS
from caseboard.anonymize.ner.lessons import Material
from caseboard.anonymize.ner.reading import NameReader
from caseboard.anonymize.ner.training import Progress, train
from caseboard.anonymize.vocabulary import vocabulary

NEWS = "".join(f"#\tx\n1\tGesa\tB-PER\tO\n2\tHolt{n}\tO\tO\n3\tsang\tO\tO\n\n" for n in range(6))


def test_the_same_seed_gives_the_same_weights_and_another_one_others() -> None:
    material = Material({"notes": ["Frau {last} war da", "Der Antrag fehlt"]}, [])
    told: list[Progress] = []

    one, two, other = (train(material, seed, 3, told.append).to_bytes() for seed in (5, 5, 6))

    assert one == two != other
    assert told[-1].done == 1


def test_a_few_steps_teach_what_a_title_means() -> None:
    material = Material({"notes": ["Frau {last} war da.", "Herr {last} rief an.", "Der Antrag fehlt noch."]}, [])

    model = train(material, 1, 120, lambda _progress: None)

    document = Document("Frau Wiesinger rief an.", vocabulary())
    from caseboard.anonymize.ner.features import vectors

    table = model.predict([vectors(document)])[0]
    assert LABELS[table[1].argmax()] == "PER"
    assert [LABELS[at] for at in table[[0, 2, 3]].argmax(axis=1)] == ["O", "O", "O"]


def test_the_command_writes_weights_checksum_and_card(tmp_path: Path) -> None:
    corpus = tmp_path / "own.tsv"
    corpus.write_text(NEWS, encoding="utf-8")

    answer = CliRunner().invoke(
        ner,
        [
            "train",
            "--out",
            str(tmp_path / "out"),
            "--corpus",
            f"germeval:{corpus}",
            "--keep-apart",
            "2",
            "--steps",
            "2",
        ],
    )

    assert answer.exit_code == 0, answer.output
    assert "100%" in answer.output
    card = (tmp_path / "out" / "MODEL_CARD.md").read_text(encoding="utf-8")
    assert len(weights.content(tmp_path / "out")) == 1
    assert (tmp_path / "out" / signed.CHECKSUMS).read_text().split()[0] in card
    assert "LREC 2014. 4 samples" in card  # two of the six were kept apart
    assert "--steps 2 --keep-apart 2 --corpus germeval:own.tsv`" in card
    assert str(tmp_path) not in card
    assert NameReader(tmp_path / "out").probabilities(Document("Frau Holt", vocabulary())).shape == (2, len(LABELS))


@pytest.mark.parametrize("corpus", ["unheard:of.tsv", "germeval:missing.tsv", "germeval"])
def test_an_unknown_source_is_refused(tmp_path: Path, corpus: str) -> None:
    answer = CliRunner().invoke(ner, ["train", "--out", str(tmp_path), "--corpus", corpus])

    assert answer.exit_code == 2
    assert "say KIND:FILE" in answer.output


def test_a_second_network_has_a_file_of_its_own_and_leaves_texts_out(tmp_path: Path) -> None:
    texts = tmp_path / "texts"
    texts.mkdir()
    for name in ("a-01", "x-01"):
        (texts / f"{name}.txt").write_text(f"# {name}\n\nFrau [[PERSON:Wiesinger]] war da.", encoding="utf-8")
    order = ["train", "--out", str(tmp_path), "--texts", str(texts), "--leave-out", "x-*", "--steps", "1"]

    answer = CliRunner().invoke(ner, [*order, "--member", "2"])

    assert answer.exit_code == 0, answer.output
    assert list(signed.digests(tmp_path)) == ["names-2.model"]
    card = (tmp_path / "MODEL_CARD.md").read_text(encoding="utf-8")
    assert "- 1 annotated texts" in card
    assert "--member 2" in card
    assert "--leave-out 'x-*'" in card
