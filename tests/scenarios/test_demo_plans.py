"""The plans of the demo: readable, and with everything in them that the app has to do."""

from collections import Counter

import pytest

from demo.plans import IN_THE_APP, LEFT_OUT, PLANS, STEPS, WAVES, Plan, Wave
from demo.samples import SAMPLES
from tests.plugins.sandbox import Sandbox


def test_a_wave_is_steps_and_what_they_make() -> None:
    wave = Wave.of("pay refund_10 refund -> invoice credit_note credit_note")
    assert wave.steps == ("pay", "refund_10", "refund")
    assert wave.makes == Counter(invoice=1, credit_note=2)
    assert Wave.of("cancel") == Wave(("cancel",), Counter())
    assert Wave.of("-> invoice") == Wave((), Counter(invoice=1))
    with pytest.raises(ValueError, match="creditnote"):
        Wave.of("refund -> creditnote")


def test_expectations_are_summed_up_to_a_wave() -> None:
    plan = Plan("jpy", "-> invoice", "request", "cancel request -> credit_note")
    assert [plan.makes(count) for count in range(4)] == [
        Counter(),
        Counter(invoice=1),
        Counter(invoice=1),
        Counter(invoice=1, credit_note=1),
    ]
    assert [plan.shown(count) for count in (1, 2, 3)] == [1, 1, 2]
    assert [plan.count("request", count) for count in (1, 2, 3)] == [0, 1, 2]
    assert (plan.wave(3), plan.wave(4)) == (("cancel", "request"), ())


def test_the_plans_cover_every_kind_and_enough_orders(sandbox: Sandbox) -> None:
    kinds = set(sandbox.control("kinds")["kinds"])
    assert {plan.kind for plan in PLANS} == kinds
    assert {plan.kind for plan in SAMPLES} == kinds
    assert sum(plan.orders for plan in PLANS) >= 25
    assert any(plan.count("request") >= 2 for plan in PLANS)
    assert any(not plan.makes() for plan in PLANS)
    assert WAVES == 3


def happens(*steps: str, kind: str = "") -> bool:
    """Whether a plan, perhaps of one kind, has these steps in a row within one wave."""
    return any(
        wave.steps[place : place + len(steps)] == steps
        for plan in PLANS
        if kind in ("", plan.kind)
        for wave in plan.waves
        for place in range(len(wave.steps))
    )


@pytest.mark.parametrize(
    "steps",
    [
        ("refund",),
        ("refund_10", "refund"),
        ("refund_shipping",),
        ("return_last",),
        ("return_two",),
        ("pay_legacy",),
        ("cancel",),
        ("cancel", "refund"),
        ("refund", "cancel"),
        ("change", "correct"),
        ("collect",),
        ("proforma",),
        ("record_payment",),
        ("chargeback",),
        ("to_authority", "pay"),
    ],
)
def test_everything_that_makes_documents_happens(steps: tuple[str, ...]) -> None:
    assert happens(*steps)


def test_documents_that_need_an_einvoice_and_that_can_have_none_are_both_there() -> None:
    kinds = {plan.kind for plan in PLANS if plan.makes()}
    assert set(LEFT_OUT) < kinds
    for kind in ("reverse_charge", "exempt_sale", "export_outside_eu", "eur_business_vat_id"):
        assert kind in kinds - set(LEFT_OUT)
    credited = {plan.kind for plan in PLANS if plan.makes()["credit_note"]}
    assert credited >= {"collective", "jpy", "kwd", "reverse_charge", "exempt_sale"}
    assert any(plan.makes()["invoice"] > 1 for plan in PLANS if plan.kind == "parcels")


def test_every_step_is_known(sandbox: Sandbox) -> None:
    """A step that the sandbox does not have would only be found by running the whole demo."""
    own = {"request", *IN_THE_APP}
    used = {step for plan in (*PLANS, *SAMPLES) for wave in plan.waves for step in wave.steps}
    names = {STEPS.get(step, (step, {}))[0] for step in used - own}
    place = sandbox.place("usd_net")
    for name in sorted(names):
        answer = sandbox.http.post(f"/control/orders/{place['id']}/{name}", json={})
        assert "or no step" not in answer.text, name
    answer = sandbox.http.post(f"/control/orders/{place['id']}/nothing", json={})
    assert "or no step" in answer.text
