"""Where a page of any list lies."""

from strawberry.federation import type as federated_type


@federated_type(description="Where a page lies among all.", shareable=True)
class PageInfo:
    has_next_page: bool
    has_previous_page: bool
    start_cursor: str | None
    end_cursor: str | None
