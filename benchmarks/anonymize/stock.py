"""Stock Presidio for German: every German recogniser it ships, with spaCy's own NER or this project's names."""

from collections.abc import Callable, Sequence
from typing import Any, Literal

import spacy
from presidio_analyzer import AnalyzerEngine, RecognizerRegistry
from presidio_analyzer import predefined_recognizers as shipped
from presidio_analyzer.nlp_engine import SpacyNlpEngine
from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example
from spacy.util import filter_spans, fix_random_seed, minibatch

from caseboard.anonymize import Find
from caseboard.anonymize.document import Document
from caseboard.anonymize.ner.reading import NameReader
from caseboard.anonymize.vocabulary import vocabulary
from tests.texts.annotated import Annotated

GENERAL = ("IbanRecognizer", "PhoneRecognizer", "UrlRecognizer", "IpRecognizer", "CreditCardRecognizer")
"""What it ships for every country. Its e-mail recogniser is left out, because it fetches a list from the network."""

LABELS = {"PER": "PER", "ORG": "ORG", "LOC": "LOC", "STR": "LOC"}
"""Presidio knows no streets of their own."""

Names = Literal["none", "ours", "spacy"]
_TAUGHT = {"PERSON": "PER", "ORG": "ORG", "PLACE": "LOC", "STREET": "LOC"}
_ROUNDS = 6

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


def taught(pipeline: Language, texts: Sequence[Annotated]) -> Language:
    """The pipeline with spaCy's own `ner` as `spacy init config` sets it up (a tok2vec of 96 by 4), taught these texts.

    No German model of spaCy comes from a package index, so how well this one finds names says nothing about those one
    downloads; how long it takes does, but for their tagger and parser, which only add to it.
    """
    pipeline.add_pipe("ner")
    examples = [_example(pipeline, text) for text in texts]
    fix_random_seed(1)
    optimizer = pipeline.initialize(lambda: examples)
    for _ in range(_ROUNDS):
        for batch in minibatch(examples, size=8):
            pipeline.update(batch, sgd=optimizer, drop=0.2)
    return pipeline


def _example(pipeline: Language, text: Annotated) -> Example:
    doc = pipeline.make_doc(text.text)
    spans = (
        doc.char_span(a, b, _TAUGHT[kind], alignment_mode="expand") for a, b, kind in text.direct if kind in _TAUGHT
    )
    reference = doc.copy()
    reference.ents = filter_spans([span for span in spans if span is not None and span.text.strip() == span.text])
    return Example(doc, reference)


def stock(names: Names, texts: Sequence[Annotated] = ()) -> Finder:
    """An analyser as its manual builds it, without trained names, with ours, or with spaCy's taught these texts."""
    pipeline = spacy.blank("de")
    pipeline.add_pipe("sentencizer")
    if names == "ours":
        pipeline.add_pipe("same_names")
    if names == "spacy":
        taught(pipeline, texts)
    german = [name for name in dir(shipped) if name.startswith("De") and name.endswith("Recognizer")]
    recognizers: list[Any] = [getattr(shipped, name)(supported_language="de") for name in (*german, *GENERAL)]
    if names != "none":
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
