"""Presidio for German with our own reading of the text, our own recognisers and nothing predefined."""

import logging
from collections.abc import Iterable, Iterator
from typing import Any

from presidio_analyzer import AnalyzerEngine, EntityRecognizer, RecognizerRegistry, RecognizerResult
from presidio_analyzer.nlp_engine import NlpArtifacts, NlpEngine

from caseboard.anonymize import MODEL
from caseboard.anonymize.document import Document
from caseboard.anonymize.recognizers.age import Age
from caseboard.anonymize.recognizers.age_in_sentences import AgeInSentences
from caseboard.anonymize.recognizers.age_of_person import AgeOfPerson
from caseboard.anonymize.recognizers.agency_number import AgencyNumber
from caseboard.anonymize.recognizers.appositions import Appositions
from caseboard.anonymize.recognizers.bare_names import BareNames
from caseboard.anonymize.recognizers.base import Recognizer
from caseboard.anonymize.recognizers.beside_people import BesidePeople
from caseboard.anonymize.recognizers.branch_names import BranchNames
from caseboard.anonymize.recognizers.called_names import CalledNames
from caseboard.anonymize.recognizers.chat_names import ChatNames
from caseboard.anonymize.recognizers.clerk_codes import ClerkCodes
from caseboard.anonymize.recognizers.coined_names import CoinedNames
from caseboard.anonymize.recognizers.colleague_codes import ColleagueCodes
from caseboard.anonymize.recognizers.court_file import CourtFile
from caseboard.anonymize.recognizers.date import Date
from caseboard.anonymize.recognizers.dictated import Dictated
from caseboard.anonymize.recognizers.dictated_address import DictatedAddress
from caseboard.anonymize.recognizers.dictated_date import DictatedDate
from caseboard.anonymize.recognizers.domain_names import DomainNames
from caseboard.anonymize.recognizers.email import Email
from caseboard.anonymize.recognizers.event import Event
from caseboard.anonymize.recognizers.family import Family
from caseboard.anonymize.recognizers.file_name import FileName
from caseboard.anonymize.recognizers.file_number import FileNumber
from caseboard.anonymize.recognizers.general_phrases import GeneralPhrases
from caseboard.anonymize.recognizers.half_heard import HalfHeard
from caseboard.anonymize.recognizers.half_spoken import HalfSpoken
from caseboard.anonymize.recognizers.hamlet_house import HamletHouse
from caseboard.anonymize.recognizers.handle import Handle
from caseboard.anonymize.recognizers.headers import Headers
from caseboard.anonymize.recognizers.health import Health
from caseboard.anonymize.recognizers.health_insurance import HealthInsuranceNumber
from caseboard.anonymize.recognizers.iban import Iban
from caseboard.anonymize.recognizers.identity_document import IdentityDocument
from caseboard.anonymize.recognizers.initials import Initials
from caseboard.anonymize.recognizers.job import Job
from caseboard.anonymize.recognizers.kinship import Kinship
from caseboard.anonymize.recognizers.known import KnownIdentifiers
from caseboard.anonymize.recognizers.kunyas import Kunyas
from caseboard.anonymize.recognizers.land_register import LandRegister
from caseboard.anonymize.recognizers.landscape_pairs import LandscapePairs
from caseboard.anonymize.recognizers.legal_forms import LegalForms
from caseboard.anonymize.recognizers.listed_names import ListedNames
from caseboard.anonymize.recognizers.local_names import LocalNames
from caseboard.anonymize.recognizers.loose_date import LooseDate
from caseboard.anonymize.recognizers.money import Money
from caseboard.anonymize.recognizers.name_fields import NameFields
from caseboard.anonymize.recognizers.name_positions import NamePositions
from caseboard.anonymize.recognizers.named_houses import NamedHouses
from caseboard.anonymize.recognizers.number import UnexplainedNumber
from caseboard.anonymize.recognizers.opening_surnames import OpeningSurnames
from caseboard.anonymize.recognizers.org_compounds import OrgCompounds
from caseboard.anonymize.recognizers.org_phrases import OrgPhrases
from caseboard.anonymize.recognizers.organisations import Organisations
from caseboard.anonymize.recognizers.origin import Origin
from caseboard.anonymize.recognizers.pension_number import PensionNumber
from caseboard.anonymize.recognizers.phone import Phone
from caseboard.anonymize.recognizers.place_adjectives import PlaceAdjectives
from caseboard.anonymize.recognizers.place_heads import PlaceHeads
from caseboard.anonymize.recognizers.places import Places
from caseboard.anonymize.recognizers.plate import Plate
from caseboard.anonymize.recognizers.postcode import Postcode
from caseboard.anonymize.recognizers.presented_names import PresentedNames
from caseboard.anonymize.recognizers.proper_adjectives import ProperAdjectives
from caseboard.anonymize.recognizers.register_number import RegisterNumber
from caseboard.anonymize.recognizers.residences import Residences
from caseboard.anonymize.recognizers.rulings import Rulings
from caseboard.anonymize.recognizers.safe_numbers import SafeNumbers
from caseboard.anonymize.recognizers.safe_terms import SafeTerms
from caseboard.anonymize.recognizers.scanned_number import ScannedNumber
from caseboard.anonymize.recognizers.short_forms import ShortForms
from caseboard.anonymize.recognizers.speakers import Speakers
from caseboard.anonymize.recognizers.spelt import Spelt
from caseboard.anonymize.recognizers.street import Street
from caseboard.anonymize.recognizers.subjects import Subjects
from caseboard.anonymize.recognizers.table_column import TableColumn
from caseboard.anonymize.recognizers.tax_id import TaxId
from caseboard.anonymize.recognizers.tax_number import TaxNumber
from caseboard.anonymize.recognizers.titles import Titles
from caseboard.anonymize.recognizers.told_ages import ToldAges
from caseboard.anonymize.recognizers.told_events import ToldEvents
from caseboard.anonymize.recognizers.told_families import ToldFamilies
from caseboard.anonymize.recognizers.told_illnesses import ToldIllnesses
from caseboard.anonymize.recognizers.told_jobs import ToldJobs
from caseboard.anonymize.recognizers.trade_houses import TradeHouses
from caseboard.anonymize.recognizers.trained_names import TrainedNames
from caseboard.anonymize.recognizers.unknown_words import UnknownWords
from caseboard.anonymize.recognizers.unseen_compounds import UnseenCompounds
from caseboard.anonymize.recognizers.url import Url
from caseboard.anonymize.recognizers.word_names import WordNames
from caseboard.anonymize.recognizers.workplaces import Workplaces
from caseboard.anonymize.text_vocabulary import TextVocabulary
from caseboard.anonymize.vocabulary import Vocabulary, vocabulary

logging.getLogger("presidio-analyzer").setLevel(logging.CRITICAL)

_ASK_THE_NETWORKS: tuple[type[Recognizer], ...] = (HalfHeard, OrgCompounds, UnseenCompounds, Residences)
"""They find less, or nothing, before `TrainedNames` has left with the document what the networks think of its words."""

_RECOGNIZERS: tuple[type[Recognizer], ...] = (
    SafeTerms, GeneralPhrases, SafeNumbers, Email, Url, Handle, FileName, Iban, PensionNumber, HealthInsuranceNumber,
    TaxId, TaxNumber, IdentityDocument, AgencyNumber, CourtFile, Rulings, RegisterNumber, LandRegister, Plate,
    FileNumber, TableColumn, UnexplainedNumber, ScannedNumber, Phone, Date, LooseDate, Postcode, Street, HamletHouse,
    Places, LegalForms, Organisations, Appositions, Titles, Kinship, ChatNames, Headers, Dictated, DictatedAddress,
    DictatedDate, Spelt, ListedNames, WordNames, OrgPhrases, TradeHouses, NamedHouses, CoinedNames, DomainNames,
    PlaceAdjectives, LandscapePairs, PlaceHeads, LocalNames, BesidePeople, BranchNames, Workplaces, Subjects, Speakers,
    ShortForms, ColleagueCodes, ProperAdjectives,
    NameFields, NamePositions, BareNames, CalledNames, Initials, UnknownWords, TrainedNames,
    *_ASK_THE_NETWORKS, Age, AgeInSentences, AgeOfPerson, Family, Origin, Job, Health, Event, ToldJobs, ToldFamilies,
    ToldAges, ToldIllnesses, ToldEvents, Money, ClerkCodes, HalfSpoken, Kunyas, OpeningSurnames, PresentedNames,
)  # fmt: skip


class GermanNlp(NlpEngine):
    """Words and what the lexicon knows of them, in place of a spaCy pipeline."""

    def __init__(self, words: Vocabulary) -> None:
        self._words = words

    def load(self) -> None:
        """The vocabulary is loaded already."""

    def is_loaded(self) -> bool:
        return True

    def process_text(self, text: str, language: str) -> Document:
        return Document(text, self._words)

    def process_batch(
        self, texts: Iterable[str], language: str, batch_size: int = 1, n_process: int = 1, **kwargs: Any
    ) -> Iterator[tuple[str, NlpArtifacts]]:
        return ((text, self.process_text(text, language)) for text in texts)

    def is_stopword(self, word: str, language: str) -> bool:
        return False

    def is_punct(self, word: str, language: str) -> bool:
        return False

    def get_supported_entities(self) -> list[str]:
        return []

    def get_supported_languages(self) -> list[str]:
        return ["de"]


class _Analyzer(AnalyzerEngine):
    """Presidio's analyser without the stage that weighs context: our recognisers do so before a result exists.

    That stage would sort all results once for each recogniser.
    """

    def _enhance_using_context(
        self,
        text: str,
        raw_results: list[RecognizerResult],
        nlp_artifacts: NlpArtifacts,
        recognizers: list[EntityRecognizer],
        context: list[str] | None = None,
    ) -> list[RecognizerResult]:
        return raw_results


class Engine:
    """The analyser of this process."""

    def __init__(self) -> None:
        self._nlp = GermanNlp(vocabulary())
        recognizers = [kind() for kind in _RECOGNIZERS]
        beside = [f", own {each.beside}" for each in recognizers if isinstance(each, TrainedNames) and each.beside]
        self.model = "".join([MODEL, *beside])
        self._analyzer = _Analyzer(
            registry=RecognizerRegistry(recognizers, supported_languages=["de"]),
            nlp_engine=self._nlp,
            supported_languages=["de"],
        )

    def words(self) -> TextVocabulary:
        """The vocabulary with a memory of its own, for everything that is read of one text."""
        return TextVocabulary(vocabulary())

    def read(self, text: str, words: TextVocabulary | None = None) -> Document:
        """The text as the recognisers see it."""
        return Document(text, words or self.words())

    def analyze(self, document: Document, known: tuple[str, ...]) -> list[RecognizerResult]:
        """Everything the recognisers found, overlaps included."""
        return self._analyzer.analyze(
            document.text,
            language="de",
            nlp_artifacts=document,
            score_threshold=0,  # the one that every recogniser has, said at once instead of looked up for each
            ad_hoc_recognizers=[KnownIdentifiers(known)] if known else None,
            return_decision_process=True,
        )
