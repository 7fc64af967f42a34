"""Who asks to see something, and the rights that every selector checks before it reads.

A viewer belongs to one installation: a store never sees another store (invariant 8).
"""

import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from saleor_invoices.domain.errors import NotAllowed
from saleor_invoices.stores.models import Installation
from saleor_invoices.stores.scopes import Scope

MANAGE_ORDERS = "MANAGE_ORDERS"
HANDLE_PAYMENTS = "HANDLE_PAYMENTS"
SETTINGS_RIGHTS = ("MANAGE_APPS", "MANAGE_SETTINGS")
"""Saleor's permissions of those who set up a shop; either is enough."""


_GRANTED_BY: Mapping[Scope, tuple[str, ...]] = {
    Scope.DOCUMENTS_READ: (MANAGE_ORDERS,),
    Scope.DOCUMENTS_WRITE: (MANAGE_ORDERS,),
    Scope.IMPORTS_WRITE: (MANAGE_ORDERS,),
    Scope.PAYMENTS_WRITE: (HANDLE_PAYMENTS,),
    Scope.SETTINGS_READ: SETTINGS_RIGHTS,
    Scope.SETTINGS_WRITE: SETTINGS_RIGHTS,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffViewer:
    """A member of the store's staff, with the Saleor permissions that are theirs."""

    installation: Installation
    user_id: str
    permissions: frozenset[str]
    email: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomerViewer:
    """A shopper who signed in at the storefront: sees own documents only."""

    installation: Installation
    user_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyViewer:
    """A machine with an API key."""

    installation: Installation
    name: str
    scopes: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkViewer:
    """Whoever holds a private link that opens by itself: sees the one document of that link."""

    installation: Installation
    document_id: uuid.UUID


Viewer = StaffViewer | CustomerViewer | KeyViewer | LinkViewer


def sees_all(viewer: Viewer) -> bool:
    """Whether the viewer reads every document of the store.

    Raises ``NotAllowed`` for staff without MANAGE_ORDERS and a key without ``documents:read``.
    """
    if isinstance(viewer, StaffViewer):
        _require(MANAGE_ORDERS in viewer.permissions, MANAGE_ORDERS)
    elif isinstance(viewer, KeyViewer):
        _require(Scope.DOCUMENTS_READ in viewer.scopes, Scope.DOCUMENTS_READ)
    return isinstance(viewer, StaffViewer | KeyViewer)


def sees_workings(viewer: Viewer) -> bool:
    """Whether publishing, history and problems are shown: to staff with MANAGE_ORDERS only."""
    return isinstance(viewer, StaffViewer) and MANAGE_ORDERS in viewer.permissions


def require_staff(viewer: Viewer) -> StaffViewer:
    """The viewer as staff with MANAGE_ORDERS. Raises ``NotAllowed`` for anyone else."""
    if not isinstance(viewer, StaffViewer):
        raise NotAllowed("This is for the store's staff.", params={"permission": MANAGE_ORDERS})
    _require(MANAGE_ORDERS in viewer.permissions, MANAGE_ORDERS)
    return viewer


def require_writer(viewer: Viewer) -> str:
    """Who changes documents, as the history names them.

    Staff with MANAGE_ORDERS or a key with ``documents:write`` and, as the answer shows the
    document, ``documents:read``; ``NotAllowed`` for anyone else.
    """
    if isinstance(viewer, KeyViewer):
        for scope in (Scope.DOCUMENTS_WRITE, Scope.DOCUMENTS_READ):
            _require(scope in viewer.scopes, scope)
        return f"key:{viewer.name}"
    return f"staff:{require_staff(viewer).user_id}"


def require_importer(viewer: Viewer) -> str:
    """Who brings documents of other systems, as the history names them.

    Staff with MANAGE_ORDERS or a key with ``imports:write``; ``NotAllowed`` for anyone else. The
    answers tell what became of what was brought, and show no other document.
    """
    if isinstance(viewer, KeyViewer):
        _require(Scope.IMPORTS_WRITE in viewer.scopes, Scope.IMPORTS_WRITE)
        return f"key:{viewer.name}"
    return f"staff:{require_staff(viewer).user_id}"


def require_cashier(viewer: Viewer) -> str:
    """Who records money, as the ledger names them.

    Staff with HANDLE_PAYMENTS and MANAGE_ORDERS, or a key with ``payments:write`` and, as the
    answer shows the document, ``documents:read``; ``NotAllowed`` for anyone else.
    """
    if isinstance(viewer, KeyViewer):
        for scope in (Scope.PAYMENTS_WRITE, Scope.DOCUMENTS_READ):
            _require(scope in viewer.scopes, scope)
        return f"key:{viewer.name}"
    staff = require_staff_cashier(viewer)
    return f"staff:{staff.user_id}"


def require_staff_cashier(viewer: Viewer) -> StaffViewer:
    """The viewer as staff with HANDLE_PAYMENTS and MANAGE_ORDERS; ``NotAllowed`` else."""
    if isinstance(viewer, StaffViewer):
        _require(HANDLE_PAYMENTS in viewer.permissions, HANDLE_PAYMENTS)
    return require_staff(viewer)


def require_settings_reader(viewer: Viewer) -> Installation:
    """The store whose settings the viewer reads.

    Staff with MANAGE_APPS, MANAGE_SETTINGS or MANAGE_ORDERS, or a key with ``settings:read``;
    ``NotAllowed`` for anyone else. Who sees secrets at all, ``sees_secrets`` says.
    """
    if isinstance(viewer, KeyViewer):
        _require(Scope.SETTINGS_READ in viewer.scopes, Scope.SETTINGS_READ)
    elif not sees_secrets(viewer):
        require_staff(viewer)
    return viewer.installation


def sees_secrets(viewer: Viewer) -> bool:
    """Whether the viewer may know that a secret is set; what it is, nobody is told."""
    if isinstance(viewer, KeyViewer):
        return Scope.SETTINGS_READ in viewer.scopes
    return isinstance(viewer, StaffViewer) and not viewer.permissions.isdisjoint(SETTINGS_RIGHTS)


def require_settings_writer(viewer: Viewer) -> str:
    """Who changes settings, as the history names them.

    Staff with MANAGE_APPS or MANAGE_SETTINGS, or a key with ``settings:write`` and, as the answer
    shows the settings, ``settings:read``; ``NotAllowed`` for anyone else.
    """
    if isinstance(viewer, KeyViewer):
        for scope in (Scope.SETTINGS_WRITE, Scope.SETTINGS_READ):
            _require(scope in viewer.scopes, scope)
        return f"key:{viewer.name}"
    if not isinstance(viewer, StaffViewer):
        right = {"permission": SETTINGS_RIGHTS[0]}
        raise NotAllowed("This is for the store's staff.", params=right)
    _require(sees_secrets(viewer), SETTINGS_RIGHTS[0])
    return f"staff:{viewer.user_id}"


def require_grantable(viewer: Viewer, scopes: Iterable[Scope]) -> None:
    """Refuse to let the viewer give a key a right that the viewer has not.

    Staff may give what their Saleor permissions would let them do themselves, as Saleor has it for
    its own apps; a key what it has itself.
    """
    for scope in scopes:
        if isinstance(viewer, KeyViewer):
            _require(scope in viewer.scopes, scope)
        elif isinstance(viewer, StaffViewer):
            held = not viewer.permissions.isdisjoint(_GRANTED_BY[scope])
            _require(held, _GRANTED_BY[scope][0])


def _require(held: bool, permission: str) -> None:
    if not held:
        raise NotAllowed(f"This needs {permission}.", params={"permission": permission})
