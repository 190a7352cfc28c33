"""Shape and wording of what people type about accounts."""

from collections.abc import Iterable

from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, PasswordField, RadioField, SelectField, SelectMultipleField
from wtforms.validators import EqualTo, Regexp
from wtforms.widgets import CheckboxInput, ListWidget

from caseboard.accounts import words
from caseboard.errors import InvalidInput, TooManyAttempts
from caseboard.forms import BaseForm, Line, choices, required
from caseboard.models import Role
from caseboard.models.people import HouseKind

ATOM = r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+"
LABEL = r"[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?"
EMAIL = Regexp(
    # narrower than the standard: brackets, commas and quotes would be read as a second address or as none
    rf"^{ATOM}(?:\.{ATOM})*@(?:{LABEL}\.)+[A-Za-z]{{2,63}}$",
    message=_l("Please type a whole e-mail address, such as name@example.org."),
)
HOUSE_ID = Regexp(
    r"^(?!neu$)[a-z][a-z0-9-]{1,31}$",
    message=_l("Please take 2 to 32 small letters, digits and hyphens, beginning with a letter, such as “kg”."),
)


class PasswordsForm(BaseForm):
    """A form that the throttle can answer, too."""

    def blame(self, error: InvalidInput | TooManyAttempts) -> None:
        """Show why this went wrong; the throttle speaks for no field in particular."""
        if isinstance(error, InvalidInput):
            self.take(error)
        else:
            self.form_errors.append(error.sentence)


class Ticks(SelectMultipleField):
    """Several choices, each with a box to tick."""

    widget = ListWidget(prefix_label=False)
    option_widget = CheckboxInput()


class SignInForm(PasswordsForm):
    """E-mail address and password."""

    email = Line(_l("E-mail address"), required(), most=254)
    password = PasswordField(_l("Password"), [required()])


class PresentPasswordForm(PasswordsForm):
    """The present password; it stands before the new one, so it is declared before."""

    present_password = PasswordField(_l("Present password"), [required()])


class ChosenPasswordForm(PasswordsForm):
    """A new password, typed twice."""

    password = PasswordField(
        _l("New password"),
        [required()],
        description=_l("At least 12 characters, any you like. Several words in a row are easy to remember."),
    )
    repeated_password = PasswordField(
        _l("New password once more"),
        [required(), EqualTo("password", message=_l("The two passwords are not the same."))],
    )


class ChangePasswordForm(ChosenPasswordForm, PresentPasswordForm):
    """The present password, and the new one twice."""


class NameForm(BaseForm):
    """What somebody is called."""

    name = Line(_l("First name and surname"), required(), most=120)


class PlaceForm(BaseForm):
    """How somebody is reached, and where they work: settled once, when the account is made."""

    email = Line(_l("Business e-mail address"), required(), EMAIL, most=254)
    jobcenter = SelectField(_l("Jobcenter"))


class PersonForm(NameForm):
    """Name, roles and served houses of somebody."""

    roles = Ticks(
        _l("Roles"),
        [required(_l("Please choose at least one role."))],
        description=_l(
            "Rights add up, but a prohibition wins: whoever leads or administers reads no case text, "
            "whatever other roles they have."
        ),
    )
    served = Ticks(
        _l("Also works for these houses"),
        description=_l("For shared functions. Nobody gives perspectives on cases of a house they work for."),
    )

    def offer(self, roles: Iterable[Role], houses: Iterable[tuple[str, str]]) -> None:
        """Offer these roles and houses; anything else that arrives is refused."""
        self.roles.choices = choices(roles, words.ROLES)
        self.served.choices = list(houses)


class KnownPersonForm(PersonForm):
    """A person who has an account."""

    active = BooleanField(
        _l("The account is switched on"),
        default=True,
        description=_l("Switching it off ends every sign-in of this person at once."),
    )


class NewPersonForm(PersonForm, PlaceForm):
    """A person who has no account yet."""


class HouseIdForm(BaseForm):
    """The short name of a house, settled once."""

    id = Line(
        _l("Short name"),
        required(),
        HOUSE_ID,
        most=32,
        description=_l("It stands in addresses and cannot be changed later."),
    )


class HouseForm(BaseForm):
    """What is said about a house."""

    name = Line(_l("Name"), required(), most=120)
    county = Line(
        _l("County or city"),
        required(),
        most=120,
        description=_l("Cases are never released by somebody of the same county."),
    )
    kind = RadioField(_l("Kind"), choices=choices(HouseKind, words.KINDS))
    active = BooleanField(
        _l("The house takes part"),
        default=True,
        description=_l("A house that does not is no longer offered for choice; its accounts stay until switched off."),
    )


class NewHouseForm(HouseForm, HouseIdForm):
    """A house that is not in the network yet."""


__all__ = [
    "ChangePasswordForm",
    "ChosenPasswordForm",
    "HouseForm",
    "KnownPersonForm",
    "NewHouseForm",
    "NewPersonForm",
    "SignInForm",
]
