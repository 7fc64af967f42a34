"""What credit notes say by themselves."""

from decimal import Decimal

import pytest

from saleor_invoices.domain.credit_wording import credit_wording
from saleor_invoices.domain.profile import LANGUAGES


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_its_own_words(language: str) -> None:
    words = credit_wording(language)
    assert words.language == language
    line = words.part_of_rate.format(number="INV-1", rate=words.percent(Decimal("8.875")))
    assert "INV-1" in line
    assert "{" not in line
    assert words.order.format(number="1001") != "1001"


def test_a_rate_has_the_languages_spaces_and_all_its_decimals() -> None:
    assert credit_wording("de").percent(Decimal(19)) == "19\xa0%"
    assert credit_wording("de").percent(Decimal("8.875")) == "8,875\xa0%"
    assert credit_wording("en").percent(Decimal("8.875")) == "8.875%"


def test_an_unknown_language_is_english() -> None:
    assert credit_wording("xx-YY").language == "en"
