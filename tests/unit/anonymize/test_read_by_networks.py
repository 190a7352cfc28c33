"""Names that the networks tell: from which doubt on they count, and the words of every day that they never make one."""

from collections.abc import Callable

import pytest

from caseboard.anonymize.document import Document
from caseboard.anonymize.ner.reading import Guess, NameReader
from caseboard.anonymize.recognizers.trained_names import TrainedNames
from caseboard.anonymize.recognizers.unseen_compounds import UnseenCompounds
from caseboard.anonymize.vocabulary import vocabulary
from tests.unit.anonymize.recognised import found, surfaces
from tests.unit.anonymize.test_half_heard import heard

Judged = Callable[[str, str, str, float], list[str]]


@pytest.fixture
def judged(monkeypatch: pytest.MonkeyPatch) -> Judged:
    """What is made of a passage that the network takes for a name of this label, so surely."""

    def read(raw: str, passage: str, label: str, probability: float) -> list[str]:
        start = raw.rindex(passage)
        guess = Guess(start, start + len(passage), label, probability)
        monkeypatch.setattr(NameReader, "read", lambda _self, _document: None)
        monkeypatch.setattr(NameReader, "guesses", lambda _self, _document: iter([guess]))
        return found(TrainedNames(), Document(raw, vocabulary()))

    return read


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        ("Gestern hat Wiesinger angerufen und abgesagt.", "Wiesinger"),
        ("Anruf von Okonkwo am Vormittag, er kommt später.", "Okonkwo"),
        ("anruf von yildirim, kommt am montag nicht", "yildirim"),
        ("Sie ist mit den Kindern nach Oberfellbach gezogen.", "Oberfellbach"),
        ("Der Vertrag mit Metallbau Rautmann läuft aus.", "Metallbau Rautmann"),
        ("Die Post geht an den Blütenweg 17.", "Blütenweg 17"),
        ("er wohnt in der hauptstraße 12 und sucht arbeit", "hauptstraße 12"),
    ],
)
def test_the_shipped_networks_tell_names(raw: str, name: str) -> None:
    assert surfaces(TrainedNames, raw) == [name]


@pytest.mark.parametrize(
    "raw",
    [
        "Er holt die Unterlagen am Montag im Büro ab.",
        "Der Bescheid ist im März gekommen, die Frist läuft.",
        "Von Jan bis März ist zu.",
        "Haus 2, Platz 12 ist frei, der Schlüssel liegt im Büro.",
        "§ 16e SGB II passt hier nicht.",
        "die kundin bringt den mietvertrag und den ausweis mit",
        "[Kunde] kommt morgen mit [Sohn 1] in die Sprechstunde.",
    ],
)
def test_the_shipped_networks_leave_ordinary_sentences_alone(raw: str) -> None:
    assert surfaces(TrainedNames, raw) == []


@pytest.mark.parametrize(
    ("raw", "passage", "label", "probability", "name"),
    [
        ("Es kommt Zerbinski heute.", "Zerbinski", "PER", 0.5, "Zerbinski"),
        ("Es kommt Jan heute.", "Jan", "PER", 0.9, "Jan"),  # the month is a man
        ("Es kommt Hammer heute.", "Hammer", "PER", 0.9, "Hammer"),  # a word is sooner a surname …
        ("Es ist in Essen heute.", "Essen", "LOC", 0.9, "Essen"),  # … or a town
        ("Es ist beim Hammer heute.", "Hammer", "ORG", 0.98, "Hammer"),  # than a house
        ("Es zahlt das Jobcenter heute.", "Jobcenter", "ORG", 0.999, "Jobcenter"),
        ("Es zahlt Berufsschule Obersteinach heute.", "Berufsschule Obersteinach", "ORG", 0.6, None),
        ("Es liefert Holz und Raum heute.", "Holz und Raum", "ORG", 0.6, "Holz und Raum"),  # a firm is one
        ("Sie wohnt Birkengasse 12 b dort.", "Birkengasse", "STR", 0.98, "Birkengasse 12 b"),
        ("in der hauptstraße zwei kinder gesehen", "hauptstraße zwei", "STR", 0.6, "hauptstraße"),
        ("in der hauptstraße zwei im hof gesehen", "hauptstraße zwei", "STR", 0.6, None),
        ("Sie putzt bei Tempo Reinlich heute.", "Tempo Reinlich", "ORG", 0.9, None),  # ordinary words call a firm …
        ("Sie putzt bei Reinigung Tempo heute.", "Reinigung Tempo", "ORG", 0.6, None),  # … a house at once
        ("Es liefert Möbel Becker heute.", "Möbel Becker", "ORG", 0.6, None),  # and so does a name
        ("Es liefert Getränke Passau heute.", "Getränke Passau", "ORG", 0.6, None),
        ("Es berät die Soziale Brücke heute.", "Soziale Brücke", "ORG", 0.996, None),
        ("Es berät die [Herkunft] Zentrale Anlaufstelle.", "Zentrale Anlaufstelle", "ORG", 0.99, None),  # what is left
        ("Es berät die Zentrale Anlaufstelle Brückenschlag.", "Zentrale Anlaufstelle Brückenschlag", "ORG", 0.9, None),
        ("Anruf von der Zeitler. heute.", "Zeitler", "PER", 0.6, None),  # seen, and no abbreviation
        ("Sie fuhr bis Augsburg. heute.", "Augsburg", "LOC", 0.6, None),  # one, and a town
    ],
)
def test_what_a_guess_is_good_for(
    judged: Judged, raw: str, passage: str, label: str, probability: float, name: str | None
) -> None:
    assert judged(raw, passage, label, probability) == [name or passage]


@pytest.mark.parametrize(
    ("raw", "passage", "label", "probability"),
    [
        ("Es ist für ihn heute.", "für", "PER", 0.9),  # a small word
        ("Es beginnt im März heute.", "März", "LOC", 0.99),
        ("es beginnt im jan heute", "jan", "PER", 0.9),
        ("Das sind rund 500 Leute.", "rund 500", "STR", 0.99),
        ("Im 11/IX war es.", "IX", "PER", 0.99),
        ("Sie wohnt im Haus 2 dort.", "Haus", "STR", 0.99),
        ("Es kommt Hammer heute.", "Hammer", "PER", 0.8),  # a word has to be surer
        ("Es ist beim Hammer heute.", "Hammer", "ORG", 0.9),
        ("Das Essen heute.", "Essen", "LOC", 0.8),
        ("Essen heute.", "Essen", "LOC", 0.9),  # its capital says nothing
        ("Es fehlt der Vlzr. heute.", "Vlzr", "PER", 0.9),  # cut off
        ("Es zahlt das Jobcenter heute.", "Jobcenter", "ORG", 0.99),
        ("Es hilft das Wohnheim heute.", "Wohnheim", "ORG", 0.99),  # a house without a name
        ("Er geht in die Berufsschule im Blockunterricht.", "Berufsschule im Blockunterricht", "ORG", 0.9),
        ("Dass Nebel und Glatteis stören.", "Nebel und Glatteis", "ORG", 0.99),
        ("Sie bringt Zwetschgen und Äpfel mit.", "Zwetschgen und Äpfel", "ORG", 0.99),
        ("Dass Bandscheibe und Steißbein schmerzen.", "Bandscheibe und Steißbein", "ORG", 0.99),
        ("Sie geht in die Zentrale Anlaufstelle heute.", "Zentrale Anlaufstelle", "ORG", 0.99),  # what it is for
        ("Er macht ein Soziales Kompetenztraining heute.", "Soziales Kompetenztraining", "ORG", 0.99),
        ("Morgens kommt die Mobile Pflege heute.", "Mobile Pflege", "ORG", 0.99),
        ("Er stellt einen Teller Nudeln hin.", "Teller Nudeln", "ORG", 0.8),  # no house, and nobody's name
        ("Er stand zu lange auf der Leiter dort.", "auf der Leiter", "ORG", 0.8),
        ("Mit dem grünen Kissen heute.", "grünen Kissen", "ORG", 0.8),
        ("Es fehlt die Rückfr. heute.", "Rückfr", "PER", 0.9),  # an abbreviation
        ("Sie hat einen Campingpl. heute.", "Campingpl", "LOC", 0.9),
        ("Es steht im Bl. heute.", "Bl", "PER", 0.9),
    ],
)
def test_what_a_guess_is_not_good_for(judged: Judged, raw: str, passage: str, label: str, probability: float) -> None:
    assert judged(raw, passage, label, probability) == []


@pytest.mark.parametrize(
    ("raw", "word", "doubt"),
    [
        ("Anruf von Wagenpfeil, kommt morgen.", "Wagenpfeil", 0.9),
        ("Anruf von Wagenpfeil, kommt morgen.", "Wagenpfeil", 0.31),
        ("Wagenpfeil kommt morgen.", "Wagenpfeil", 0.4),
        ("Sie zieht in den Isarwinkel.", "Isarwinkel", 0.4),
        ("Post von Hasenpfeil liegt im Fach.", "Hasenpfeil", 0.4),
        ("Post von Steinwinkel liegt im Fach.", "Steinwinkel", 0.4),
        ("Wagen und Wagenpfeil kommen.", "Wagenpfeil", 0.4),
        ("Der Kunde [Kunde] kommt mit Wagenpfeil vorbei.", "Wagenpfeil", 0.4),
    ],
)
def test_compounds_that_hardly_anybody_has_written(raw: str, word: str, doubt: float) -> None:
    assert found(UnseenCompounds(), heard(raw, **{word: (doubt, "PER")})) == [word]


@pytest.mark.parametrize(
    ("raw", "word", "doubt"),
    [
        ("Anruf von Wagenpfeil, kommt morgen.", "Wagenpfeil", 0.29),  # the network hardly doubts
        ("Der Gabelstapler fährt.", "Gabelstapler", 0.9),  # many have written it
        ("Die Widerrufsfrist läuft.", "Widerrufsfrist", 0.9),  # what offices write
        ("Der Laufzettel liegt bei.", "Laufzettel", 0.9),
        ("Die Wagenpfeilkasse ist leer.", "Wagenpfeilkasse", 0.9),
        ("Garten- und Wagenpfeil fehlen.", "Wagenpfeil", 0.9),  # half of a pair
        ("[Kunde] Wagenpfeil kommt.", "Wagenpfeil", 0.9),  # a placeholder beside it
        ("Wagenpfeil [Name] kommt.", "Wagenpfeil", 0.9),
        ("Er ist am wagenpfeil gewesen, der Meister.", "wagenpfeil", 0.9),  # no capital
        ("mit wagenpfeil ist alles klar und er kommt vorbei", "wagenpfeil", 0.9),
        ("ANRUF VON WAGENPFEIL, KOMMT MORGEN WIEDER", "WAGENPFEIL", 0.9),
        ("Anruf von WAGENPFEIL, kommt morgen wieder.", "WAGENPFEIL", 0.9),
        ("Die Wegreh kommt.", "Wegreh", 0.9),  # nobody's word: others know it for strange
        ("Der Samstag passt.", "Samstag", 0.9),
        ("Die Schwiegermutter ruft an.", "Schwiegermutter", 0.9),
    ],
)
def test_compounds_that_stay(raw: str, word: str, doubt: float) -> None:
    assert found(UnseenCompounds(), heard(raw, **{word: (doubt, "PER")})) == []


def test_before_the_networks_have_read_there_is_no_doubt() -> None:
    assert surfaces(UnseenCompounds, "Anruf von Wagenpfeil, kommt morgen.") == []
