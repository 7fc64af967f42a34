"""What staff keep, over the API: the operations of notes and links, and the staff who use them."""

from tests.api.conftest import Headers, World, bearer
from tests.plugins import factories

VIEWER = "{ salesViewer { userId email mayWork mayHandleMoney maySet mayReadSettings } }"
NOTE = "id text pinned author authorName createdAt editedAt mine"
ADD = f"""mutation ($id: ID!, $text: String! = "Call them", $pinned: Boolean! = false) {{
  staffNoteAdd(documentId: $id, text: $text, pinned: $pinned) {{
    note {{ {NOTE} }} document {{ staffNotes {{ text }} }} }} }}"""
UPDATE = f"""mutation ($id: ID!, $text: String, $pinned: Boolean) {{
  staffNoteUpdate(id: $id, text: $text, pinned: $pinned) {{ note {{ {NOTE} }}
    document {{ id }} }} }}"""
REMOVE = "mutation ($id: ID!) { staffNoteDelete(id: $id) { deleted document { number } } }"
COPY = """mutation ($id: ID!) { invoiceLinkCopy(id: $id) {
  link { url opensUntil opensItself } document { customerLink { url opensItself } } } }"""


def staff_of(world: World) -> dict[str, Headers]:
    """Everyone, and anna, who works beside alice, and amy, who may set things up."""

    def staff(user: str, *rights: str) -> Headers:
        token = factories.staff_token(
            world.store, user=user, rights=rights, email=f"{user}@example.com"
        )
        return bearer(token, world.store)

    return {
        **world.people,
        "alice": staff("alice", "MANAGE_ORDERS"),
        "anna": staff("anna", "MANAGE_ORDERS", "HANDLE_PAYMENTS"),
        "amy": staff("amy", "MANAGE_APPS"),
    }
