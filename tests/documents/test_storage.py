"""Finished files: written once, whole or not at all, checked when read."""

import hashlib
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest
from django.core.files.storage import storages
from django.test import override_settings

from saleor_invoices.documents.storage import (
    FileCorrupt,
    StoredFile,
    document_key,
    open_verified,
    store,
)
from saleor_invoices.domain.errors import Conflict, NotFound

KEY = "store/2026/document/invoice-v1.pdf"
LOCAL = "django.core.files.storage.FileSystemStorage"
MEMORY = "django.core.files.storage.InMemoryStorage"


@pytest.fixture(params=[LOCAL, MEMORY], ids=["folder", "object store"])
def folder(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Path]:
    options = {"location": str(tmp_path)} if request.param == LOCAL else {}
    with override_settings(STORAGES={"documents": {"BACKEND": request.param, "OPTIONS": options}}):
        yield tmp_path


def _files() -> list[str]:
    def walk(path: str) -> list[str]:
        folders, files = storages["documents"].listdir(path)
        below = [name for folder in folders for name in walk(f"{path}/{folder}".lstrip("/"))]
        return [f"{path}/{name}".lstrip("/") for name in files] + below

    return walk("")


def test_key_holds_store_year_document_kind_and_template() -> None:
    key = document_key(
        installation=UUID(int=1),
        on=date(2026, 1, 31),
        document=UUID(int=2),
        kind="invoice",
        template_version=3,
    )
    assert key == (
        "00000000-0000-0000-0000-000000000001/2026/"
        "00000000-0000-0000-0000-000000000002/invoice-v3.pdf"
    )


@pytest.mark.usefixtures("folder")
def test_stored_file_is_read_back() -> None:
    digest = hashlib.sha256(b"pdf").hexdigest()
    assert store(KEY, b"pdf") == StoredFile(key=KEY, sha256=digest, size=3)
    assert open_verified(KEY, digest) == b"pdf"
    assert _files() == [KEY]


@pytest.mark.usefixtures("folder")
def test_same_content_again_writes_nothing() -> None:
    store(KEY, b"pdf")
    written = storages["documents"].get_modified_time(KEY)
    assert store(KEY, b"pdf").key == KEY
    assert storages["documents"].get_modified_time(KEY) == written
    assert _files() == [KEY]


@pytest.mark.usefixtures("folder")
def test_other_content_under_the_same_key_is_refused() -> None:
    stored = store(KEY, b"pdf")
    with pytest.raises(Conflict) as caught:
        store(KEY, b"other")
    assert caught.value.code == "FILE_EXISTS"
    assert open_verified(KEY, stored.sha256) == b"pdf"


@pytest.mark.parametrize("folder", [LOCAL], indirect=True)
def test_half_a_file_is_replaced_where_no_record_refers_to_it(folder: Path) -> None:
    store(KEY, b"half")
    stored = store(KEY, b"whole file", replace=True)
    assert open_verified(KEY, stored.sha256) == b"whole file"
    assert _files() == [KEY]


@pytest.mark.usefixtures("folder")
def test_changed_file_is_not_given_out() -> None:
    stored = store(KEY, b"pdf")
    storages["documents"].delete(KEY)
    store(KEY, b"forged")
    with pytest.raises(FileCorrupt) as caught:
        open_verified(KEY, stored.sha256)
    assert caught.value.params == {"key": KEY}


@pytest.mark.usefixtures("folder")
def test_missing_file_is_a_clear_error() -> None:
    with pytest.raises(NotFound) as caught:
        open_verified(KEY, "0" * 64)
    assert caught.value.code == "FILE_MISSING"


@pytest.mark.parametrize("folder", [LOCAL], indirect=True)
def test_workers_that_store_at_once_leave_one_whole_file(folder: Path) -> None:
    content = b"x" * 200_000
    with ThreadPoolExecutor(8) as pool:
        stored = list(pool.map(lambda _: store(KEY, content), range(32)))
    assert len(set(stored)) == 1
    assert open_verified(KEY, stored[0].sha256) == content
    assert [path.name for path in folder.rglob("*") if path.is_file()] == ["invoice-v1.pdf"]
