"""What roles and kinds of houses are called."""

from flask_babel import LazyString
from flask_babel import lazy_gettext as _l

from caseboard.models import Role
from caseboard.models.people import HouseKind

ROLES: dict[Role, LazyString] = {
    Role.CASE_MANAGER: _l("Case manager"),
    Role.MODERATION: _l("Moderation"),
    Role.LEADERSHIP: _l("Leadership"),
    Role.ADMINISTRATION: _l("Administration of the own house"),
    Role.NETWORK_ADMINISTRATION: _l("Administration of the network"),
    Role.DATA_PROTECTION: _l("Data protection of the own house"),
}

KINDS: dict[HouseKind, LazyString] = {
    HouseKind.JOINT: _l("Joint facility (gE)"),
    HouseKind.MUNICIPAL: _l("Authorised municipal body (zkT)"),
}
