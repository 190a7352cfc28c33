"""All tables of the house in one package that imports nothing above it, so that rooms never import each other."""

from caseboard.models.case import Case, CaseCheck, CaseExclusion, CaseRead, CaseState, CaseTheme, Recognition
from caseboard.models.case import RecognitionVote
from caseboard.models.consultation import CaseSession, Perspective, PerspectiveState, Result, Seat, SeatState
from caseboard.models.consultation import SessionKind, SessionState
from caseboard.models.ledger import AuditEntry, Notice, OutboxMail
from caseboard.models.measure import Commitment, CommitmentState, Decision, Measure, MeasureStage, Proposal
from caseboard.models.measure import ProposalState
from caseboard.models.people import Jobcenter, OneTimeLink, Role, ServedHouse, SignIn, SignInAttempt, User, UserRole
from caseboard.models.theme import Answer, Observation, Theme, ThemeSnapshot, ThemeState

__all__ = [
    "Answer",
    "AuditEntry",
    "Case",
    "CaseCheck",
    "CaseExclusion",
    "CaseRead",
    "CaseSession",
    "CaseState",
    "CaseTheme",
    "Commitment",
    "CommitmentState",
    "Decision",
    "Jobcenter",
    "Measure",
    "MeasureStage",
    "Notice",
    "Observation",
    "OneTimeLink",
    "OutboxMail",
    "Perspective",
    "PerspectiveState",
    "Proposal",
    "ProposalState",
    "Recognition",
    "RecognitionVote",
    "Result",
    "Role",
    "Seat",
    "SeatState",
    "ServedHouse",
    "SessionKind",
    "SessionState",
    "SignIn",
    "SignInAttempt",
    "Theme",
    "ThemeSnapshot",
    "ThemeState",
    "User",
    "UserRole",
]
