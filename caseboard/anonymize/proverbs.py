"""Sayings whose words people are called by too: 'seines Glückes Schmied', 'der Steiger kommt', 'Vitamin B'."""

import re

from caseboard.anonymize.document import Document, Word

PROVERB = (
    r"\b(?:seines Glückes Schmied|den Bock zum Gärtner|König Kunde|Kunde (?:ist|als) König|Wolf im Schafspelz"
    r"|schwarze[ns]? Schafe?|in Teufels Küche|Sturm im Wasserglas|vom Regen in die Traufe|bei Nacht und Nebel"
    r"|wo Rauch ist|auf Heller und Pfennig|keine[nr]? (?:roten |müden )?(?:Heller|Pfennig)|Hahn im Korb"
    r"|den Nagel auf den Kopf|die Katze im Sack|wo der Hase (?:läuft|im Pfeffer)|Mein Name ist Hase|Hans im Glück"
    r"|Hans Dampf|Hanswurst|Prinzip Hoffnung|reine[nr]? Wein ein|auf dem Holzweg|Schuster,? bleib|alter Schwede"
    r"|Himmel und Hölle|zwischen Baum und Borke|alle[rs]? guten Dinge|der dumme August|[Dd]er Steiger kommt"
    r"|Glück auf|am Hungertuch|Otto Normalverbraucher|Lieschen Müller|Max Mustermann|Erika Mustermann"
    r"|der liebe Gott|Gott bewahre|wie ein Murmeltier|Vitamin B|kein Blatt vor|den Wald vor lauter Bäumen"
    r"|(?:auf|in) (?:den|die) Barrikaden|Rosen gebettet|schlafende Hunde|armer Ritter|arme Ritter|Kalter Hund)\b"
)
_FOUND, _REACH = re.compile(PROVERB), 40


def in_a_proverb(document: Document, word: Word) -> bool:
    """Whether the word is part of a saying, although somebody of the text is called so."""
    if not document.holds(_FOUND):
        return False
    found = _FOUND.finditer(document.text, max(0, word.start - _REACH), word.end + _REACH)
    return any(match.start() <= word.start and word.end <= match.end() for match in found)
