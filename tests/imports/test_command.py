"""``manage.py import_invoices``."""

from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from saleor_invoices.imports.models import ImportJob, ImportMapping, ImportUpload
from saleor_invoices.imports.services import job_work
from saleor_invoices.invoices.models import SalesDocument
from saleor_invoices.stores.models import LegalEntity
from tests.imports.files import BROKEN, invoice, lines

pytestmark = pytest.mark.django_db


def run(entity: LegalEntity, path: Path, *more: str) -> int:
    """The exit code."""
    store = entity.installation.saleor_api_url
    try:
        call_command("import_invoices", str(path), "--store", store, "--source", "erp", *more)
    except CommandError as error:
        return error.returncode
    return 0


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A file of three good ones and a wrong one."""
    path = tmp_path / "erp.jsonl"
    path.write_bytes(lines([invoice(1), invoice(2), invoice(3, currency="XXY"), invoice(4)]))
    return path


def test_it_imports_tells_and_reports(
    entity: LegalEntity, file: Path, tmp_path: Path, capsys: Any
) -> None:
    report = tmp_path / "report.csv"
    assert run(entity, file, "--dry-run") == 1
    assert not SalesDocument.objects.exists()
    assert run(entity, file, "--report", str(report)) == 1
    assert SalesDocument.objects.count() == 3
    assert "4 documents: 3 created, 0 updated, 0 unchanged, 1 rejected." in capsys.readouterr().out
    assert report.read_text(encoding="utf-8-sig").splitlines()[1].startswith("3,line 3,ERP-3")
    assert ImportUpload.objects.count() == 1  # the dry run's file is the same
    assert run(entity, file) == 1
    assert ImportJob.objects.latest("pk").unchanged_count == 3


def test_nothing_wrong_is_zero_and_a_policy_is_followed(
    entity: LegalEntity, tmp_path: Path
) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(lines([invoice(1)]))
    assert run(entity, path) == 0
    path.write_bytes(lines([invoice(1, note="x")]))
    assert run(entity, path) == 1
    assert run(entity, path, "--policy", "new_version") == 0
    assert SalesDocument.objects.get().revision == 1


def test_it_goes_on_where_it_was(
    entity: LegalEntity, tmp_path: Path, capsys: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(job_work, "BATCH", 2)
    path = tmp_path / "a.jsonl"
    path.write_bytes(lines([invoice(1), invoice(2), BROKEN, invoice(3)]))
    assert run(entity, path) == 2
    assert run(entity, path) == 2
    assert "Going on after 2 documents." in capsys.readouterr().out
    assert ImportJob.objects.count() == 1
    assert SalesDocument.objects.count() == 2


def test_what_is_not_there_is_told(entity: LegalEntity, file: Path, tmp_path: Path) -> None:
    assert run(entity, tmp_path / "none.csv") == 2
    assert run(entity, file, "--legal-entity", "none") == 2
    assert run(entity, file, "--mapping", "none") == 2
    ImportMapping.objects.create(
        installation=entity.installation, name="ERP", options={"currency": "EUR"}, saved_by="x"
    )
    assert run(entity, file, "--mapping", "ERP") == 1
    with pytest.raises(CommandError):
        call_command("import_invoices", str(file), "--store", "https://none.example.com/graphql/")
