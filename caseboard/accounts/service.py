"""Verbs of signing in: recognise somebody, begin and end a sign-in, set a password, take up an invitation."""

from flask_babel import lazy_gettext as _l
from sqlalchemy import select

from caseboard import audit, policy
from caseboard.accounts import passwords, throttle, tokens
from caseboard.accounts.addresses import normal_account
from caseboard.db import command, db
from caseboard.errors import InvalidInput, NotFound
from caseboard.models import SignIn, User
from caseboard.policy import people

WRONG = _l("E-mail address and password do not fit together, or the account is not active.")
WRONG_PRESENT = _l("This is not your present password.")
GONE = _l("This link does not work any more.")


def recognise(email: str, password: str, source: str) -> User:
    """The person with this account and password.

    An unknown account, a wrong password and an account that is switched off get the same answer after the same
    time, so that nobody learns who has an account.

    Raises:
        InvalidInput: they do not fit together.
        TooManyAttempts: the throttle is shut.
    """
    throttle.claim(email, source)
    user = db.session.scalar(select(User).where(User.email == normal_account(email)))
    fits = passwords.fits(user.password_hash if user else None, password)
    if user is None or not fits or not user.active:
        _note_failure(user)
        raise InvalidInput({"form": WRONG})
    throttle.forgive(email, source)
    if passwords.outdated(user.password_hash or ""):
        _store_password(user, passwords.hashed(password))
    return user


@command
def begin(user: User) -> str:
    """Begin a sign-in; its token, which only the browser keeps."""
    policy.require(people.may_have_account(user))
    audit.record(user, "sign-in.begin", f"user:{user.id}")
    return tokens.new_sign_in(user)


@command
def end(user: User, entry: SignIn) -> None:
    """End one sign-in of one's own."""
    policy.require(people.may_end_sign_in(user, entry))
    tokens.end_sign_ins(SignIn.id == entry.id)
    audit.record(user, "sign-in.end", f"sign-in:{entry.id}")


@command
def end_this(user: User, token_hash: str) -> None:
    """Sign out of this browser."""
    tokens.end_sign_ins(SignIn.user_id == user.id, SignIn.token_hash == token_hash)
    audit.record(user, "sign-in.end", f"user:{user.id}")


@command
def end_others(user: User, token_hash: str) -> None:
    """End every sign-in of one's own but the present one."""
    tokens.end_sign_ins(SignIn.user_id == user.id, SignIn.token_hash != token_hash)
    audit.record(user, "sign-in.end-others", f"user:{user.id}")


@command
def choose_language(user: User, language: str) -> None:
    """Remember the language for the next sign-in and for mails."""
    policy.require(people.may_have_account(user))
    user.language = language


def change_password(user: User, present: str, wanted: str, source: str, token_hash: str) -> None:
    """Set a new password after asking for the present one; every other sign-in ends.

    Raises:
        InvalidInput: the present password is wrong, or the new one is too easy.
        TooManyAttempts: the throttle is shut.
    """
    throttle.claim(user.email, source)
    if not passwords.fits(user.password_hash, present):
        _note_failure(user)
        raise InvalidInput({"present_password": WRONG_PRESENT})
    throttle.forgive(user.email, source)
    _change_password(user, _acceptable(wanted, user), token_hash)


def accept(token: str, wanted: str, source: str) -> User:
    """Take up an invitation: set the password, use the link up, end all older sign-ins.

    Raises:
        NotFound: the link is unknown, used or too old.
        InvalidInput: the password is too easy.
        TooManyAttempts: somebody is trying out links.
    """
    account = f"link/{token}"  # an account of its own, so that guessing shuts nobody else's link
    throttle.claim(account, source)
    user = tokens.holder(token)
    if user is None:
        raise NotFound(GONE)
    throttle.forgive(account, source)
    _accept(user, token, _acceptable(wanted, user))
    return user


@command
def _accept(user: User, token: str, password_hash: str) -> None:
    policy.require(people.may_have_account(user))
    if not tokens.use_up(token):
        raise NotFound(GONE)
    user.password_hash = password_hash
    tokens.end_sign_ins(SignIn.user_id == user.id)
    audit.record(user, "invitation.accept", f"user:{user.id}")


@command
def _change_password(user: User, password_hash: str, token_hash: str) -> None:
    policy.require(people.may_have_account(user))
    user.password_hash = password_hash
    tokens.end_sign_ins(SignIn.user_id == user.id, SignIn.token_hash != token_hash)
    tokens.drop_links(user)
    audit.record(user, "password.change", f"user:{user.id}")


@command
def _store_password(user: User, password_hash: str) -> None:
    user.password_hash = password_hash


@command
def _note_failure(user: User | None) -> None:
    audit.record(None, "sign-in.fail", f"user:{user.id}" if user else "user:unknown")


def _acceptable(password: str, user: User) -> str:
    """The hash of a password that will do."""
    weakness = passwords.weakness(password, user.email)
    if weakness:
        raise InvalidInput({"password": weakness})
    return passwords.hashed(password)
