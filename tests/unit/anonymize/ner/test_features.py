"""What the network sees of a word that stands in a text more than once."""

from caseboard.anonymize.document import Document
from caseboard.anonymize.ner.features import companies
from caseboard.anonymize.vocabulary import vocabulary


def company(text: str) -> list[tuple[str, str]]:
    document = Document(text, vocabulary())
    return [(word.text, seen) for word, seen in zip(document.words, companies(document), strict=True)]


def test_a_name_behind_a_title_is_known_wherever_it_stands() -> None:
    seen = company("Frau Kurz war da. Kurz meint, kurz sei besser. Das ist Kurz.")

    assert [how for word, how in seen if word.lower() == "kurz"] == ["clt3"] * 4


def test_a_word_behind_an_article_and_a_first_name_beside_it() -> None:
    seen = dict(company("Im Winter kam Tanja Winter nicht. Brand, Emil fehlt auch."))

    assert seen["Winter"] == "cdf2"
    assert "f" in seen["Brand"]


def test_a_genitive_counts_as_its_name() -> None:
    seen = dict(company("Es kam Herr Winter. Winters Tochter kam auch."))

    assert seen["Winters"] == seen["Winter"] == "ct2"


def test_what_stands_in_another_line_says_nothing() -> None:
    assert dict(company("Teilnehmer: Herr\nKurz und bündig"))["Kurz"] == "1"
