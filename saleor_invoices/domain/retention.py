"""How long a document must be kept before the law lets it be erased.

The table names for each country the years, the day they are counted from, the law, and the issue
dates it holds for. It was read in November 2026; a country that is not in it has ``DEFAULT``. Where
two laws ask for different times (commercial and tax law), the longer one is here. Longer times that
hang on what was sold (real estate), or on a tax case that is still open, no table can know: that is
what the setting ``retention_years`` is for.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Start(StrEnum):
    """What the years are counted from. Both ends fall on 31 December."""

    END_OF_YEAR = "end_of_year"  # of the year of issue
    END_OF_NEXT_YEAR = "end_of_next_year"  # the year's last tax falls due in the one after


@dataclass(frozen=True, slots=True, kw_only=True)
class RetentionRule:
    """One country's rule for documents issued on ``since`` or later, until a newer rule."""

    years: int
    law: str
    start: Start = Start.END_OF_YEAR
    since: date = date.min


DEFAULT = RetentionRule(years=10, law="no rule known: the longest time that is common")

RULES: dict[str, tuple[RetentionRule, ...]] = {
    "AT": (RetentionRule(years=7, law="§ 132 Abs. 1 BAO"),),
    "BE": (
        RetentionRule(years=7, law="art. 60 Code de la TVA / WBTW, before 2023"),
        RetentionRule(
            years=10,
            law="art. 60 and 81bis Code de la TVA / WBTW, as of the law of 21 November 2022",
            since=date(2023, 1, 1),
        ),
    ),
    "CH": (RetentionRule(years=10, law="Art. 958f OR, Art. 70 MWSTG"),),
    "CZ": (RetentionRule(years=10, law="§ 35 zákona č. 235/2004 Sb."),),
    # Art. 97 § 19a EGAO: eight years also for what was still to be kept on 1 January 2025.
    "DE": (
        RetentionRule(
            years=8,
            law="§ 147 Abs. 3 AO, § 14b Abs. 1 UStG, § 257 Abs. 4 HGB as of BEG IV"
            " (BGBl. 2024 I Nr. 323)",
        ),
    ),
    "DK": (RetentionRule(years=5, law="bogføringsloven § 12"),),
    "EE": (RetentionRule(years=7, law="raamatupidamise seadus § 12"),),
    "ES": (RetentionRule(years=6, law="art. 30 Código de Comercio; 4 in art. 66 LGT"),),
    "FI": (RetentionRule(years=6, law="kirjanpitolaki 2:10 §"),),
    "FR": (RetentionRule(years=10, law="art. L123-22 Code de commerce; 6 in art. L102 B LPF"),),
    "GB": (RetentionRule(years=6, law="VATA 1994 sch. 11 para. 6, VAT Notice 700/21"),),
    "HR": (RetentionRule(years=11, law="čl. 14 Zakona o računovodstvu"),),
    "HU": (RetentionRule(years=8, law="2000. évi C. törvény 169. §"),),
    "IE": (RetentionRule(years=6, law="s. 84 VAT Consolidation Act 2010"),),
    "IT": (RetentionRule(years=10, law="art. 2220 Codice civile"),),
    "LU": (RetentionRule(years=10, law="art. 16 Code de commerce, art. 65 loi TVA"),),
    "NL": (RetentionRule(years=7, law="art. 52 lid 4 AWR"),),
    "NO": (RetentionRule(years=5, law="bokføringsloven § 13"),),
    # Five years from the end of the year in which the tax fell due: VAT of December, and the income
    # tax of the whole year, fall due in the next one.
    "PL": (
        RetentionRule(
            years=5,
            law="art. 112 ustawy o VAT, art. 70 § 1 and 86 § 1 Ordynacji podatkowej",
            start=Start.END_OF_NEXT_YEAR,
        ),
    ),
    "PT": (RetentionRule(years=10, law="art. 52.º CIVA, art. 19.º DL 28/2019"),),
    "SE": (RetentionRule(years=7, law="7 kap. 2 § bokföringslagen"),),
    "SI": (RetentionRule(years=10, law="86. člen ZDDV-1"),),
    "SK": (RetentionRule(years=10, law="§ 76 zákona č. 222/2004 Z. z."),),
}


def retention_rule(country: str, issue_date: date) -> RetentionRule:
    """The rule for a document that a seller in ``country`` (ISO code) issued on that day."""
    rules = RULES.get(country.strip().upper(), (DEFAULT,))
    return max((rule for rule in rules if rule.since <= issue_date), key=lambda rule: rule.since)


def retained_until(country: str, issue_date: date, years_override: int = 0) -> date:
    """The last day on which the document must still be kept; from the next one it may be erased.

    ``years_override`` makes the time longer, never shorter than the law's: the higher one holds.
    """
    rule = retention_rule(country, issue_date)
    first = issue_date.year + (1 if rule.start is Start.END_OF_NEXT_YEAR else 0)
    year = max(first + rule.years, issue_date.year + years_override)
    return date(min(year, date.max.year), 12, 31)


def last_erasable_day(country: str, today: date, years_override: int = 0) -> date | None:
    """The newest issue date whose time has run out: what is older may be erased as well.

    Years are whole, since every rule counts from the end of one. None before any can be over.
    """
    for year in range(today.year - 1, max(today.year - 200, date.min.year), -1):
        day = date(year, 12, 31)
        if retained_until(country, day, years_override) < today:
            return day
    return None
