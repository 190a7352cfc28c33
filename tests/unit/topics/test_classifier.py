"""Themes of texts: by description, by starting knowledge, by labels."""

from pathlib import Path

import numpy as np
import pytest

from caseboard.topics.classifier import Classifier, Labelled
from caseboard.topics.features import hasher
from caseboard.topics.knowledge import Knowledge, Scale, read, shipped_knowledge, written
from caseboard.topics.learning import texts_in
from caseboard.topics.spec import ThemeSpec, shipped_specs
from tests.growing import LINEAR, growth

NOTHING = Knowledge(Scale(seeds_alone=69.0, offset_alone=-4.2), {})
BEES = ThemeSpec("bienen", "Imkerei", "Bienen und Honig.", ("Biene", "Honig", "Imker", "Wabe"))
SHIPS = ThemeSpec("schiffe", "Seefahrt", "Arbeit auf dem Schiff.", ("Schiff", "Matrose", "Hafen", "Anker"))
CASES = Path(__file__).parents[3] / "benchmarks" / "themes" / "cases"


def first(classifier: Classifier, text: str) -> str:
    """The theme that is suggested first."""
    return classifier.suggest(text).best[0].theme


def test_seeds_alone_suggest_a_theme_and_something_else_is_rather_none() -> None:
    classifier = Classifier([BEES, SHIPS], knowledge=NOTHING)

    assert first(classifier, "Der Matrose wirft den Anker im Hafen.") == "schiffe"
    assert classifier.suggest("Die Waben sind voll Honig, der Imker freut sich.").none < 0.5
    assert classifier.suggest("Das Fenster klemmt seit Wochen.").none > 0.9


def test_starting_knowledge_knows_everyday_words_that_are_no_seeds() -> None:
    text = "Briefe liegen ungeöffnet in der Tüte, das Konto ist gesperrt, und das Versandhaus schreibt jede Woche."

    assert first(Classifier(shipped_specs()), text) == "schulden"


def test_a_renamed_theme_keeps_its_starting_knowledge_and_one_of_another_meaning_does_not() -> None:
    text = "Entlassung aus der JVA, der Bewährungshelfer kommt mit."
    renamed = ThemeSpec("haft", "Neuer Anfang", "Anders gesagt.")
    changed = ThemeSpec("haft", "Haftpflicht", "Versicherungen.", ("Haftpflicht",), starts_from=())

    assert Classifier([renamed]).suggest(text).best[0].score > 0.9
    assert Classifier([changed]).suggest(text).best[0].score < 0.1


def test_a_merged_theme_knows_what_each_of_its_parts_knew() -> None:
    merged = ThemeSpec("wohnen", "Wohnen", starts_from=("wohnungslosigkeit", "energie"))
    classifier = Classifier([merged, *(spec for spec in shipped_specs() if spec.key == "schulden")])

    for text in ("Er schläft im Auto und duscht im Schwimmbad.", "Der Strom ist abgestellt, der Zähler gesperrt."):
        assert first(classifier, text) == "wohnen"


def test_an_excluded_term_takes_its_theme_out_of_the_running() -> None:
    with_exclusion = ThemeSpec("bienen", "Imkerei", "", BEES.seeds, excludes=("Honig im Kopf",))
    classifier = Classifier([with_exclusion, SHIPS], knowledge=NOTHING)

    assert first(classifier, "Honig und Biene und Schiff und Wabe") == "bienen"
    kept = classifier.suggest("Der Film Honig im Kopf über eine Biene")
    assert {one.theme: one.score for one in kept.best}["bienen"] < 0.5


def test_labels_of_an_unknown_key_become_a_theme_of_its_own() -> None:
    # given three labelled floods
    floods = [
        Labelled(f"Das Hochwasser stand {where}, der Schlamm ist noch da, alles nass.", ("flut",))
        for where in ("im Keller", "in der Küche", "bis zum Fenster")
    ]

    # when
    classifier = Classifier(shipped_specs(), floods)

    # then
    assert first(classifier, "Seit dem Hochwasser ist der Keller voll Schlamm.") == "flut"
    assert first(classifier, "Er schläft im Auto und duscht im Schwimmbad.") == "wohnungslosigkeit"


def test_a_few_labels_of_an_unknown_key_alone_leave_other_texts_where_they_were() -> None:
    # given five floods, and nothing else labelled
    floods = [
        Labelled(f"Das Hochwasser stand {where}, der Schlamm ist noch da, und sie weiß nicht weiter.", ("flut",))
        for where in ("im Keller", "in der Küche", "bis zum Fenster", "im Flur", "bis zur Treppe")
    ]
    cases = [one for one in texts_in(CASES) if one.themes][::10]

    # when
    before, after = Classifier(shipped_specs()), Classifier(shipped_specs(), floods)

    # then no text without a flood is taken for one
    assert "flut" not in {first(after, one.text) for one in cases}
    assert sum(first(after, one.text) == first(before, one.text) for one in cases) >= 0.97 * len(cases)


def test_a_twentieth_more_labels_move_at_most_three_cases_in_a_hundred() -> None:
    # given forty labelled cases, and two more
    cases = [one for one in texts_in(CASES) if one.themes]
    labels = [Labelled(one.text, one.themes) for one in cases[::8][:42]]
    others = hasher().counts(one.text for one in cases[3::4])

    # when
    less, more = (Classifier(shipped_specs(), some).log_odds(others) for some in (labels[:40], labels))

    # then
    moved = (less.argmax(axis=1) != more.argmax(axis=1)).mean()
    assert moved <= 0.03


def test_labels_correct_what_was_believed() -> None:
    text = "Der Honig fließt, die Biene summt."
    wrong = Classifier([BEES, SHIPS], knowledge=NOTHING)
    corrected = Classifier([BEES, SHIPS], [Labelled(text, ("schiffe",))] * 5, NOTHING)

    assert first(wrong, text) == "bienen"
    assert first(corrected, text) == "schiffe"


def test_another_theme_changes_nothing_of_what_is_said_of_the_others() -> None:
    # given labels, and the same with a theme and a label more
    taught = [Labelled("Der Bus fährt nicht, das Auto ist kaputt.", ("mobilitaet",)), Labelled("Nichts passt.", ())]
    before = Classifier(shipped_specs(), taught)
    after = Classifier((*shipped_specs(), BEES), [Labelled(one.text, one.themes) for one in taught])

    # then
    counts = hasher().counts(["Der Honig wird mit dem Bus geliefert.", "Schulden beim Imker"])
    assert (after.log_odds(counts)[:, :-1] == before.log_odds(counts)).all()


def test_what_is_counted_unasked_is_surer_than_what_is_suggested() -> None:
    classifier = Classifier(shipped_specs())

    assert classifier.counted("Pfändung, Inkasso, Mahnung, Gläubiger und Gerichtsvollzieher: Schulden überall.") == (
        "schulden",
    )
    assert classifier.counted("Er war heute da, und wir haben lange geredet.") == ()


def test_labels_that_repeat_each_other_never_let_an_unlikely_theme_be_counted_unasked() -> None:
    # given a thousand labels of four texts: each is told right by its copies, however low the threshold
    hive, sea = ("Waben voll Honig.", "Der Imker wartet."), ("Der Matrose wartet.", "Ein Anker im Hafen.")
    copies = [Labelled(text, (key,)) for key, some in (("bienen", hive), ("schiffe", sea)) for text in some * 250]
    classifier = Classifier([BEES, SHIPS], copies, NOTHING)

    # then what is likelier not to fit is still not counted
    assert not classifier.sure(np.array([[-0.01, -0.01]])).any()
    assert classifier.counted("Der Imker wartet auf Honig.") == ("bienen",)


@pytest.mark.parametrize("text", ["", "[Kundin]", "und 12"])
def test_a_text_without_words_fits_nothing(text: str) -> None:
    found = Classifier(shipped_specs()).suggest(text)

    assert found.none > 0.9
    assert Classifier(shipped_specs()).counted(text) == ()


def test_without_themes_nothing_is_suggested() -> None:
    assert Classifier([]).suggest("Schulden").best == ()
    assert Classifier([]).suggest("Schulden").none == 1


def test_a_table_reads_back_as_it_was_written() -> None:
    table = Knowledge(Scale(certain=1.25), {"bienen": {"honig": 3.5, "*": -0.25}})

    assert read(written(table, "Made here")) == table


def test_the_shipped_table_knows_every_shipped_theme() -> None:
    assert set(shipped_knowledge().weights) == {spec.key for spec in shipped_specs()}


def test_the_written_cases_mostly_get_their_theme() -> None:
    """No measure, for the table has learned from them: a table that was broken on its way would fail here."""
    cases = [one for one in texts_in(CASES) if one.themes][::10]
    classifier = Classifier(shipped_specs())

    assert sum(first(classifier, one.text) in one.themes for one in cases) > 0.9 * len(cases)


def test_a_suggestion_takes_linear_time() -> None:
    classifier = Classifier(shipped_specs())
    text = " ".join(one.text for one in texts_in(CASES)[:60])

    assert growth(lambda length: classifier.suggest(text[:length]), 3_000, 30_000) <= LINEAR
