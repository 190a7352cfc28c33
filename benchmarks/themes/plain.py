"""Plain classifiers to measure against: TF-IDF with logistic regression, and words and letters with an SVC."""

import re
from collections.abc import Sequence

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import Pipeline, make_pipeline, make_union
from sklearn.svm import LinearSVC


def raw_words(texts: Sequence[str], main: Sequence[int], unseen: Sequence[str], themes: int) -> np.ndarray:
    """Words as they are written, TF-IDF, logistic regression."""
    model = make_pipeline(
        TfidfVectorizer(tokenizer=re.compile(r"\w+").findall, token_pattern=None, sublinear_tf=True),
        LogisticRegression(C=10, class_weight="balanced", max_iter=200),
    )
    return _scores(model, texts, main, unseen, themes)


def words_and_letters(texts: Sequence[str], main: Sequence[int], unseen: Sequence[str], themes: int) -> np.ndarray:
    """Words, and runs of two to five letters within them, with a linear SVC."""
    vectors = make_union(
        TfidfVectorizer(sublinear_tf=True), TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), sublinear_tf=True)
    )
    return _scores(make_pipeline(vectors, LinearSVC(C=1)), texts, main, unseen, themes)


def _scores(
    model: Pipeline, texts: Sequence[str], main: Sequence[int], unseen: Sequence[str], themes: int
) -> np.ndarray:
    model.fit(texts, main)
    scores = np.full((len(unseen), themes), -np.inf)
    scores[:, model.classes_] = model.decision_function(unseen)
    return scores
