import hashlib
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from saleor_invoices.domain import chain
from saleor_invoices.domain.chain import Break, Entry
from saleor_invoices.domain.errors import InvalidInput

SALT = b"s" * chain.SALT_BYTES
FLIP = {"0": "1", "f": "0"}


def entries(count: int) -> list[Entry]:
    made: list[Entry] = []
    for position in range(1, count + 1):
        previous = made[-1].hash if made else chain.GENESIS
        number = f"INV-{position:05}"
        digest = chain.digest(f"snapshot {position}".encode(), SALT)
        own = chain.link(previous, digest, number, position)
        made.append(
            Entry(position=position, number=number, digest=digest, previous_hash=previous, hash=own)
        )
    return made


def test_a_digest_is_sha256_of_salt_and_snapshot() -> None:
    assert chain.digest(b"document", SALT) == hashlib.sha256(SALT + b"document").hexdigest()


def test_a_link_covers_hash_before_digest_position_and_number() -> None:
    digest = chain.digest(b"document", SALT)
    text = f"{chain.GENESIS}\n{digest}\n1\nINV-1"
    assert (
        chain.link(chain.GENESIS, digest, "INV-1", 1) == hashlib.sha256(text.encode()).hexdigest()
    )


@pytest.mark.parametrize("salt", [b"", b"short", SALT + b"x"])
def test_a_salt_of_another_length_is_refused(salt: bytes) -> None:
    with pytest.raises(InvalidInput) as refusal:
        chain.digest(b"document", salt)
    assert refusal.value.code == "SALT_INVALID"


@pytest.mark.parametrize("bad", ["", "0" * 63, "0" * 65, "G" * 64, "A" * 64, "0" * 63 + "\n"])
def test_what_is_no_hash_is_refused(bad: str) -> None:
    for hashes in ((bad, chain.GENESIS), (chain.GENESIS, bad)):
        with pytest.raises(InvalidInput) as refusal:
            chain.link(*hashes, "INV-1", 1)
        assert refusal.value.code == "HASH_INVALID"


def test_new_salts_differ() -> None:
    salts = {chain.new_salt() for _ in range(20)}
    assert len(salts) == 20
    assert {len(salt) for salt in salts} == {chain.SALT_BYTES}


@given(st.integers(0, 12))
def test_an_untouched_chain_has_no_break(count: int) -> None:
    assert list(chain.breaks(entries(count))) == []


def test_the_end_of_a_chain_verifies_after_the_entry_before_it() -> None:
    whole = entries(6)
    assert list(chain.breaks(whole[4:], after=whole[3])) == []
    assert [found.code for found in chain.breaks(whole[4:])] == ["POSITION", "PREVIOUS"]


@given(st.data(), st.integers(1, 8))
def test_every_change_of_a_document_is_found(data: st.DataObject, count: int) -> None:
    whole = entries(count)
    at = data.draw(st.integers(0, count - 1))
    entry = whole[at]
    changed = data.draw(
        st.sampled_from(
            [
                replace(entry, number=entry.number + "0"),
                replace(entry, digest=_flipped(entry.digest)),
                replace(entry, hash=_flipped(entry.hash)),
                replace(entry, previous_hash=_flipped(entry.previous_hash)),
                replace(entry, position=entry.position + 1),
            ]
        )
    )
    whole[at] = changed
    found = list(chain.breaks(whole))
    assert Break(code="HASH", position=changed.position, number=changed.number) in found


@given(st.data(), st.integers(3, 8))
def test_a_document_taken_out_or_doubled_is_found(data: st.DataObject, count: int) -> None:
    whole = entries(count)
    at = data.draw(st.integers(0, count - 2))
    doubled = whole[: at + 1] + whole[at:]
    assert [found.code for found in chain.breaks(doubled)][:2] == ["POSITION", "PREVIOUS"]
    del whole[at]
    assert [found.code for found in chain.breaks(whole)][:2] == ["POSITION", "PREVIOUS"]


def test_a_chain_forged_from_a_change_onward_no_longer_fits_its_end() -> None:
    whole = entries(5)
    digest = chain.digest(b"forged", SALT)
    own = chain.link(whole[1].hash, digest, whole[2].number, 3)
    whole[2] = replace(whole[2], digest=digest, hash=own)
    assert list(chain.breaks(whole)) == [Break(code="PREVIOUS", position=4, number="INV-00004")]


def test_what_is_no_hash_in_the_books_is_a_break_not_a_crash() -> None:
    entry = replace(entries(1)[0], digest="erased")
    assert [found.code for found in chain.breaks([entry])] == ["HASH"]


def _flipped(digest: str) -> str:
    return FLIP.get(digest[0], "f") + digest[1:]
