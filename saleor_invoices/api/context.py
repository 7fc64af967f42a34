"""What a resolver knows of its request: who asks, and what was already loaded for it."""

from dataclasses import dataclass
from functools import cached_property

from django.http import HttpRequest, HttpResponse
from strawberry.types import Info as StrawberryInfo

from saleor_invoices.api.auth import resolve_viewer
from saleor_invoices.domain.errors import AppError
from saleor_invoices.invoices.selectors.viewers import Viewer


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


Info = StrawberryInfo[Context, None]
