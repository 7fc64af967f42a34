"""What no font can print is printed as a mark, and the merchant is told."""

from dataclasses import replace

import pytest

from saleor_invoices.invoices.models import Problem
from saleor_invoices.invoices.services.document_render import document_render
from saleor_invoices.invoices.services.problem import CHARACTERS_MISSING
from tests.plugins import factories

pytestmark = pytest.mark.django_db


def test_a_name_that_no_font_has_is_told_once_with_the_remedy() -> None:
    store = factories.installation()
    sample = factories.sample_document(number="INV-2026-00001")
    named = replace(sample, buyer=replace(sample.buyer, name="한국 Buyer"))
    document = factories.issued_document(factories.legal_entity(store), named, pdf=False)

    document_render(document=document)
    document_render(document=document)

    problem = Problem.objects.get(installation=store)
    assert problem.code == CHARACTERS_MISSING
    assert problem.subject == "store"
    assert set(problem.params["characters"]) == {"한", "국"}
    assert "FONT_DIRS" in problem.remedy
    assert problem.occurrences == 1


def test_a_name_that_the_fonts_have_is_no_problem() -> None:
    entity = factories.legal_entity(factories.installation())
    document = factories.issued_document(entity, pdf=False)

    document_render(document=document)

    assert not Problem.objects.exists()


def test_a_japanese_name_is_no_problem() -> None:
    sample = factories.sample_document(number="INV-2026-00001")
    named = replace(sample, buyer=replace(sample.buyer, name="東京の買い手"))
    entity = factories.legal_entity(factories.installation())

    document_render(document=factories.issued_document(entity, named, pdf=False))

    assert not Problem.objects.exists()
