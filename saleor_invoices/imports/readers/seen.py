"""Which external ids of a file came before, and in which row: in little memory.

A set of a million texts takes hundreds of megabytes; here an id takes twelve bytes in a table of
open addresses. Two ids of one hash would be taken for one: with 64 bits and a million ids that
happens in one file of thirty million.
"""

from array import array

_FIRST_SIZE = 1 << 12


class Seen:
    """Ids with the row where each was first."""

    def __init__(self) -> None:
        self._hashes = array("Q", bytes(8 * _FIRST_SIZE))
        self._rows = array("L", bytes(array("L").itemsize * _FIRST_SIZE))
        self._count = 0

    def first(self, key: str, row: int) -> int:
        """The earlier row of the id, or 0 where it is new; then it is kept with this row."""
        wanted = hash(key) & 0xFFFF_FFFF_FFFF_FFFF or 1
        slot = self._slot(self._hashes, wanted)
        if self._hashes[slot]:
            return self._rows[slot]
        self._hashes[slot], self._rows[slot] = wanted, row
        self._count += 1
        if self._count * 3 > len(self._hashes) * 2:
            self._grow()
        return 0

    @staticmethod
    def _slot(hashes: "array[int]", wanted: int) -> int:
        mask = len(hashes) - 1
        slot = (wanted ^ (wanted >> 32)) & mask
        while hashes[slot] not in (0, wanted):
            slot = (slot + 1) & mask
        return slot

    def _grow(self) -> None:
        size = 2 * len(self._hashes)
        hashes = array("Q", bytes(8 * size))
        rows = array("L", bytes(self._rows.itemsize * size))
        for kept, row in zip(self._hashes, self._rows, strict=True):
            if kept:
                slot = self._slot(hashes, kept)
                hashes[slot], rows[slot] = kept, row
        self._hashes, self._rows = hashes, rows
