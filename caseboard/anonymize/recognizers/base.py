"""What all recognisers share: evidence that travels with a result, and shapes with context and check digits."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import ClassVar

from presidio_analyzer import AnalysisExplanation, EntityRecognizer, RecognizerResult

from caseboard.anonymize.document import Document

PROOF = 1.0  # a valid check digit, or a person said so
SURE = 0.9  # shape with context, title with name
LIKELY = 0.8  # one strong kind of evidence
HINT = 0.7  # where a word stands makes it a name
QUASI_SCORE = 0.96  # outranks safe quantities: "57 Jahre alt"
SAFE_SCORE = 0.65  # a term of the field outranks mere suspicion, nothing else
SUSPICION = 0.5  # an unknown word
SAFE = "SAFE"


class Recognizer(EntityRecognizer):
    """A recogniser for German that answers with find(), not with bare numbers."""

    kinds: ClassVar[tuple[str, ...]] = ()

    def __init__(self) -> None:
        super().__init__(supported_entities=list(self.kinds), supported_language="de")

    def load(self) -> None:
        """Nothing to fetch: all word lists come with the document."""

    def analyze(self, text: str, entities: list[str], nlp_artifacts: Document) -> list[RecognizerResult]:
        """Presidio's entry; the work is done in finds()."""
        return list(self.finds(nlp_artifacts))

    def finds(self, document: Document) -> Iterator[RecognizerResult]:
        """The results for one document."""
        raise NotImplementedError

    def find(self, kind: str, start: int, end: int, score: float, *evidence: str) -> RecognizerResult:
        """A result that knows why."""
        why = AnalysisExplanation(recognizer=self.name, original_score=score, pattern_name=" ".join(evidence))
        return RecognizerResult(
            kind, start, end, score, analysis_explanation=why, recognition_metadata={"evidence": evidence}
        )


@dataclass(frozen=True)
class Shape:
    """A pattern, how much it proves alone and beside its context, and the code it is explained with."""

    pattern: re.Pattern[str]
    code: str
    alone: float
    with_context: float = SURE
    group: int | str = 0


class SafeRecognizer(Recognizer):
    """SAFE results are no finds: they only outrank suspicions; a group 'safe' says which part of a match is meant."""

    kinds = (SAFE,)
    patterns: ClassVar[tuple[tuple[re.Pattern[str], str, float], ...]] = ()

    def finds(self, document: Document) -> Iterator[RecognizerResult]:
        for pattern, code, score in self.patterns:
            for match in document.finditer(pattern):
                part = "safe" if "safe" in pattern.groupindex and match["safe"] else 0
                yield self.find(SAFE, *match.span(part), score, f"safe:{code}")


Search = Callable[[re.Pattern[str]], Iterator[re.Match[str]]]


def _anywhere(text: str) -> Search:
    """Every pattern is searched in a stretch so short that looking for its words first spares nothing."""
    return lambda pattern: pattern.finditer(text)


class ShapeRecognizer(Recognizer):
    """Identifiers of a fixed shape. A wrong check digit never drops a match, a valid one proves it."""

    shapes: ClassVar[tuple[Shape, ...]] = ()
    beside: ClassVar[re.Pattern[str] | None] = None
    reach: ClassVar[int] = 48
    over_lines: ClassVar[bool] = True
    complete: ClassVar[int | None] = None

    def valid(self, token: str) -> bool:
        """Whether the check digit is right; kinds without one never prove anything."""
        return False

    def finds(self, document: Document) -> Iterator[RecognizerResult]:
        for start, end, score, codes in self._matches(document.text, document.finditer):
            yield self.find(self.kinds[0], start, end, score, *codes)
        for seam in document.seams if self.over_lines else ():
            for start, end, score, codes in self._matches(seam.text, _anywhere(seam.text)):
                at = seam.joint(start, end)
                if at is not None and self._goes_on(seam.text[start:at], seam.text[at : end + 1]):
                    yield self.find(self.kinds[0], *seam.span(start, end), score, *codes, "line-break")

    def _matches(self, text: str, search: Search) -> Iterator[tuple[int, int, float, list[str]]]:
        for shape in self.shapes:
            for match in search(shape.pattern):
                start, end = match.span(shape.group)
                codes, score = [f"shape:{shape.code}"], shape.alone
                if self._near(text, start, end):
                    codes.append("context")
                    score = max(score, shape.with_context)
                if self.valid(match[shape.group]):
                    codes.append("checksum")
                    score = PROOF
                if score > 0:
                    yield start, end, score, codes

    def _goes_on(self, first_line: str, rest: str) -> bool:
        """Whether what stands at the end of a line may go on in the next; a complete number does not."""
        return self.complete is None or sum(c.isdigit() for c in first_line) < self.complete

    def _near(self, text: str, start: int, end: int) -> bool:
        if self.beside is None:
            return False
        return bool(self.beside.search(text, max(0, start - self.reach), start)) or bool(
            self.beside.search(text, end, end + 12)
        )


def compact(token: str) -> str:
    """A printed identifier without its spaces and separators, in capitals."""
    return re.sub(r"[^0-9A-Za-z]", "", token).upper()


def letter_value(letter: str) -> str:
    """A as 01 … Z as 26, as pension and health insurance numbers count letters."""
    return f"{ord(letter) - 64:02d}"


def cross_sum(products: Iterator[int] | list[int]) -> int:
    """The sum of the digits of all products."""
    return sum(sum(divmod(p, 10)) for p in products)
