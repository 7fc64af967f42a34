"""What two tell of the same money counts once, for whatever they tell in whatever order."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from saleor_invoices.domain.told import Place, Telling, share, telling

amounts = st.integers(0, 1000)
rows = st.lists(st.tuples(st.booleans(), amounts), max_size=8)


@given(rows)
def test_the_source_s_word_on_what_is_first_hand_adds_nothing(said: list[tuple[bool, int]]) -> None:
    found = telling(said)
    again = telling([*said, (True, found.untold)])
    assert again.counted(0) == found.counted(0)
    assert again.untold == 0


@given(rows, amounts)
def test_it_is_never_less_than_what_any_of_them_tells(
    said: list[tuple[bool, int]], of_order: int
) -> None:
    counted = telling(said).counted(of_order)
    first_hand = sum(amount for is_told, amount in said if not is_told)
    assert counted >= first_hand + of_order
    assert counted >= sum(amount for is_told, amount in said if is_told)


@given(rows, amounts)
def test_it_is_never_more_than_all_of_it(said: list[tuple[bool, int]], of_order: int) -> None:
    assert telling(said).counted(of_order) <= sum(amount for _, amount in said) + of_order


@given(amounts, amounts)
def test_of_the_source_and_the_order_the_larger_counts(told: int, of_order: int) -> None:
    assert telling([(True, told)]).counted(of_order) == max(told, of_order)


def test_what_is_paid_here_comes_on_top_and_is_told_of_later() -> None:
    said = [(True, 50), (False, 50)]
    assert telling(said) == Telling(first_hand=50, beyond=50, untold=50)
    assert telling([*said, (True, 50)]) == Telling(first_hand=50, beyond=50, untold=0)
    assert telling([*said, (False, -50)]) == Telling(first_hand=0, beyond=50, untold=0)


places = st.builds(
    Place, wants=amounts, holds=st.just(0), credited=amounts, told_in=amounts, told_back=amounts
)


@given(st.lists(places, min_size=1, max_size=4), amounts, amounts, amounts)
def test_an_order_s_money_is_given_out_once(
    shared: list[Place], came: int, went: int, disputed: int
) -> None:
    share(shared, came=came, went=went, disputed=disputed)
    assert _sum(shared, "came") == min(came, _sum(shared, "wants"))
    assert _sum(shared, "went") <= went
    assert _sum(shared, "disputed") <= disputed
    assert all(place.came <= place.wants and place.left >= 0 for place in shared)


@given(st.lists(places, min_size=1, max_size=4), amounts)
def test_all_of_them_count_the_larger_sum_together(shared: list[Place], came: int) -> None:
    for place in shared:
        place.told_in = min(place.told_in, place.wants)
    share(shared, came=came, went=0, disputed=0)
    told = _sum(shared, "told_in")
    counted = sum(max(place.told_in, place.came) for place in shared)
    assert counted == max(told, min(came, _sum(shared, "wants")))


def _sum(shared: Sequence[Place], name: str) -> int:
    return sum(getattr(place, name) for place in shared)
