"""What is generated of the settings fits them."""

from django.core.management import call_command


def test_generated_lists_of_settings_are_up_to_date() -> None:
    call_command("write_settings_docs", "--check")
