"""Thirty federal laws as themes: sections with few labels, beside plain baselines; the same measure as in the research.

    python -m benchmarks.themes.laws LAW30.JSONL.GZ [--draws N] [--measured N]

Nothing is known of these themes beforehand but their title: no starting knowledge, only the classifier itself.
"""

import argparse
import gzip
import json
import random
import sys
from collections import Counter
from pathlib import Path
from statistics import mean, pstdev

import numpy as np
from sklearn.metrics import f1_score

from benchmarks.themes import plain
from benchmarks.themes.assignment import LABELS, NOTHING
from caseboard.topics.classifier import Classifier, Labelled
from caseboard.topics.features import hasher
from caseboard.topics.spec import ThemeSpec

TITLES = {
    "amg_1976": "Arzneimittel", "aufenthg_2004": "Aufenthalt von Ausländern", "bbaug": "Baugesetzbuch",
    "bbergg": "Bergbau", "betrvg": "Betriebsverfassung, Betriebsrat", "enwg_2005": "Energiewirtschaft, Strom und Gas",
    "estg": "Einkommensteuer", "famfg": "Verfahren in Familiensachen", "gg": "Grundgesetz",
    "gwb": "Wettbewerbsbeschränkungen, Kartelle, Vergabe", "hwo": "Handwerksordnung", "inso": "Insolvenz",
    "sgb_10": "Sozialverwaltungsverfahren, Sozialdatenschutz", "sgb_11": "Pflegeversicherung",
    "sgb_12": "Sozialhilfe, Grundsicherung im Alter", "sgb_2": "Bürgergeld, Grundsicherung für Arbeitsuchende",
    "sgb_3": "Arbeitsförderung, Arbeitslosengeld", "sgb_4": "Gemeinsame Vorschriften für die Sozialversicherung",
    "sgb_6": "Rentenversicherung", "sgb_7": "Unfallversicherung", "sgb_8": "Kinder- und Jugendhilfe",
    "sgb_9_2018": "Rehabilitation und Teilhabe von Menschen mit Behinderungen", "sgg": "Sozialgerichtsgesetz",
    "strlschg": "Strahlenschutz", "stvollzg": "Strafvollzug", "tkg_2021": "Telekommunikation",
    "urhg": "Urheberrecht", "vvg_2008": "Versicherungsvertrag", "wphg": "Wertpapierhandel",
    "zvg": "Zwangsversteigerung",
}  # fmt: skip

Row = tuple[str, str]


def sections(path: Path) -> list[Row]:
    """The sections with their law."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [(row["law"], row["text"]) for row in map(json.loads, lines)]


def divided(rows: list[Row], labels: int, seed: int, most: int) -> tuple[list[Row], list[Row]]:
    """So many labelled sections a law, and others to measure on."""
    order = list(rows)
    random.Random(seed).shuffle(order)  # noqa: S311 -- repeatable, no secret
    had: Counter[str] = Counter()
    known, rest = [], []
    for row in order:
        had[row[0]] += 1
        (known if had[row[0]] <= labels else rest).append(row)
    return known, rest[:most]


def ours(known: list[Row], unseen: list[Row], laws: list[str]) -> np.ndarray:
    """The classifier with titles and labels."""
    specs = [ThemeSpec(law, TITLES[law], starts_from=()) for law in laws]
    classifier = Classifier(specs, [Labelled(text, (law,)) for law, text in known], NOTHING)
    return classifier.log_odds(hasher().counts(text for _law, text in unseen))


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path)
    parser.add_argument("--draws", type=int, default=3)
    parser.add_argument("--measured", type=int, default=5953, help="At most so many sections, to be quicker.")
    options = parser.parse_args()
    rows = sections(options.file)
    laws = sorted({law for law, _text in rows})
    write = sys.stdout.write
    write("macro-F1 | raw TF-IDF, logistic regression | words and letters, SVC | this classifier\n---|---|---|---\n")
    for labels in (0, *LABELS):
        scores: dict[str, list[float]] = {"raw": [], "letters": [], "ours": []}
        for seed in range(options.draws):
            known, unseen = divided(rows, labels, seed, options.measured)
            truth = [laws.index(law) for law, _text in unseen]
            found = {"ours": ours(known, unseen, laws)}
            if labels:
                texts, main_law = [text for _law, text in known], [laws.index(law) for law, _text in known]
                asked = [text for _law, text in unseen]
                found["raw"] = plain.raw_words(texts, main_law, asked, len(laws))
                found["letters"] = plain.words_and_letters(texts, main_law, asked, len(laws))
            for name, each in found.items():
                scores[name].append(float(f1_score(truth, each.argmax(axis=1), average="macro", zero_division=0)))
        cells = (f"{mean(each):.3f} ± {pstdev(each):.3f}" if each else "" for each in scores.values())
        write(f"{labels} labels | {' | '.join(cells)}\n")


if __name__ == "__main__":
    main()
