"""What was wrong with documents, and what would be right, in the languages of the dashboard.

The words lie in JSON files, one a language, which the dashboard's pages read too.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from saleor_invoices.domain.languages import language_among

LANGUAGES = ("en", "de", "fr", "pl")
NAMES = {
    "reading": "imports.reading",
    "sheet": "imports.option.sheet",
    "encoding": "imports.option.encoding",
    "delimiter": "imports.option.delimiter",
    "decimalSign": "imports.option.decimalSign",
    "dateOrder": "imports.option.dateOrder",
    "policy": "imports.policy",
}
"""Of what can be set on the page of an import, as sentences name it."""
VARIANTS = (".at", "", ".bare")
"""Of a sentence, from the one that says most to the one that always fits."""
_FILES = Path(__file__).parent
_HOLE = re.compile(r"\{(\w+)\}")
_PLACE = re.compile(r"(?P<before>.* )?(?P<kind>row|rows|line) (?P<at>[\d-]+)")


@dataclass(frozen=True, slots=True)
class Words:
    """One language."""

    texts: Mapping[str, str]

    def say(self, key: str, otherwise: str) -> str:
        """The words of a key that is put together from data."""
        return self.texts.get(key, otherwise)

    def told(self, finding: Mapping[str, str]) -> tuple[str, str]:
        """What was wrong and what would be right; as it was kept where its code is not known."""
        code = finding.get("code", "")
        names = {name: self.texts[key] for name, key in NAMES.items()}
        values = {**finding, **names, "earlier": self.place(finding.get("earlier", ""))}
        wrong = self._whole(f"imports.finding.{code}", values)
        right = self._whole(f"imports.right.{code}", values)
        if wrong and right:
            return wrong, right
        return finding.get("message", ""), finding.get("remedy", "")

    def place(self, place: str) -> str:
        """Where a document stands in its file: ``row 7``, ``a.csv rows 7-9``."""
        found = _PLACE.fullmatch(place)
        if found is None:
            return place
        own = self.texts[f"imports.place.{found['kind']}"].replace("{at}", found["at"])
        return (found["before"] or "") + own

    def _whole(self, key: str, values: Mapping[str, str]) -> str:
        """The sentence that says most and of which every hole can be filled."""
        for variant in VARIANTS:
            text = self.texts.get(key + variant, "")
            if text and all(values.get(name) for name in _HOLE.findall(text)):
                return _HOLE.sub(lambda hole: values[hole[1]], text)
        return ""


def language_for(*wanted: str) -> str:
    """The first of the BCP 47 languages that there are words in; else English."""
    return language_among(LANGUAGES, wanted)


@cache
def words_for(language: str) -> Words:
    """The words of a language of ``LANGUAGES``."""
    return Words(json.loads((_FILES / f"{language}.json").read_text(encoding="utf-8")))
