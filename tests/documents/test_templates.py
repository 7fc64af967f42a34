"""Templates and fonts that can't be used are refused with the reason."""

from pathlib import Path

import pytest

from saleor_invoices.documents.port import FontsMissing, Template
from saleor_invoices.documents.typst_engine import TypstRenderer
from saleor_invoices.domain.errors import InvalidInput
from tests.documents import samples

SAMPLE = samples.sample_document(1)


@pytest.mark.parametrize(
    ("name", "version"), [("classic", 99), ("other", 1), ("../classic", 1), ("", 1)]
)
def test_unknown_template_is_refused(renderer: TypstRenderer, name: str, version: int) -> None:
    with pytest.raises(InvalidInput, match="There is no template") as caught:
        renderer.render(SAMPLE, Template(name=name, version=version))
    assert caught.value.code == "TEMPLATE_INVALID"


@pytest.mark.parametrize(
    "changes",
    [
        {"accent": "red"},
        {"accent": "#12345"},
        {"accent": '#123456") #panic("'},
        {"paper": "a3"},
        {"footer": ("x" * 601,)},
        {"fonts": ()},
    ],
)
def test_template_with_impossible_choices_is_refused(changes: dict) -> None:
    with pytest.raises(InvalidInput) as caught:
        Template(**changes)
    assert caught.value.code == "TEMPLATE_INVALID"
    assert caught.value.params == {"field": next(iter(changes))}


def test_missing_fonts_are_named_with_the_remedy(tmp_path: Path) -> None:
    with pytest.raises(FontsMissing, match="make env") as caught:
        TypstRenderer((tmp_path, tmp_path / "absent")).render(SAMPLE, Template())
    assert caught.value.params == {"family": "Noto Sans"}


def test_language_that_templates_do_not_speak_is_refused(renderer: TypstRenderer) -> None:
    with pytest.raises(InvalidInput) as caught:
        renderer.render(samples.sample_document(1, language="sv"), Template())
    assert caught.value.code == "LANGUAGE_UNSUPPORTED"
