"""Readers of public German corpora, each with what its labels mean to us.

Nothing of a corpus is kept here; MODEL_CARD.md names sources and licences.
"""

import gzip
import json
import re
import zipfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from caseboard.anonymize.fold import fold
from caseboard.anonymize.lexicon import PLACE, load
from caseboard.anonymize.ner.labels import SKIP
from caseboard.anonymize.ner.samples import Sample, cut
from caseboard.anonymize.origins import region_of

Token = tuple[str, str]

# Traffic is no jobcenter: routes, stops and hashtags teach little about addresses, so they are left out of the lesson.
_TRAFFIC = {
    "person": "PER", "location-city": "LOC", "location-street": "STR", "location": SKIP, "location-stop": SKIP,
    "location-route": SKIP, "organization": SKIP, "organization-company": "ORG", "event-cause": "O",
}  # fmt: skip
# Courts, legislators, countries and the EU are general bodies; lawyers and judges are people.
_COURTS = {"PER": "PER", "RR": "PER", "AN": "PER", "ST": "LOC", "LDS": SKIP, "STR": "STR", "UN": "ORG", "ORG": SKIP,
           "MRK": SKIP, "LIT": SKIP, "INN": SKIP}  # fmt: skip


def germeval(path: Path) -> Iterator[Sample]:
    """GermEval 2014: index, token, outer label, nested label."""
    for rows in _blocks(path, "\t"):
        tokens = []
        for _, word, outer, inner in (r[:4] for r in rows):
            label, inside = outer.partition("-")[2], inner.partition("-")[2]
            tokens.append((word, "PER" if inside == "PER" and label == "OTH" else _news(word, label)))
        yield spaced(tokens)


def _news(word: str, label: str) -> str:
    """Town adjectives are places, nationalities and languages are no names, parts of compounds teach nothing."""
    if label == "LOCderiv":
        return "LOC" if re.match(r"[A-ZÄÖÜ].+er[ns]?$", word) and _town(word) else "O"
    if label in ("LOC", "LOCpart") and region_of(word) is not None:
        return SKIP
    if label.endswith(("part", "deriv")) or label == "OTH":
        return SKIP
    if label == "ORG":
        return SKIP if len(word) <= 5 and word.isupper() else "ORG"
    return label or "O"


def _town(adjective: str) -> bool:
    stem = re.sub(r"er[ns]?$", "", adjective)
    return any(load().get(fold(stem + ending)) & PLACE for ending in ("", "e", "en"))


def mobie(path: Path) -> Iterator[Sample]:
    """MobIE: CoNLL 2003 with four columns."""
    for rows in _blocks(path, "\t"):
        yield spaced([(r[0], _mapped(r[-1], _TRAFFIC)) for r in rows if not r[0].startswith("-DOCSTART-")])


def ler(path: Path) -> Iterator[Sample]:
    """German LER: token and label."""
    for rows in _blocks(path, " "):
        yield spaced([(r[0], _mapped(r[-1], _COURTS)) for r in rows])


def smartdata(path: Path) -> Iterator[Sample]:
    """smartdata: one JSON object after the other, with character offsets."""
    decoder, text, at = json.JSONDecoder(), _opened(path), 0
    while at < len(text):
        found, at = decoder.raw_decode(text, at)
        while at < len(text) and text[at].isspace():
            at += 1
        mentions = (found.get("conceptMentions") or {}).get("array") or []
        spans = [(m["span"]["start"], m["span"]["end"], _TRAFFIC.get(m["type"], "O")) for m in mentions]
        yield cut(found["text"]["string"], [s for s in spans if s[2] != "O"])


def timex(path: Path) -> Iterator[Sample]:
    """German LER's time corpus: sentences of the social court, none of them with clients' names."""
    with zipfile.ZipFile(path) as archive:
        name = next(n for n in archive.namelist() if n.endswith("bsg_timex.txt"))
        lines = archive.read(name).decode("utf-8").splitlines()
    for line in lines[3:]:
        plain = re.sub(r"<[^>]*>", "", line)
        if plain and not re.search(r"vgl|aaO|RdNr|Aufl|Vorsitz|Richter|/", plain):  # authors and judges are names
            yield spaced([(word, "O") for word in plain.split()])


def laws(path: Path) -> Iterator[Sample]:
    """Sections of federal laws: words of the language, and no names at all."""
    for line in _opened(path).splitlines():
        yield Sample(((json.loads(line)["text"], "O"),))


READERS: dict[str, Callable[[Path], Iterator[Sample]]] = {
    "germeval": germeval, "smartdata": smartdata, "mobie": mobie, "ler": ler, "timex": timex, "laws": laws,
}  # fmt: skip


def _opened(path: Path) -> str:
    content = path.read_bytes()
    return (gzip.decompress(content) if path.suffix == ".gz" else content).decode("utf-8")


def _blocks(path: Path, separator: str) -> Iterator[list[list[str]]]:
    rows: list[list[str]] = []
    for line in [*_opened(path).splitlines(), ""]:
        if line.startswith("#\t"):
            continue
        if line.strip():
            rows.append(line.split(separator))
        elif rows:
            yield rows
            rows = []


def _mapped(label: str, meaning: dict[str, str]) -> str:
    return meaning.get(re.sub(r"^[BI]-", "", label), "O")


def spaced(tokens: Iterable[Token]) -> Sample:
    """Tokens as running text, with spaces where people put them."""
    pieces: list[tuple[str, str]] = []
    before, open_quote = "", False
    for word, label in tokens:
        tight = (
            not before or word in {",", ".", ";", ":", "!", "?", ")", "]", "“", "”", "…"} or before in {"(", "[", "„"}
        )
        if word in {'"', "``", "''"}:
            tight, open_quote = tight or open_quote, not open_quote
        elif before in {'"', "``"} and open_quote:
            tight = True
        if not tight:
            pieces.append((" ", label if pieces and pieces[-1][1] == label else "O"))
        pieces.append((word, label))
        before = word
    return Sample(tuple(pieces))
