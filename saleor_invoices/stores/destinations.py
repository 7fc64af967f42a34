"""Where a token may go: to the access point that it was entered for, and to no other.

Nobody can read a token that is set. Who could have it sent to an address of their own would read
it all the same, so a new address wants the token again.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

from saleor_invoices.domain.errors import AppError, InvalidInput
from saleor_invoices.stores.configuration import ValueInput
from saleor_invoices.stores.models import Installation
from saleor_invoices.stores.resolution import Resolution, StoreValues

URL, TOKEN = "access_point_url", "access_point_token"
_DECIDING = frozenset({URL, TOKEN, "legal_entity"})  # a channel's seller brings its own values


@contextmanager
def token_kept_to_itself(
    *, installation: Installation, changes: Iterable[ValueInput]
) -> Iterator[None]:
    """Refuse what is changed inside where it would send a token to another host than before.

    A token among ``changes`` may go anywhere. Raises ``InvalidInput`` ACCESS_POINT_TOKEN_NEEDED.
    """
    given = list(changes)
    if not any(change.key in _DECIDING for change in given):
        yield
        return
    before = _destinations(installation)
    yield
    known = {token for token, _ in before}
    entered = {change.value for change in given if change.key == TOKEN}
    new = _destinations(installation) - before
    if any(origin and token in known - entered for token, origin in new):
        raise InvalidInput(
            f"Enter {TOKEN} again: it was entered for another {URL}.",
            code="ACCESS_POINT_TOKEN_NEEDED",
            params={"field": TOKEN},
        )


def _destinations(installation: Installation) -> set[tuple[str, str]]:
    """Each token with the hosts that it is sent to now; "" where there is no address."""
    store = StoreValues(installation_id=installation.pk)
    places = [
        store.of_app(),
        *map(store.of_seller, store.sellers),
        *map(store.of_channel, store.channels),
    ]
    found = {(_token(place), _origin(str(place[URL]))) for place in places}
    return {(token, origin) for token, origin in found if token}


def _token(place: Resolution) -> str:
    try:
        return place.secret(TOKEN)
    except AppError:  # its key is gone: nobody can send it anywhere
        return ""


def _origin(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}".lower() if url else ""
