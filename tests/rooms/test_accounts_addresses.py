"""An e-mail address is one address: nothing typed as one reaches a second mailbox, adds a line or stops the worker."""

import pytest
from sqlalchemy import select

from caseboard.db import db
from caseboard.models import OutboxMail, User
from caseboard.worker import letter
from tests.actors import Stage

NO_ADDRESSES = [
    "anna,berta@haus.example",
    "anna;berta@haus.example",
    "=:;anna@\\_[.=[%",
    '"[".@[.\',(',
    ",-ü@,..<",
    'b@\\=:<-.,"',
    "anna@haus.example>",
    "<anna@haus.example",
    "anna(chefin)@haus.example",
    "anna@haus..example",
    "anna.@haus.example",
    "änne@haus.example",
    "anna@-haus.example",
    "anna@haus.example\r\nBcc: berta@haus.example",
    "anna@haus.example\0",
]
ADDRESSES = ["anna.berta@haus.example", "o'neill+fall@jc-haus.bayern.example", "A_1-b@sub.haus.example"]


def form(email: str, name: str = "Anna Berta") -> dict[str, str]:
    """Somebody new in Bad Kissingen."""
    return {"name": name, "email": email, "jobcenter": "kg", "roles": "case_manager"}


@pytest.mark.parametrize("email", NO_ADDRESSES)
def test_what_is_no_address_makes_no_account(stage: Stage, email: str) -> None:
    administrator = stage.administrator("kg")
    assert administrator.sends("/personen/neu", form(email)).status_code == 422
    assert len(db.session.scalars(select(User)).all()) == 1


@pytest.mark.parametrize("email", ADDRESSES)
def test_a_mail_has_one_recipient_and_no_line_of_anybody_else(stage: Stage, email: str) -> None:
    # given somebody whose name tries to say more than a name
    administrator = stage.administrator("kg")
    administrator.sends("/personen/neu", form(email, name="Anna\r\nBcc: berta@haus.example\r\n\r\nHallo"))
    user = db.session.scalars(select(User).where(User.email == email.lower())).one()
    # when they are told something
    message = letter(OutboxMail(kind="case.released", params={}, message_id="0" * 32), user)
    # then the mail goes to them alone
    assert [one.addr_spec for one in message["To"].addresses] == [email.lower()]
    assert set(message.keys()) == {
        "Subject",
        "From",
        "To",
        "Message-ID",
        "Content-Type",
        "Content-Transfer-Encoding",
        "MIME-Version",
    }
