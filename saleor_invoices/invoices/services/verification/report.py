"""What a verification says."""

from dataclasses import dataclass, field

BATCH = 500
"""Rows that are read at a time, so that a large ledger needs little memory."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One place where the ledger does not hold. ``number`` is a document's, or an order's."""

    code: str
    series: str = ""
    number: str = ""
    detail: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """The hash at which a series stands. Kept elsewhere, it fixes all that came before."""

    store: str
    series: str
    chain_length: int
    chain_head: str


@dataclass(slots=True, kw_only=True)
class LedgerReport:
    """What was looked at and what was found; ``ok`` when nothing was."""

    series: int = 0
    documents: int = 0
    erased: int = 0
    credit_notes: int = 0
    movements: int = 0
    files: int = 0
    heads: list[Head] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)

    @property
    def ok(self) -> bool:
        """Whether everything holds."""
        return not self.faults

    def count(self, *codes: str) -> int:
        """How many faults have one of the codes."""
        return sum(fault.code in codes for fault in self.faults)
