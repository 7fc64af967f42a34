"""Who calls: a staff member, a customer, an app, an app on a person's behalf, or nobody."""

from dataclasses import dataclass, field
from typing import Any

from .app_model import App
from .model import User
from .state import State


@dataclass
class Context:
    state: State
    user: User | None = None
    app: App | None = None
    permissions: frozenset[str] = field(default_factory=frozenset)

    def may(self, *wanted: str) -> bool:
        return any(self._holds(name) for name in wanted)

    def _holds(self, name: str) -> bool:
        if name == "AUTHENTICATED_APP":
            return self.app is not None
        if name == "AUTHENTICATED_STAFF_USER":
            return self.user is not None and self.user.is_staff
        return name in self.permissions

    @property
    def principal(self) -> Any:
        return self.app or self.user


def bearer(headers: Any) -> str:
    token = headers.get("authorization-bearer", "")
    scheme, _, value = headers.get("authorization", "").partition(" ")
    return token or (value if scheme.lower() in ("bearer", "jwt") else "")


def context_of(state: State, token: str) -> Context:
    """The caller behind a token; a JWT that doesn't hold raises `jwt.PyJWTError`.

    An unknown app token is nobody, exactly as in Saleor: the fields then refuse.
    """
    if token.count(".") != 2:
        app = state.app_by_token(token) if token else None
        return Context(state, app=app, permissions=frozenset(app.permissions if app else ()))
    claims = state.keys.read_token(token, state.settings.api_url)
    user = state.find(claims.get("user_id"), "User")
    if claims["type"] not in ("access", "thirdparty") or not user or not user.is_active:
        return Context(state)
    held = set(user.permissions)
    if claims["type"] == "thirdparty":
        held &= set(claims.get("permissions", ()))
    return Context(state, user=user, permissions=frozenset(held))
