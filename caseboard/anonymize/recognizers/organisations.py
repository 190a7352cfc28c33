"""Organisations: a legal form, a head word with a name behind it, compounds with -Apotheke or -Schule, welfare bodies and chains by name."""

import re
from collections.abc import Iterator

from presidio_analyzer import RecognizerResult

from caseboard.anonymize.document import Document, Word
from caseboard.anonymize.lexicon import ABROAD, FIRST, INFLECTED, LAST, LOWER, NOUN, PLACE
from caseboard.anonymize.recognizers.base import SURE, Recognizer
from caseboard.anonymize.recognizers.naming import function_word, name_like
from caseboard.anonymize.words import entries, listed

_FORM = re.compile(
    r"(?<![\w-])(?:g?GmbH(?: ?& ?Co\.? ?(?:KG|OHG))?|GMBH(?: ?& ?CO\.? ?KG)?|mbH|AG & Co\.? KG|KGaA|AG(?= ?[,.;:)\n“]| [a-zäöü])|SE(?= ?[,.;:)\n]| [a-zäöü])|UG(?: \(haftungsbeschränkt\))?|OHG|oHG|KG|GbR|e\. ?K\.|eK|e\. ?V\.|eV|e\.G\.|eG|& Co\.(?: KG)?|& Söhne|& Sohn|& Partner|PartG(?:mbB)?|Ltd\.?|Inc\.?|S\.?A\.?R\.?L\.?|B\.V\.|gUG)(?![\w-])"
)
_STOP = frozenset(
    [
        "bei",
        "der",
        "die",
        "das",
        "dem",
        "den",
        "des",
        "im",
        "in",
        "am",
        "an",
        "vom",
        "von",
        "zum",
        "zur",
        "und",
        "oder",
        "fuer",
        "als",
        "mit",
        "auf",
        "aus",
        "seit",
        "ab",
        "bis",
        "nach",
        "durch",
        "beim",
        "ist",
        "war",
        "hat",
        "wird",
        "eine",
        "einer",
        "einem",
        "einen",
        "ein",
        "firma",
        "fa",
        "arbeitgeber",
    ]
)
_TAILS = re.compile(
    r"(?:apotheke|schule|grundschule|mittelschule|realschule|gymnasium|klinik|klinikum|krankenhaus|stift|hospital|kindergarten|kita|hort|heim|haus|hotel|markt|werke?|bau|technik|service|logistik|transporte|reinigung|bäckerei|metzgerei|gasthof|verlag|stiftung|bank|praxis|zentrum|treff|club|verein|imbiss|bar|café|akademie|kolleg|hof|mühle|stüberl|stube|alm|druck|druckerei|textil|möbel|beratung|hilfe|dienst|pflege|wohnbau|bräu|brauerei|center|kurier|express|catering|security|immobilien|versicherung|kasse|fabrik|schreinerei|gärtnerei|forum|initiative|projekt|werkstatt|laden)$"
)


class Organisations(Recognizer):
    """General bodies (Jobcenter, Amtsgericht, Krankenkasse) are in the glossary and stay."""

    kinds = ("ORG",)

    def finds(self, document: Document) -> Iterator[RecognizerResult]:
        for match in _FORM.finditer(document.text):
            start = self._back(document, match.start())
            if start < match.start():
                yield self.find("ORG", start, match.end(), SURE, "org:legal-form")
        heads, known = listed("org_heads"), listed("orgs")
        for word in document.words:
            if word.protected:
                continue
            if word.fold in known and self._known(document, word):
                yield self.find("ORG", word.start, self._forward(document, word), SURE, "org:known")
            elif (word.capital or document.style.lower) and self._is_head(word, heads):
                yield from self._headed(document, word)
            if word.capital and word.gap == "-":
                yield from self._compound(document, word)

    def _known(self, document: Document, word: Word) -> bool:
        """As it is written in the list; otherwise only where no ordinary word is meant."""
        if word.text in entries("orgs"):
            return not (word.starts_sentence and word.value & LOWER) or word.shouted
        return not word.value & (LOWER | INFLECTED) and len(word.text) > 2

    def _is_head(self, word: Word, heads: frozenset[str]) -> bool:
        return word.fold in heads or (
            len(word.fold) > 9
            and bool(
                re.search(
                    r"(?:werkstatt|baeckerei|metzgerei|klinik|klinikum|krankenhaus|schule|gymnasium|kindergarten|gasthof|druckerei|spedition|praxis|verein|genossenschaft|stiftung|brauerei|gaertnerei|schreinerei|imbiss|heim|fabrik|zentrum)$",
                    word.fold,
                )
            )
        )

    def _headed(self, document: Document, head: Word) -> Iterator[RecognizerResult]:
        after = document.at(head.index + 1)
        if (
            after is None
            or after.protected
            or not re.match(r"^(?:[ \t]|\. | [„\"»‚']|-|\n| & )$", after.gap)
            or not (after.capital or document.style.lower)
        ):
            return
        quoted = any(c in after.gap for c in "„\"»‚'")
        if not quoted and not self._names(document, after):
            return
        start = self._start(document, head)
        yield self.find("ORG", start, self._forward(document, head), SURE, f"org:{head.text}")

    def _names(self, document: Document, word: Word) -> bool:
        """What follows a head word must be a name, a place or no word that sentences are made of."""
        if (
            function_word(word)
            or document.vocabulary.in_glossary(word.fold)
            or word.fold in listed("months") | listed("weekdays") | listed("titles")
        ):
            return False
        if word.fold in {"st", "sankt", "zum", "zur", "am", "an", "gebr", "gebrueder"}:
            return True
        if not word.capital:
            return document.style.lower and not document.vocabulary.ordinary(word.fold, word.value)
        if word.value & LOWER and not word.value & NOUN:
            return False
        return True

    def _forward(self, document: Document, head: Word) -> int:
        """Up to four further words with a capital; a full stop, a comma or a small word ends the name."""
        end, word, count = head.end, document.at(head.index + 1), 0
        while word is not None and count < 5 and not word.protected:
            if not re.match(r"^(?:[ \t]|\. ?|[ \t]?[-–&/+] ?| ?[„\"»‚']|[“\"«'‘]? )$", word.gap) or "\n" in word.gap:
                break
            joins = (
                word.fold
                in {
                    "st",
                    "sankt",
                    "zum",
                    "zur",
                    "am",
                    "an",
                    "der",
                    "den",
                    "und",
                    "fuer",
                    "im",
                    "gebr",
                    "de",
                    "la",
                    "e",
                    "v",
                }
                and count < 4
            )
            following = document.at(word.index + 1)
            if not word.capital and not (
                joins
                and following is not None
                and following.capital
                and re.match(r"^[. -]{1,2}$", following.gap)
                and word.fold not in {"und", "fuer", "im", "der", "den", "am", "an"}
            ):
                if not (document.style.lower and count == 0):
                    break
            if word.capital and (
                (function_word(word) and not joins)
                or (
                    word.gap.startswith(". ")
                    and not (head.fold in {"fa", "gebr"} or document.at(word.index - 1).fold in {"st", "gebr", "fa"})
                )
            ):  # type: ignore[union-attr]
                break
            if count and word.fold in listed("titles") | listed("weekdays"):
                break
            if (
                count
                and word.value & INFLECTED
                and not word.value & (PLACE | LAST | FIRST | ABROAD)
                and word.gap == " "
                and not name_like(word, document)
                and count >= 1
                and not _TAILS.search(word.fold)
            ):
                break
            end, word, count = word.end, following, count + 1
        closing = re.compile(r"[“\"«'‘]").match(document.text, end)
        if closing and any(c in document.text[head.end : end] for c in "„\"»‚'"):
            end = closing.end()
        form = _FORM.match(document.text, end + 1) if document.text[end : end + 1] == " " else None
        return form.end() if form else end

    def _start(self, document: Document, head: Word) -> int:
        """Take what is joined to the head by a hyphen, and a place adjective before it."""
        start, word = head.start, head
        while word.gap == "-" and word.index:
            word = document.words[word.index - 1]
            start = word.start
        return start

    def _back(self, document: Document, end: int) -> int:
        """From the legal form back to where the name begins."""
        start = end
        words = document.within(max(0, end - 90), end)
        for word in reversed(words):
            if word.end > end or word.protected:
                continue
            between = document.text[word.end : start]
            if "\n" in between or not re.match(r"^[ \t.&+/„“\"«»’'-]{0,3}$", between):
                break
            if between.startswith(". ") and len(word.text) > 4:
                break
            if word.fold in _STOP and not (word.fold in {"und"} and start < end):
                break
            if (
                not word.capital
                and word.fold not in {"und", "fuer", "der", "am", "von", "bfz", "gem"}
                and not document.style.lower
            ):
                break
            if word.fold in listed("titles") | listed("function_words") and word.fold not in {"und", "dr", "med"}:
                break
            start = word.start
        return start

    def _named_on(self, document: Document, tail: Word) -> bool:
        after = document.at(tail.index + 1)
        return after is not None and (
            name_like(after, document) or bool(after.value & PLACE and not after.value & INFLECTED)
        )

    def _compound(self, document: Document, tail: Word) -> Iterator[RecognizerResult]:
        """Steigerwald-Apotheke, St.-Anna-Schule, Asia-Imbiss: a name joined to a kind of house."""
        if not _TAILS.search(tail.text.lower()):
            return
        start, word, named = tail.start, tail, False
        while word.gap in ("-", ".-") and word.index:
            word = document.words[word.index - 1]
            if word.protected:
                return
            start = word.start
            named = (
                named
                or name_like(word, document)
                or bool(word.value & (PLACE | FIRST | LAST) and not document.vocabulary.in_glossary(word.fold))
            )
        if named and start < tail.start:
            yield self.find(
                "ORG",
                start,
                self._forward(document, tail)
                if tail.fold in listed("org_heads") and self._named_on(document, tail)
                else tail.end,
                SURE,
                "org:compound",
            )
