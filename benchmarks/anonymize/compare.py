"""How well and how fast the anonymiser strips the annotated texts, beside stock Presidio and its German recognisers.

    python benchmarks/anonymize/compare.py

Stock Presidio runs without a language model: none for German is in the package registry, so it finds
identifiers of a fixed shape alone. Its e-mail recogniser is left out, because it fetches a list from the
network. The intervals are Wilson's at 95 percent.
"""

import math
import resource
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from caseboard.anonymize import Find, strip_fields, warm_up
from tests.texts.annotated import Annotated, Score, count, texts

Finder = Callable[[str], tuple[Find, ...]]


def wilson(hits: int, of: int) -> str:
    """A share with its interval."""
    if not of:
        return "-"
    z, share = 1.96, hits / of
    middle = (share + z * z / (2 * of)) / (1 + z * z / of)
    half = z * math.sqrt(share * (1 - share) / of + z * z / (4 * of * of)) / (1 + z * z / of)
    return f"{share:.3f} ({middle - half:.3f}-{middle + half:.3f})"


def ours(text: str) -> tuple[Find, ...]:
    """The engine of this project."""
    return strip_fields({"text": text}).finds


def stock() -> Finder:
    """Presidio as it comes, every German recogniser switched on."""
    from presidio_analyzer import AnalyzerEngine, RecognizerRegistry
    from presidio_analyzer import predefined_recognizers as shipped
    from presidio_analyzer.nlp_engine import NoOpNlpEngine

    german = [name for name in dir(shipped) if name.startswith("De") and name.endswith("Recognizer")]
    kinds = [getattr(shipped, name) for name in (*german, "IbanRecognizer", "PhoneRecognizer", "UrlRecognizer")]
    registry = RecognizerRegistry([kind(supported_language="de") for kind in kinds], supported_languages=["de"])
    engine = AnalyzerEngine(
        registry=registry,
        nlp_engine=NoOpNlpEngine([{"lang_code": "de", "model_name": "none"}]),
        supported_languages=["de"],
    )

    def find(text: str) -> tuple[Find, ...]:
        found = engine.analyze(text, language="de")
        return tuple(Find("text", r.start, r.end, "", r.entity_type, "[x]", "certain", (), False, "") for r in found)

    return find


def measured(documents: list[Annotated], finder: Finder) -> tuple[Score, float]:
    """The score and the median of the seconds a text takes."""
    score, seconds = Score(), []
    for document in documents:
        began = time.process_time()
        finds = finder(document.text)
        seconds.append(time.process_time() - began)
        count(score, document, finds)
    return score, sorted(seconds)[len(seconds) // 2]


def rows(score: Score) -> Iterator[tuple[str, str]]:
    """The lines of the table."""
    yield "recall of direct identifiers", wilson(score.direct - len(score.leaks), score.direct)
    yield "documents without any leak", wilson(score.clean, score.documents)
    yield "field terms that survive", wilson(score.keep - len(score.lost), score.keep)
    yield "other words replaced", wilson(len(score.over), score.other)
    yield "quasi-identifiers touched", wilson(score.quasi - len(score.untouched), score.quasi)


def main() -> None:
    """Print a table for each part of the texts."""
    began = time.process_time()
    warm_up()
    write = sys.stdout.write
    write(f"warm-up {time.process_time() - began:.1f} s of processor time\n")
    for part in ("tune", "test"):
        documents = list(texts(part))
        for name, finder in (("this project", ours), ("stock Presidio", stock())):
            score, seconds = measured(documents, finder)
            write(f"\n{part}, {len(documents)} texts, {name}, {seconds * 1000:.0f} ms a text\n")
            for label, value in rows(score):
                write(f"  {label:30} {value}\n")
    write(f"\nmemory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB\n")


if __name__ == "__main__":
    main()
