"""BCP 47 tags of languages, and which of the languages that we know they ask for."""

from collections.abc import Container, Iterable

ENGLISH = "en"


def language_among(known: Container[str], wanted: Iterable[str]) -> str:
    """The first tag whose primary subtag is known, as that subtag; else English."""
    for tag in wanted:
        primary = tag.replace("_", "-").split("-", maxsplit=1)[0].strip().lower()
        if primary in known:
            return primary
    return ENGLISH
