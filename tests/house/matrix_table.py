"""The table of who may open what: method, endpoint, thing, who gets which status, and what is sent."""

from tests.house.matrix_aftermath import AFTERMATH
from tests.house.matrix_cast import LAST_QUARTER
from tests.house.matrix_live import LIVE
from tests.house.matrix_written import WRITTEN

CONSULT = "author colleague near reader mod adviser runs left leftmod sameCounty"
MODERATORS = "near mod runs leftmod sameCounty"
CASE_MANAGERS = "author colleague reader adviser left"
LEADERS = "leader farleader"
NETWORK = f"{CONSULT} {LEADERS}"
ADMINS = "admin faradmin network"
OFFICERS = "officer farofficer"
EVERYBODY = f"{NETWORK} {ADMINS} {OFFICERS}"
ANYBODY = f"{EVERYBODY} stranger"

READERS = "reader mod adviser runs sameCounty"
"""Who consults, works neither in the author's house nor in the one left out."""

OWN_HOUSE = "colleague near"
PLANNERS = "mod runs sameCounty"
JUDGES = "officer mod runs sameCounty"
NOBODY: dict[int, str] = {}

Line = tuple[str, str, str, dict[int, str], dict[str, str]]

OPEN_DOORS: list[Line] = [
    ("GET", "accounts.sign_in", "nothing", {200: "stranger", 303: EVERYBODY}, {}),
    ("POST", "accounts.sign_in", "nothing", {422: "stranger", 303: EVERYBODY}, {}),
    ("POST", "accounts.resume", "nothing", {422: ANYBODY}, {}),
    ("POST", "accounts.set_language", "nothing", {303: ANYBODY}, {}),
    ("POST", "accounts.set_theme", "nothing", {303: ANYBODY}, {}),
    ("GET", "accounts.accept_invitation", "nothing", {404: "stranger"}, {}),
    ("POST", "accounts.accept_invitation", "nothing", {404: "stranger"}, {}),
    ("GET", "pages.imprint", "nothing", {200: ANYBODY}, {}),
    ("GET", "pages.privacy", "nothing", {200: ANYBODY}, {}),
    ("GET", "pages.accessibility", "nothing", {200: ANYBODY}, {}),
    ("GET", "pages.ready", "nothing", {200: ANYBODY}, {}),
]

OWN_THINGS: list[Line] = [
    ("GET", "home.desk", "nothing", {200: EVERYBODY}, {}),
    ("POST", "home.dismiss", "nothing", {303: EVERYBODY}, {}),
    ("POST", "accounts.sign_out", "nothing", {303: ANYBODY}, {}),
    ("GET", "accounts.account", "nothing", {200: EVERYBODY}, {}),
    ("GET", "accounts.change_password", "nothing", {200: EVERYBODY}, {}),
    ("POST", "accounts.change_password", "nothing", {422: EVERYBODY}, {}),
    ("POST", "accounts.end_other_sign_ins", "nothing", {303: EVERYBODY}, {}),
    ("POST", "accounts.end_sign_in", "sign-in", {303: "author"}, {}),
]

ADMINISTRATION: list[Line] = [
    ("GET", "accounts.people", "nothing", {200: ADMINS}, {}),
    ("GET", "accounts.new_person", "nothing", {200: ADMINS}, {}),
    ("POST", "accounts.new_person", "nothing", {422: ADMINS}, {}),
    ("GET", "accounts.person", "person of kg", {200: "admin network"}, {}),
    ("POST", "accounts.person", "person of kg", {422: "admin network"}, {}),
    ("POST", "accounts.invite", "person of kg", {200: "admin network"}, {}),
    ("GET", "accounts.person", "network administrator", {200: "network"}, {}),
    ("POST", "accounts.person", "network administrator", {422: "network"}, {}),
    ("POST", "accounts.invite", "network administrator", {200: "network"}, {}),
    ("GET", "accounts.houses", "nothing", {200: "network"}, {}),
    ("GET", "accounts.new_house", "nothing", {200: "network"}, {}),
    ("POST", "accounts.new_house", "nothing", {422: "network"}, {}),
    ("GET", "accounts.house", "house", {200: "network"}, {}),
    ("POST", "accounts.house", "house", {422: "network"}, {}),
]

PROCESSES: list[Line] = [
    ("GET", "sessions.methods", "nothing", {200: CONSULT}, {}),
    ("GET", "sessions.processes", "nothing", {200: "network"}, {}),
    ("GET", "sessions.process", "process", {200: "network"}, {}),
    ("POST", "sessions.process", "process", {422: "network"}, {}),
    ("GET", "sessions.phase", "process", {200: "network"}, {}),
    ("POST", "sessions.phase", "process", {422: "network"}, {}),
    ("POST", "sessions.move_phase", "process", {409: "network"}, {}),
    ("POST", "sessions.move_phase", "process", {303: "network"}, {"direction": "down"}),
]

WRITING: list[Line] = [
    ("GET", "cases.begin", "nothing", {303: f"{CONSULT} stranger"}, {}),
    ("GET", "cases.write", "nothing", {200: CONSULT}, {}),
    ("POST", "cases.rewrite", "nothing", {200: CONSULT}, {}),
    ("POST", "cases.preview", "nothing", {422: CONSULT}, {}),
    ("POST", "cases.submit", "nothing", {422: CONSULT}, {}),
    ("POST", "cases.keep", "nothing", {422: CONSULT}, {}),
    ("GET", "cases.short_form", "nothing", {200: CONSULT}, {}),
    ("POST", "cases.short_from", "nothing", {200: CONSULT}, {}),
    ("POST", "cases.short", "nothing", {422: CONSULT}, {}),
    ("GET", "cases.mine", "nothing", {200: CONSULT}, {}),
    ("GET", "cases.own", "draft", {200: "author"}, {}),
    ("GET", "cases.own", "paused", {200: "author"}, {}),
    ("GET", "cases.own", "withdrawn", {200: "author"}, {}),
    ("POST", "cases.count_only", "released", {303: "author"}, {}),
    ("POST", "cases.count_only", "draft", {409: "author"}, {}),
    ("POST", "cases.count_only", "scheduled", {409: "author"}, {}),
    ("POST", "cases.consult", "counts only", {303: "author"}, {}),
    ("POST", "cases.consult", "scheduled", {409: "author"}, {}),
    ("GET", "sessions.plan", "counts only", NOBODY, {}),
    ("GET", "cases.edit", "draft", {200: "author"}, {}),
    ("GET", "cases.edit", "sent back", {200: "author"}, {}),
    ("GET", "cases.edit", "submitted", {409: "author"}, {}),
    ("GET", "cases.edit", "released", {409: "author"}, {}),
    ("GET", "flows.confirm_withdrawal", "released", {200: "author"}, {}),
    ("GET", "flows.confirm_withdrawal", "withdrawn", NOBODY, {}),
    ("POST", "flows.withdraw", "draft", {303: "author"}, {}),
    ("POST", "flows.withdraw", "paused", {303: "author"}, {}),
    ("POST", "flows.withdraw", "withdrawn", {303: "author"}, {}),
]

CHECKING: list[Line] = [
    ("GET", "cases.checklist", "nothing", {200: CONSULT}, {}),
    ("GET", "cases.check", "draft", NOBODY, {}),
    ("GET", "cases.check", "submitted", {200: OWN_HOUSE, 409: "mod runs"}, {}),
    ("GET", "cases.check", "elsewhere", {200: "mod runs"}, {}),
    ("GET", "cases.check", "checked", {200: "mod runs", 409: OWN_HOUSE}, {}),
    ("GET", "cases.check", "released", {409: f"{OWN_HOUSE} mod runs sameCounty"}, {}),
    ("GET", "cases.check", "scheduled", {409: f"{OWN_HOUSE} mod runs sameCounty"}, {}),
    ("GET", "cases.check", "withdrawn", NOBODY, {}),
    *(
        ("POST", endpoint, thing, answers, {})
        for endpoint in ("cases.mark", "cases.confirm", "cases.send_back")
        for thing, answers in (
            ("draft", NOBODY),
            ("submitted", {422: OWN_HOUSE, 409: "mod runs"}),
            ("elsewhere", {422: "mod runs"}),
            ("checked", {422: "mod runs", 409: OWN_HOUSE}),
            ("released", {409: f"{OWN_HOUSE} mod runs sameCounty"}),
            ("withdrawn", NOBODY),
        )
    ),
]

READING: list[Line] = [
    ("GET", "cases.library", "nothing", {200: CONSULT}, {}),
    ("POST", "cases.search", "nothing", {200: CONSULT}, {}),
    ("GET", "flows.recognised", "nothing", {200: CONSULT}, {}),
    *(("GET", "cases.read", thing, {200: READERS}, {}) for thing in ("released", "scheduled")),
    *(
        ("GET", "cases.read", thing, NOBODY, {})
        for thing in ("draft", "submitted", "checked", "sent back", "paused", "blocked", "withdrawn")
    ),
    ("POST", "flows.recognise", "released", {303: READERS}, {}),
    ("POST", "flows.recognise", "paused", {303: READERS}, {}),
    ("POST", "flows.recognise", "submitted", {303: f"{OWN_HOUSE} mod runs"}, {}),
    ("POST", "flows.recognise", "elsewhere", {303: "mod runs"}, {}),
    ("POST", "flows.recognise", "draft", NOBODY, {}),
    ("POST", "flows.recognise", "withdrawn", NOBODY, {}),
]

PROTECTION: list[Line] = [
    ("GET", "cases.protection_desk", "nothing", {200: OFFICERS}, {}),
    ("GET", "cases.recall", "nothing", {200: f"{ADMINS} {OFFICERS}"}, {}),
    ("GET", "cases.protection", "released", {200: "officer"}, {}),
    ("GET", "cases.protection", "withdrawn", {200: "officer"}, {}),
    ("POST", "flows.block", "released", {303: "officer"}, {}),
    ("POST", "flows.block", "withdrawn", NOBODY, {}),
    ("POST", "flows.unblock", "blocked", {303: "officer"}, {}),
    ("GET", "cases.paused", "nothing", {200: f"{MODERATORS} {OFFICERS}"}, {}),
    ("GET", "cases.paused_case", "paused", {200: JUDGES}, {}),
    ("GET", "cases.paused_case", "released", NOBODY, {}),
    ("POST", "cases.paused_text", "paused", {200: JUDGES}, {}),
    ("POST", "cases.paused_text", "released", NOBODY, {}),
    ("POST", "flows.lift", "released", {409: JUDGES}, {}),
    ("POST", "flows.delete_paused", "released", {409: JUDGES}, {}),
    ("POST", "flows.lift", "withdrawn", NOBODY, {}),
    ("POST", "flows.delete_paused", "withdrawn", NOBODY, {}),
]

PLANNING: list[Line] = [
    ("POST", "sessions.urge", "released", {303: PLANNERS}, {"urgent": "yes"}),
    ("POST", "sessions.urge", "scheduled", {409: PLANNERS}, {"urgent": "yes"}),
    ("POST", "sessions.urge", "paused", NOBODY, {"urgent": "yes"}),
    ("GET", "sessions.calendar_file", "running", {200: "adviser runs"}, {}),
    ("GET", "sessions.calendar_file", "resting", NOBODY, {}),
    ("GET", "sessions.calendar", "nothing", {200: CONSULT}, {}),
    ("POST", "sessions.renew_calendar", "nothing", {200: CONSULT}, {}),
    ("POST", "sessions.remove_calendar", "nothing", {303: CONSULT}, {}),
    ("GET", "sessions.calendar_feed", "nothing", {404: "stranger"}, {}),
    ("GET", "sessions.calendar_feed", "calendar address", {200: ANYBODY}, {}),
    ("GET", "sessions.dates", "nothing", {200: MODERATORS}, {}),
    ("GET", "sessions.fill_slot", "slot", {200: "mod runs"}, {}),
    ("POST", "sessions.drop_slot", "slot", {303: "mod runs"}, {}),
    ("POST", "sessions.take_up_slot", "slot", {303: "mod runs"}, {}),
    ("GET", "sessions.move", "running", NOBODY, {}),
    ("POST", "sessions.move", "running", NOBODY, {}),
    ("GET", "sessions.arrange", "running", {200: "runs"}, {}),
    ("GET", "sessions.arrange", "resting", NOBODY, {}),
    ("POST", "sessions.arrange", "running", {422: "runs"}, {}),
    ("POST", "sessions.speak", "running", {409: "author"}, {"speaks": "yes"}),
    ("POST", "sessions.speak", "resting", NOBODY, {"speaks": "yes"}),
    ("GET", "sessions.new_series", "nothing", {200: MODERATORS}, {}),
    ("POST", "sessions.new_series", "nothing", {422: MODERATORS}, {}),
    ("GET", "sessions.series", "series", {200: MODERATORS}, {}),
    ("GET", "sessions.change_series", "series", {200: "mod"}, {}),
    ("POST", "sessions.change_series", "series", {422: "mod"}, {}),
    ("POST", "sessions.end_series", "series", {303: "mod"}, {}),
    ("GET", "sessions.groups", "nothing", {200: MODERATORS}, {}),
    ("GET", "sessions.new_group", "nothing", {200: MODERATORS}, {}),
    ("POST", "sessions.new_group", "nothing", {422: MODERATORS}, {}),
    ("GET", "sessions.group", "group", {200: "mod"}, {}),
    ("POST", "sessions.group", "group", {422: "mod"}, {}),
    ("POST", "sessions.remove_group", "group", {303: "mod"}, {}),
]

CONSULTATION: list[Line] = [
    ("GET", "sessions.index", "nothing", {200: CONSULT}, {}),
    ("GET", "sessions.plan", "released", {200: "mod runs sameCounty"}, {}),
    ("POST", "sessions.plan", "released", {422: "mod runs sameCounty"}, {}),
    ("GET", "sessions.plan", "scheduled", {409: "mod runs sameCounty"}, {}),
    ("GET", "sessions.plan", "paused", NOBODY, {}),
    ("GET", "sessions.plan", "checked", NOBODY, {}),
    ("GET", "sessions.show", "running", {200: "author adviser reader runs"}, {}),
    ("GET", "sessions.show", "revealed", {200: "author adviser runs"}, {}),
    ("GET", "sessions.show", "called off", {303: "author adviser runs reader"}, {}),  # a kind sentence
    ("GET", "sessions.board", "called off", {303: "author adviser runs reader"}, {}),
    ("GET", "sessions.show", "resting", NOBODY, {}),
    ("POST", "sessions.answer", "running", {400: "adviser reader"}, {}),
    ("POST", "sessions.answer", "running", {303: "adviser reader"}, {"accepts": "no"}),
    ("POST", "sessions.answer", "revealed", NOBODY, {"accepts": "yes"}),
    ("POST", "sessions.answer", "resting", NOBODY, {"accepts": "yes"}),
    ("GET", "sessions.invite_more", "running", {200: "runs"}, {}),
    ("POST", "sessions.invite_more", "running", {422: "runs"}, {}),
    ("GET", "sessions.invite_more", "resting", NOBODY, {}),
    ("POST", "sessions.cancel", "running", {303: "runs"}, {}),
    ("POST", "sessions.cancel", "revealed", {409: "runs"}, {}),
    ("POST", "sessions.open", "running", NOBODY, {}),
    ("GET", "sessions.contribute", "running", {200: "adviser"}, {}),
    ("GET", "sessions.contribute", "revealed", {409: "adviser"}, {}),
    ("GET", "sessions.contribute", "resting", NOBODY, {}),
    ("POST", "sessions.contribute", "running", {422: "adviser"}, {}),
    ("POST", "sessions.contribute", "revealed", {409: "adviser"}, {}),
    ("POST", "sessions.withdraw", "running", {303: "adviser"}, {}),
    ("POST", "sessions.withdraw", "revealed", {409: "adviser"}, {}),
    *WRITTEN,
    ("GET", "sessions.observe", "running", {409: "adviser"}, {}),
    ("POST", "sessions.observe", "running", {409: "adviser"}, {}),
    ("GET", "sessions.observe", "revealed", {200: "adviser"}, {}),
    ("GET", "sessions.result_form", "running", {409: "author"}, {}),
    ("GET", "sessions.result_form", "revealed", {200: "author"}, {}),
    ("POST", "sessions.result_form", "revealed", {422: "author"}, {}),
    ("GET", "sessions.result_form", "resting", NOBODY, {}),
    ("GET", "sessions.result", "revealed", {409: "author adviser runs"}, {}),
    ("GET", "sessions.result", "resting", NOBODY, {}),
]

NETWORKING: list[Line] = [
    ("GET", "themes.radar", "nothing", {200: NETWORK}, {}),
    ("GET", "themes.trend_file", "nothing", {200: NETWORK}, {}),
    ("GET", "themes.report_page", "nothing", {200: f"{MODERATORS} {LEADERS}"}, {}),
    ("POST", "themes.recommend", "nothing", NOBODY, {}),
    ("POST", "themes.recommend", "report", {303: MODERATORS}, {"quarter": LAST_QUARTER, "recommendations": "Ein Bus."}),
    ("POST", "themes.want_report", "nothing", NOBODY, {}),
    ("POST", "themes.want_report", "report", {303: f"{MODERATORS} {LEADERS}"}, {"quarter": LAST_QUARTER}),
    ("GET", "themes.report_file", "nothing", NOBODY, {}),
    ("GET", "themes.show", "theme", {200: CONSULT}, {}),
    ("GET", "themes.show", "flagged", {200: NETWORK}, {}),
    ("GET", "themes.show", "retired", {200: MODERATORS}, {}),
    ("GET", "themes.edit", "theme", {200: MODERATORS}, {}),
    ("POST", "themes.edit", "theme", {422: MODERATORS}, {}),
    ("POST", "themes.retire", "theme", {303: MODERATORS}, {}),
    ("POST", "themes.reactivate", "retired", {303: MODERATORS}, {}),
    ("GET", "themes.show", "merged", {200: MODERATORS, 303: f"{CASE_MANAGERS} {LEADERS}"}, {}),
    ("GET", "themes.merge", "theme", {200: MODERATORS}, {}),
    ("POST", "themes.merge", "theme", {422: MODERATORS}, {}),
    ("GET", "themes.split", "theme", {200: MODERATORS}, {}),
    ("POST", "themes.split", "theme", {422: MODERATORS}, {}),
    ("GET", "themes.cases", "theme", {200: MODERATORS}, {}),
    ("GET", "themes.label", "released", {200: PLANNERS}, {}),
    ("POST", "themes.label", "released", {303: PLANNERS}, {}),
    ("GET", "themes.log", "nothing", {200: MODERATORS}, {}),
    ("POST", "themes.undo", "nothing", NOBODY, {}),
    ("GET", "themes.candidates", "nothing", {200: MODERATORS}, {}),
    ("GET", "themes.accept", "candidate", {200: MODERATORS}, {}),
    ("POST", "themes.accept", "candidate", {422: MODERATORS}, {}),
    ("POST", "themes.dismiss", "candidate", {303: MODERATORS}, {}),
    ("GET", "themes.the_rule", "nothing", {200: f"{NETWORK} network"}, {}),
    ("GET", "themes.set_rule", "nothing", {200: "network"}, {}),
    ("POST", "themes.set_rule", "nothing", {422: "network"}, {}),
    ("GET", "themes.runs", "nothing", {200: f"{MODERATORS} network"}, {}),
    ("POST", "themes.ask", "nothing", {303: "network"}, {}),
    ("POST", "themes.stop", "run", {303: f"{MODERATORS} network"}, {}),
    ("GET", "measures.index", "nothing", {200: NETWORK}, {}),
    ("GET", "measures.draft", "theme", NOBODY, {}),
    ("GET", "measures.draft", "flagged", {200: MODERATORS}, {}),
    ("POST", "measures.draft", "flagged", {422: MODERATORS}, {}),
    ("GET", "measures.proposal", "proposal draft", {200: MODERATORS}, {}),
    ("GET", "measures.proposal", "proposal", {200: NETWORK}, {}),
    ("POST", "measures.second", "proposal draft", {303: "near runs leftmod sameCounty"}, {}),
    ("POST", "measures.second", "proposal", {409: "near runs leftmod sameCounty"}, {}),
    ("POST", "measures.drop", "proposal draft", {303: "mod"}, {}),
    ("POST", "measures.drop", "proposal", {409: "mod"}, {}),
    ("GET", "measures.decide", "proposal draft", NOBODY, {}),
    ("GET", "measures.decide", "proposal", {200: LEADERS}, {}),
    ("POST", "measures.decide", "proposal", {422: LEADERS}, {}),
    ("GET", "measures.measure", "measure", {200: NETWORK}, {}),
    ("GET", "measures.commit", "measure", {200: LEADERS}, {}),
    ("POST", "measures.commit", "measure", {422: LEADERS}, {}),
    ("GET", "measures.advance", "measure", {200: LEADERS}, {}),
    ("POST", "measures.advance", "measure", {422: LEADERS}, {}),
]

TABLE: list[Line] = [
    *OPEN_DOORS,
    *OWN_THINGS,
    *ADMINISTRATION,
    *PROCESSES,
    *WRITING,
    *CHECKING,
    *READING,
    *PROTECTION,
    *PLANNING,
    *CONSULTATION,
    *LIVE,
    *AFTERMATH,
    *NETWORKING,
]
