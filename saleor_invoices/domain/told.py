"""Money of an imported invoice that its source tells, and Saleor too: counted once.

What is first hand (a card that was charged here, a transfer that staff wrote down) was asked for
after all that had been told by then, so it comes on top; the source tells of it later, and that
counts for nothing more. Of what the source tells beyond it and what Saleor tells of the order the
larger counts. Amounts are in the smallest unit, each sum of one kind and not below zero.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """One kind of money of one document."""

    first_hand: int = 0
    beyond: int = 0  # what the source tells besides
    untold: int = 0  # what is first hand and the source has not told yet

    def counted(self, of_order: int) -> int:
        """What counts, where Saleor tells ``of_order`` of it."""
        return self.first_hand + max(self.beyond, of_order)


def telling(rows: Iterable[tuple[bool, int]]) -> Telling:
    """Of rows in the order of writing: whether the source told it, and how much."""
    first_hand = beyond = untold = 0
    for is_told, amount, adds in told_apart(rows):
        if is_told:
            untold -= amount - adds
            beyond += adds
        else:
            first_hand += adds
            untold = max(untold + adds, 0)
    return Telling(first_hand=first_hand, beyond=beyond, untold=untold)


def told_apart(rows: Iterable[tuple[bool, int]]) -> Iterator[tuple[bool, int, int]]:
    """The same rows, each with what it adds: nothing where the source tells what is known."""
    untold = 0
    for is_told, amount in rows:
        known = min(max(amount, 0), untold) if is_told else 0
        untold = untold - known if is_told else max(untold + amount, 0)
        yield is_told, amount, amount - known


@dataclass(slots=True, kw_only=True)
class Place:
    """An imported invoice of an order, and what of the order's money counts for it."""

    wants: int  # what is to be collected and is not first hand
    holds: int  # what is first hand
    credited: int
    told_in: int  # by its source, beyond what is first hand
    told_back: int
    came: int = field(default=0, init=False)
    went: int = field(default=0, init=False)
    disputed: int = field(default=0, init=False)

    @property
    def left(self) -> int:
        """What can still go back from it."""
        return max(self.holds + self.came - self.went - self.disputed, 0)


def share(places: Sequence[Place], *, came: int, went: int, disputed: int) -> None:
    """Give the order's money to its imported invoices, oldest first; what is too much stays.

    First to those whose source tells of it: the order and the sources then agree as far as they
    can, and all of them together count the larger sum.
    """
    rest = came
    told = [min(place.told_in, place.wants) for place in places]
    for limits in (told, [place.wants for place in places]):
        for place, limit in zip(places, limits, strict=True):
            part = min(rest, max(limit - place.came, 0))
            place.came += part
            rest -= part
    back = max(went - rest, 0)  # what counts for no invoice goes back first
    newest = list(reversed(places))
    for place in places:
        back -= _go_back(place, min(back, max(place.credited, place.told_back)))
    for place in newest:
        back -= _go_back(place, back)
    for place in newest:
        part = min(disputed, place.left)
        place.disputed += part
        disputed -= part


def _go_back(place: Place, amount: int) -> int:
    part = min(amount, place.left)
    place.went += part
    return part
