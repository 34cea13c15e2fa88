"""Many items through one function, on as many processes as are worth starting."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor
from typing import TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")
Progress = Callable[[object, int, int], None]  # the item, its number from 1, how many there are

PARALLEL_FROM = 8  # items; below that, starting processes costs more than it saves
CHUNK = 4  # items sent to a process at a time


def mapped(
    function: Callable[[Item], Result],
    items: Sequence[Item],
    workers: int | None = None,
    progress: Progress | None = None,
) -> list[Result]:
    """The results in the order of the items, whatever the number of workers (default: one a core).

    ``function``, items and results travel between processes, so they must be picklable.
    """
    count = workers if workers is not None else min(os.cpu_count() or 1, len(items))
    if count <= 1 or len(items) < PARALLEL_FROM:
        return list(_watched(map(function, items), items, progress))
    with ProcessPoolExecutor(count) as pool:
        return list(_watched(over(pool, function, items), items, progress))


def over(
    executor: Executor, function: Callable[[Item], Result], items: Sequence[Item]
) -> Iterator[Result]:
    """The same on any executor of the standard interface."""
    return executor.map(function, items, chunksize=CHUNK)


def _watched(
    results: Iterable[Result], items: Sequence[Item], progress: Progress | None
) -> Iterator[Result]:
    for number, (item, result) in enumerate(zip(items, results, strict=True), start=1):
        if progress:
            progress(item, number, len(items))
        yield result
