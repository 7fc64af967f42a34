"""Search text: the form in which texts are kept and looked for, so that accents don't matter."""

import unicodedata

# Letters that Unicode does not take apart into a base letter and a mark.
_LETTERS = str.maketrans(
    {
        "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ħ": "h",
        "\u0131": "i", "ŀ": "l", "ŋ": "n", "ŧ": "t",
    }
)  # fmt: skip


def normalise(text: str) -> str:
    """The text folded: compatibility forms resolved, no case, no accents, single spaces.

    ``normalise("  Wrocław ŻÓŁĆ ")`` is ``"wroclaw zolc"``. Folding what is folded already changes
    nothing.
    """
    if text.isascii():
        return " ".join(text.lower().split())
    apart = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(char for char in apart if not unicodedata.combining(char))
    # Once more: taking a letter apart can lay bare one that folds further.
    folded = unicodedata.normalize("NFKD", bare.casefold().translate(_LETTERS))
    return " ".join("".join(c for c in folded if not unicodedata.combining(c)).split())
