import pytest

from saleor_invoices.domain.errors import CannotIssue
from saleor_invoices.domain.findings import blocking, refuse_blocking, warning

WARNING = warning("ODD", "Odd.", remedy="Look.", amount=1)
FIRST = blocking("FIRST", "First.", remedy="Do this.", order="1001")
SECOND = blocking("SECOND", "Second.", remedy="Do that.")


def test_warnings_alone_let_the_issue_go_on() -> None:
    refuse_blocking([WARNING])
    assert not WARNING.is_blocking
    assert WARNING.params == {"amount": "1"}


def test_blocking_findings_refuse_together_under_the_first_code() -> None:
    with pytest.raises(CannotIssue) as refusal:
        refuse_blocking([WARNING, FIRST, SECOND])
    assert refusal.value.code == "FIRST"
    assert refusal.value.message == "First. Second."
    assert refusal.value.permanent
    assert refusal.value.params == {
        "order": "1001",
        "remedy": "Do this.",
        "findings": ["FIRST", "SECOND"],
    }
