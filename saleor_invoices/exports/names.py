"""Names of the files in an archive: each once, a document's PDF and XML alike."""

import re


class Stems:
    """The names, without suffix, that an archive has."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def free(self, wanted: str) -> str:
        """A name that no other document has: two sellers may use the same number."""
        found, number = wanted, 1
        while found.casefold() in self._taken:  # some file systems don't tell cases apart
            number += 1
            found = f"{wanted}-{number}"
        self._taken.add(found.casefold())
        return found


def stem_of(number: str) -> str:
    """A document's number as every file system takes it; empty where nothing is left of it."""
    return re.sub(r"[^\w.-]+", "-", number).strip("-.")[:100]
