"""Stock Presidio for German: every German recogniser it ships, and the same trained names that this project uses."""

from collections.abc import Callable
from typing import Any

import spacy
from presidio_analyzer import AnalyzerEngine, RecognizerRegistry
from presidio_analyzer import predefined_recognizers as shipped
from presidio_analyzer.nlp_engine import SpacyNlpEngine
from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import filter_spans

from caseboard.anonymize import Find
from caseboard.anonymize.document import Document
from caseboard.anonymize.ner.reading import NameReader
from caseboard.anonymize.vocabulary import vocabulary

GENERAL = ("IbanRecognizer", "PhoneRecognizer", "UrlRecognizer", "IpRecognizer", "CreditCardRecognizer")
"""What it ships for every country. Its e-mail recogniser is left out, because it fetches a list from the network."""

LABELS = {"PER": "PER", "ORG": "ORG", "LOC": "LOC", "STR": "LOC"}
"""Presidio knows no streets of their own."""

Finder = Callable[[str], tuple[Find, ...]]


class LoadedSpacy(SpacyNlpEngine):
    """Presidio's own engine around a pipeline that is loaded already."""

    def __init__(self, pipeline: Language) -> None:
        super().__init__(models=[{"lang_code": "de", "model_name": "de"}])
        self.nlp = {"de": pipeline}


@Language.factory("same_names")
def same_names(nlp: Language, name: str) -> Callable[[Doc], Doc]:  # noqa: ARG001 - spaCy hands both over
    """Our network as the named entity component of a spaCy pipeline; lemmas so that Presidio's context words work."""
    reader, words = NameReader(), vocabulary()

    def tag(doc: Doc) -> Doc:
        guesses = reader.guesses(Document(doc.text, words))
        spans = (doc.char_span(g.start, g.end, LABELS[g.label], alignment_mode="expand") for g in guesses)
        doc.ents = filter_spans([span for span in spans if span is not None])
        for token in doc:
            token.lemma_ = token.lower_
        return doc

    return tag


def stock(*, names: bool) -> Finder:
    """An analyser as its manual builds it, with or without trained names."""
    pipeline = spacy.blank("de")
    pipeline.add_pipe("sentencizer")
    if names:
        pipeline.add_pipe("same_names")
    german = [name for name in dir(shipped) if name.startswith("De") and name.endswith("Recognizer")]
    recognizers: list[Any] = [getattr(shipped, name)(supported_language="de") for name in (*german, *GENERAL)]
    if names:
        entities = ["PERSON", "LOCATION", "ORGANIZATION"]
        labels = [
            ({each}, {label}) for each, label in (("PERSON", "PER"), ("LOCATION", "LOC"), ("ORGANIZATION", "ORG"))
        ]
        recognizers.append(
            shipped.SpacyRecognizer(supported_language="de", supported_entities=entities, check_label_groups=labels)
        )
    engine = AnalyzerEngine(
        registry=RecognizerRegistry(recognizers, supported_languages=["de"]),
        nlp_engine=LoadedSpacy(pipeline),
        supported_languages=["de"],
    )
    return lambda text: tuple(
        Find("text", r.start, r.end, "", r.entity_type, "[x]", "certain", (), decidable=False, key="")
        for r in engine.analyze(text, language="de")
    )
