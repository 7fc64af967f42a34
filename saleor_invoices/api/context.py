"""What a resolver knows of its request: who asks, and what was already loaded for it."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from django.http import HttpRequest, HttpResponse
from strawberry.types import Info as StrawberryInfo

from saleor_invoices.api.auth import resolve_viewer
from saleor_invoices.desk.selectors.people import actor_name, staff_names
from saleor_invoices.desk.services.staff_see import staff_see
from saleor_invoices.domain.errors import AppError
from saleor_invoices.invoices.selectors.viewers import StaffViewer, Viewer, sees_workings


@dataclass
class Context:
    """One request's context."""

    request: HttpRequest
    response: HttpResponse
    templates: int = 0  # merchants' templates that the request had checked, which takes seconds

    @property
    def viewer(self) -> Viewer:
        """Who asks, verified once a request.

        Raises ``NotAllowed`` UNAUTHENTICATED without credentials and ``Unverified`` for bad ones.
        """
        viewer = self._viewer
        if isinstance(viewer, AppError):
            raise viewer
        return viewer

    @cached_property
    def _viewer(self) -> Viewer | AppError:
        try:
            return resolve_viewer(self.request.headers)
        except AppError as error:
            return error

    def see_staff(self) -> None:
        """Keep the name of who asks, if they are staff: before they do a thing that bears it."""
        viewer = self._viewer
        if isinstance(viewer, StaffViewer):
            staff_see(installation=viewer.installation, user_id=viewer.user_id, email=viewer.email)

    def actor_name(self, actor: str) -> str:
        """Who did something, for people to read; only staff are told the names of staff."""
        return actor_name(actor, self._names) if sees_workings(self.viewer) else ""

    @cached_property
    def _names(self) -> Mapping[str, str]:
        return staff_names(installation=self.viewer.installation)


Info = StrawberryInfo[Context, None]
