"""The catalogues of words say the same in every language."""

from dataclasses import fields
from string import Formatter

import pytest

from saleor_invoices.documents.labels import LANGUAGES, Labels, labels_for
from saleor_invoices.documents.labels.en import LABELS as ENGLISH
from saleor_invoices.domain.codes import DocumentKind, VatCategory
from saleor_invoices.domain.errors import InvalidInput
from saleor_invoices.domain.profile import DocumentProfile


def _texts(labels: Labels) -> dict[str, str]:
    texts = {}
    for field in fields(labels):
        value = getattr(labels, field.name)
        if isinstance(value, str):
            texts[field.name] = value
        else:
            texts |= {f"{field.name}.{key}": text for key, text in value.items()}
    return texts


def _placeholders(text: str) -> set[str | None]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("language", LANGUAGES)
def test_catalogue_has_every_text(language: str) -> None:
    texts = _texts(labels_for(language))
    assert texts.keys() == _texts(ENGLISH).keys()
    assert [name for name, text in texts.items() if not text.strip()] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_placeholders_are_known_in_every_language(language: str) -> None:
    for name, text in _texts(labels_for(language)).items():
        english = _placeholders(_texts(ENGLISH)[name])
        assert _placeholders(text) - {"tax"} == english - {"tax"}, name


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_and_every_untaxed_category_has_words(language: str) -> None:
    labels = labels_for(language)
    assert labels.titles.keys() == set(DocumentKind)
    assert labels.categories.keys() == set(VatCategory) - {VatCategory.STANDARD}
    untaxed = {"E", "AE", "K", "G", "O"}
    assert {str(category) for category in labels.exemptions} == untaxed


def test_templates_speak_every_language_that_orders_may_have() -> None:
    spoken = {field.name: field.default for field in fields(DocumentProfile)}["languages"]
    assert isinstance(spoken, tuple)
    assert set(spoken) <= set(LANGUAGES)


def test_swiss_german_has_its_own_name_of_the_tax() -> None:
    swiss = labels_for("de", "CH")
    assert (swiss.tax_names["VAT"], swiss.titles) == ("MWST", labels_for("de").titles)
    assert "MWST" in swiss.vat_id
    assert labels_for("de", "LI") is swiss
    assert labels_for("de", "AT") is labels_for("de")
    assert labels_for("fr", "CH") is labels_for("fr")


@pytest.mark.parametrize("language", ["de", "DE", "de-AT", "de_CH"])
def test_region_makes_no_difference(language: str) -> None:
    assert labels_for(language) is labels_for("de")


@pytest.mark.parametrize("language", ["", "sv", "x"])
def test_unknown_language_is_refused_with_the_known_ones(language: str) -> None:
    with pytest.raises(InvalidInput, match="en, de, fr, pl, es, it, nl, ja, zh, ar, he") as caught:
        labels_for(language)
    assert caught.value.code == "LANGUAGE_UNSUPPORTED"
