"""Settings as a merchant changes them: levels, refusals, conflicts, who may not."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from demo.stack import Stack
from tests.plugins.back_office import BackOffice

pytestmark = [pytest.mark.e2e, pytest.mark.xdist_group("stack"), pytest.mark.timeout(240)]
ORDERS_ONLY = ("orders@example.com", "orders")
ENDLESS = "{% for a in range(1000) %}" * 3 + "x" + "{% endfor %}" * 3
PNG = b"\x89PNG\r\n\x1a\n"


def settings(office: BackOffice, path: str) -> None:
    office.go(f"/settings/{path}")
    expect(office.app.get_by_role("heading", level=1, name="Settings")).to_be_visible()


def row(office: BackOffice, key: str) -> Locator:
    return office.app.locator(f"#setting-{key}")


def test_values_are_inherited_overridden_and_reset_and_saved_together(
    page: Page, stack: Stack
) -> None:
    office = BackOffice(page, stack)
    settings(office, "payment?channel=channel-jpy")
    days = row(office, "payment_terms_days")
    expect(days.get_by_text("Inherited from: The whole app")).to_be_visible()
    days.get_by_label("Days to pay").fill("30")
    expect(office.app.get_by_text("1 change is not saved")).to_be_visible()
    # Another matter at another level: both wait, and go out together.
    office.app.get_by_role("link", name="Storefront and links").click()
    office.app.get_by_label("Settings for").select_option("LEGAL_ENTITY:kuwait")
    links = row(office, "link_open_days")
    links.get_by_label("Days that a link opens").fill("0")
    expect(links.get_by_text("Please enter a whole number from 1 to 3650.")).to_be_visible()
    office.button("Save").click()
    expect(office.app.get_by_text("Nothing was saved.")).to_be_visible()
    links.get_by_label("Days that a link opens").fill("7")
    office.button("Save").click()
    office.told("Saved.")
    expect(office.app.get_by_text("changes are not saved")).to_have_count(0)
    settings(office, "payment?channel=channel-jpy")
    expect(days.get_by_label("Days to pay")).to_have_value("30")
    expect(days.get_by_text("Set here")).to_be_visible()
    days.get_by_role("button", name="Use the inherited value:").click()
    expect(days.get_by_label("Days to pay")).to_have_value("14")
    office.button("Save").click()
    office.told("Saved.")
    settings(office, "history")
    expect(office.app.get_by_role("cell", name=re.compile("Days to pay")).first).to_be_visible()
    expect(office.app.get_by_role("cell", name="You").first).to_be_visible()
    assert office.faults() == []


def test_what_someone_else_changed_meanwhile_is_seen_before_it_is_overwritten(
    page: Page, stack: Stack
) -> None:
    office = BackOffice(page, stack)
    settings(office, "taxes?seller=kuwait")
    name = row(office, "tax_name")
    name.get_by_label("Name of the tax").fill("Mine")
    theirs = stack.place.home / "theirs.toml"
    theirs.write_text(
        '[legal_entities.kuwait]\nname = "Sample Seller W.L.L."\ncountry = "KW"\n'
        '[legal_entities.kuwait.settings]\ntax_name = "Theirs"\n',
        encoding="utf-8",
    )
    stack.manage("configure_store", str(theirs), "--store", stack.place.api_url)
    office.button("Save").click()
    expect(name.get_by_text("Someone else changed this meanwhile.")).to_be_visible()
    expect(name.get_by_text("Theirs", exact=True)).to_be_visible()
    expect(name.get_by_label("Name of the tax")).to_have_value("Mine")
    name.get_by_role("button", name="Keep mine").click()
    # At the very moment of saving, too: the request is on its way when theirs arrives.
    held: list[Route] = []
    page.route(
        f"{stack.place.app_url}/graphql/",
        lambda route: (
            held.append(route)
            if "settingsUpdate" in (route.request.post_data or "")
            else route.continue_()
        ),
    )
    with page.expect_request(lambda asked: "settingsUpdate" in (asked.post_data or "")):
        office.button("Save").click()
    while not held:  # it is handed over while the browser is waited for
        page.wait_for_timeout(20)
    theirs.write_text(theirs.read_text("utf-8").replace("Theirs", "Quicker"), encoding="utf-8")
    stack.manage("configure_store", str(theirs), "--store", stack.place.api_url)
    held[0].continue_()
    page.unroute_all()
    expect(name.get_by_text("Quicker", exact=True)).to_be_visible()
    expect(name.get_by_label("Name of the tax")).to_have_value("Mine")
    name.get_by_role("button", name="Keep mine").click()
    office.button("Save").click()
    office.told("Saved.")


def test_leaving_asks_first_and_the_rules_of_the_api_stand_at_their_setting(
    page: Page, stack: Stack
) -> None:
    office = BackOffice(page, stack)
    settings(office, "einvoices?channel=channel-pln")
    transmission = row(office, "transmission")
    transmission.get_by_label("Send e-invoices").select_option("access_point")
    expect(row(office, "access_point_url")).to_be_visible()
    office.button("Save").click()
    expect(transmission.get_by_role("alert")).to_contain_text("access_point_url")
    office.app.get_by_role("link", name="Invoices", exact=True).first.click()
    expect(office.dialog).to_contain_text("Leave without saving?")
    office.dialog.get_by_role("button", name="Stay").click()
    office.button("Discard").click()
    expect(transmission.get_by_label("Send e-invoices")).to_have_value("none")


def test_a_template_that_never_ends_is_told_at_once_and_not_kept(page: Page, stack: Stack) -> None:
    office = BackOffice(page, stack)
    settings(office, "look?channel=channel-kwd")
    row(office, "template").get_by_label("Layout").select_option("html")
    source = row(office, "html_template")
    editor = source.get_by_role("textbox", name="Your own HTML")
    editor.click()
    page.keyboard.insert_text(f"<html>\n<body>\n{ENDLESS}\n</body></html>")
    expect(source.get_by_text("The template can't be used yet.")).to_be_visible(timeout=60_000)
    office.button("Save").click()
    expect(office.app.get_by_text("Nothing was saved.")).to_be_visible(timeout=60_000)
    expect(source.get_by_role("textbox", name="Your own HTML")).to_contain_text("range(1000)")
    office.button("Discard").click()


def test_a_logo_that_is_none_or_too_large_is_refused_in_words(
    page: Page, stack: Stack, tmp_path: Path
) -> None:
    office = BackOffice(page, stack)
    settings(office, "sellers/japan")
    choose = office.app.get_by_label("Choose a picture").and_(office.app.locator("input"))
    files = {"logo.svg": b"<svg/>", "large.png": PNG + b"0" * 350_000, "damaged.png": PNG + b"0"}
    words = ("is no PNG or JPEG picture", "is larger than 350 kB", "can't be used")
    for (name, content), told in zip(files.items(), words, strict=True):
        (tmp_path / name).write_bytes(content)
        choose.set_input_files(tmp_path / name)
        expect(office.app.get_by_role("alert")).to_contain_text(told)
    choose.set_input_files(Path(__file__).parents[3] / "saleor_invoices/web/static/logo.png")
    expect(office.app.get_by_role("img", name="Logo of Sample Seller K.K.")).to_have_count(2)
    office.app.get_by_role("button", name="Remove", exact=True).click()
    expect(office.app.get_by_role("img", name="Logo of Sample Seller K.K.")).to_have_count(0)


def test_a_key_is_shown_once_and_revoked(page: Page, stack: Stack) -> None:
    office = BackOffice(page, stack)
    settings(office, "keys")
    office.button("Create a key").click()
    office.dialog.get_by_label("Name").fill("Warehouse")
    office.dialog.get_by_label("Read documents").check()
    office.dialog.get_by_role("button", name="Create a key").click()
    token = office.dialog.locator("code").inner_text()
    assert len(token) > 20
    office.dialog.get_by_role("button", name="Done").click()
    expect(office.app.get_by_text(token)).to_have_count(0)
    office.button("Revoke Warehouse").click()
    office.dialog.get_by_role("button", name="Revoke").click()
    expect(office.app.get_by_role("cell", name="Revoked")).to_be_visible()


def test_policies_are_tried_on_past_orders_and_then_issued(page: Page, stack: Stack) -> None:
    stack.shop.place("usd_net")
    office = BackOffice(page, stack)
    settings(office, "issuing?channel=default-channel")
    policy = row(office, "issue_policy").get_by_label("When to invoice")
    policy.select_option("confirmed")
    office.button("Try").click()
    would = office.app.get_by_role("tab", name=re.compile("Would be issued"))
    expect(would).to_be_visible(timeout=60_000)
    office.app.get_by_role("button", name=re.compile("^Issue th")).click()
    office.dialog.get_by_role("button", name="Issue", exact=True).click()
    issued = office.app.get_by_role("tab", name=re.compile("^Issued"))
    expect(issued).to_be_visible(timeout=60_000)
    issued.click()
    expect(office.app.get_by_role("cell", name=re.compile(r"US-\d{6}")).first).to_be_visible()
    office.button("Discard").click()


def test_orders_staff_look_and_change_nothing_in_german_and_dark(page: Page, stack: Stack) -> None:
    office = BackOffice(page, stack, ORDERS_ONLY)
    settings(office, "payment?seller=germany")
    expect(office.app.get_by_label("IBAN or account number")).to_be_disabled()
    office.speak("de")
    office.shine("dark")
    expect(office.app.get_by_text("Sie können die Einstellungen ansehen.")).to_be_visible()
    expect(office.app.get_by_label("IBAN oder Kontonummer")).to_be_disabled()
    expect(row(office, "stripe_secret_key")).to_have_count(0)
    expect(office.button("Speichern")).to_have_count(0)
    assert office.faults() == []
