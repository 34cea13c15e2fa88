"""Numbers on lines of their own, as some publishers of opinions set them: one before each paragraph, from 1 up through
all writings, and one before each note at the end, anew for every writing.

The paragraphs' numbers are the publisher's and are dropped; a note's is its label.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.read.items import Item

if TYPE_CHECKING:
    from generator.model import SegmentRole

_SURE = 8  # so many numbers in a row are no chance
_LOST = 2  # so many numbers may be missing between two


def numbered(items: list[Item]) -> list[Item]:
    """The items with the numbers known for what they are.  Texts without such numbers are left alone."""
    numbers = {
        k: int(item.text)
        for k, item in enumerate(items)
        if item.role == "text"
        and item.text.isascii()
        and item.text.isdigit()
        and len(item.text) < 5
    }
    chain = _chain(numbers)
    if len(chain) < _SURE:
        return items
    paragraphs = set(chain)
    out: list[Item] = []
    label = 0  # of the last note
    k = 0
    while k < len(items):
        item = items[k]
        follower = items[k + 1] if k + 1 < len(items) and k + 1 not in numbers else None
        if k in paragraphs:
            item.role = "running-head"
        elif k in numbers and follower and numbers[k] in (1, *range(label + 1, label + 2 + _LOST)):
            label = numbers[k]
            # In the midst of the text it may number anything.
            out.append(_together(item, follower, "footnote" if k > chain[-1] else "text"))
            k += 2
            continue
        elif k > chain[-1] and out[-1].role in ("footnote", "continued"):
            item.role = "continued"
        out.append(item)
        k += 1
    return out


def _together(number: Item, body: Item, role: SegmentRole) -> Item:
    shift = len(number.text) + 1
    return Item(
        f"{number.text} {body.text}",
        role,
        number.text if role == "footnote" else None,
        [(s + shift, e + shift) for s, e in body.emphasis],
        [((s + shift, e + shift), h) for (s, e), h in body.links],
    )


def _chain(numbers: dict[int, int]) -> list[int]:
    """The places of the longest run that begins with 1 and counts on."""
    best: dict[int, tuple[int, int | None]] = {}  # number → length of the run, its place
    before: dict[int, int | None] = {}
    for place, number in numbers.items():
        back = max(
            (best[n] for n in range(number - 1, number - 2 - _LOST, -1) if n in best),
            key=lambda b: b[0],
            default=None,
        )
        if back is None and number != 1:
            continue
        length = 1 + (back[0] if back else 0)
        if number not in best or length > best[number][0]:
            best[number] = (length, place)
            before[place] = back[1] if back else None
    if not best:
        return []
    out: list[int] = []
    at = max(best.values(), key=lambda b: (b[0], -(b[1] or 0)))[1]
    while at is not None:
        out.append(at)
        at = before[at]
    return out[::-1]
