"""The words for what happens to themes, for the numbers of the rule, and for the runs."""

from flask_babel import LazyString
from flask_babel import lazy_gettext as _l

from caseboard.models import Basis, EventKind, RunKind, RunState, Standing

EVENTS: dict[EventKind, LazyString] = {
    EventKind.EDIT: _l("Words changed"),
    EventKind.MERGE: _l("Merged"),
    EventKind.SPLIT: _l("Split up"),
    EventKind.RETIRE: _l("Taken out of use"),
    EventKind.REACTIVATE: _l("Taken into use again"),
    EventKind.ACCEPT: _l("New theme from a candidate"),
    EventKind.DISMISS: _l("Candidate dismissed"),
    EventKind.UNDO: _l("Undone"),
}

FIELDS: dict[str, LazyString] = {
    "name_de": _l("Name in German"),
    "name_en": _l("Name in English"),
    "definition": _l("Definition"),
    "seeds": _l("Seed terms"),
    "excludes": _l("Excluded terms"),
    "parent_id": _l("Broader theme"),
}
"""What the parts of a theme are called where the log says how they changed."""

KINDS: dict[RunKind, LazyString] = {
    RunKind.REBUILD: _l("All figures"),
    RunKind.SEARCH: _l("Candidates for new themes"),
}

STOPPED: dict[RunKind, LazyString] = {
    RunKind.REBUILD: _l("The run is being stopped. The former figures stay."),
    RunKind.SEARCH: _l("The search is being stopped. The former candidates stay."),
}

RUNS: dict[RunState, LazyString] = {
    RunState.QUEUED: _l("waits for the worker"),
    RunState.RUNNING: _l("is running"),
    RunState.DONE: _l("finished"),
    RunState.CANCELLED: _l("stopped"),
    RunState.FAILED: _l("failed"),
}

STEPS: dict[str, LazyString] = {
    "": _l("has not begun"),
    "reading": _l("reading the cases"),
    "duplicates": _l("looking for cases written twice"),
    "learning": _l("teaching the classifier"),
    "scoring": _l("looking at every case"),
    "writing": _l("writing down what counts"),
    "counting": _l("counting"),
    "grouping": _l("looking for what recent cases share"),
}

STANDINGS: dict[Standing, LazyString] = {
    Standing.SIGNAL: _l("recurs"),
    Standing.WATCH: _l("being watched"),
    Standing.LOCAL: _l("local cluster"),
    Standing.STANDING: _l("lasting theme"),
    Standing.QUIET: _l("nothing unusual"),
    Standing.NO_BASIS: _l("nothing to compare with yet"),
}

SECTIONS: dict[str, LazyString] = {
    Basis.SIGNAL: _l("What recurs"),
    Basis.ASSESSMENT: _l("What advisers know from home"),
    Standing.STANDING: _l("Lasting themes"),
}
"""The parts of the quarterly report."""

NUMBERS: dict[str, LazyString] = {
    "least_baseline_months": _l("Months to compare with, at least"),
    "least_baseline_cases": _l("Cases to compare with, at least"),
    "least_common_scatter": _l("Common scatter of the months, at least"),
    "least_scatter": _l("Scatter of one theme, at least"),
    "scatter_cap": _l("Weight of a single odd month, at most"),
    "least_cases": _l("Cases in the window, at least"),
    "least_houses": _l("Jobcenters above what is usual for them, at least"),
    "signal_quantile": _l("Recurs: quantile of the lower bound"),
    "signal_ratio": _l("Recurs: the lower bound lies above"),
    "signal_quantile_without_one": _l("Recurs without the largest jobcenter: quantile"),
    "signal_ratio_without_one": _l("Recurs without the largest jobcenter: bound above"),
    "watch_quantile": _l("Being watched: quantile of the lower bound"),
    "watch_ratio": _l("Being watched: the lower bound lies above"),
    "watch_quantile_without_one": _l("Being watched without the largest jobcenter: quantile"),
    "watch_ratio_without_one": _l("Being watched without the largest jobcenter: bound above"),
}
"""What each number that can be set is called."""

FIXED: dict[str, LazyString] = {
    "window_months": _l("Months of the window"),
    "baseline_months": _l("Months to compare with, at most"),
    "habit_weight": _l("Weight of all jobcenters beside what is usual in one, in cases"),
    "scatter_weight": _l("Weight of all themes beside the scatter of one, in months"),
    "smoothing": _l("Added to each figure before the lower bound is reckoned"),
    "evaluations_to_end": _l("Month ends in a row below “being watched” that end a signal"),
}
"""What the other numbers are called: they only move flags elsewhere, so that nobody can set them."""
