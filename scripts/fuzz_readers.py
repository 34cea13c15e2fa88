"""Feed the readers with damaged files, for as long as you like.

    python scripts/fuzz_readers.py [--minutes 10] [--seed 1] [--dialect NAME ...] [FILE ...]

Each reader gets files of its own dialect (those named, and a few of the tests' and the site's), damaged at random: cut,
joined, bytes changed, stretches doubled, dropped or exchanged between files, signs of all formats thrown in.  What
comes out must be a ``ReadError`` with a code and advice, or a case in which every letter is accounted for, within
``SECONDS``.
A file that breaks this is written to the folder ``fuzz-findings``; put it, made small, among the tests.
"""

from __future__ import annotations

import argparse
import copy
import hashlib
import io
import json
import random
import signal
import sys
import time
import traceback
import zipfile
from collections import Counter
from pathlib import Path
from typing import Any

from lxml import etree

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from generator.conservation import check  # noqa: E402
from generator.convert import convert  # noqa: E402
from generator.errors import ReadError  # noqa: E402
from generator.model import CaseInfo  # noqa: E402
from generator.read import READERS, read_bytes  # noqa: E402
from generator.read.binary import binary_dialect  # noqa: E402

SECONDS = 10.0
LARGEST = 60_000  # bytes of a file that is damaged, so that many are tried
SIGNS: tuple[bytes, ...] = (
    b"\0", b"\xff", b"\xef\xbb\xbf", b"\f", b"\r", b"\n\n", b"\xc2\x85", b"[*12]", b" *13 ", b"**14", b"[1]",
    b"[^1]: ", b"n1 ", b"> ", b"# ", b"*", b"_", b"`", b"[", b"](", b"<", b"</", b">", b"&#0;", b"&e;", b"<!--",
    b"]]>", b"{\\rtf1", b"\\", b"{", b"}", b'"', b"- - - Footnotes - - -\n", b"JUSTICE KAGAN, dissenting.\n",
    b"OPINION BY: KAGAN\n", b"SYLLABUS\n", b"(Slip Opinion)\n", b"Cite as: 511 U. S. ____ (2018)  3\n",
    b"511 U.S. 298; 114 S. Ct. 1522\n", b"\xe2\x80\x94",
)  # fmt: skip


def damaged(data: bytes, others: list[bytes], dice: random.Random) -> bytes:
    """The file with one to six damages."""
    for _ in range(dice.randint(1, 6)):
        a, b = sorted(dice.randrange(len(data) + 1) for _ in range(2))
        b = min(b, a + dice.choice((1, 8, 200, 5_000)))
        other = dice.choice(others)
        c = dice.randrange(len(other) + 1)
        match dice.randrange(7):
            case 0:
                data = data[:b] if b > 20 else data
            case 1:
                data = data[:a] + data[b:]
            case 2:
                data = data[:b] + data[a:b] * dice.choice((1, 3, 50)) + data[b:]
            case 3:
                data = data[:a] + other[c : c + dice.choice((5, 100, 3_000))] + data[b:]
            case 4:
                data = data[:a] + dice.choice(SIGNS) * dice.choice((1, 1, 2, 40)) + data[a:]
            case 5:
                data = data[:a] + dice.randbytes(dice.randint(1, 4)) + data[b:]
            case _:
                data = data[:a] + data[a:b][::-1] + data[b:]
        data = data[: 4 * LARGEST]
    return data


def damaged_within(data: bytes, others: list[bytes], dice: random.Random) -> bytes:
    """The file damaged in what its wrapping holds, so that the reader gets past the wrapping.

    One part of a zip archive, one string of JSON, one element of XML; any other file as it comes.
    """
    try:
        if data.startswith(b"PK"):
            return _damaged_archive(data, others, dice)
        if data.lstrip()[:1] in (b"{", b"["):
            return _damaged_json(data, others, dice)
        if data.lstrip()[:1] == b"<":
            return _damaged_xml(data, others, dice)
    except (ValueError, OSError, zipfile.BadZipFile, etree.XMLSyntaxError):
        pass  # damaged before
    return damaged(data, others, dice)


def _damaged_archive(data: bytes, others: list[bytes], dice: random.Random) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    name = dice.choice(sorted(parts))
    parts[name] = damaged_within(parts[name], [*parts.values(), *others[:1]], dice)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for part, words in parts.items():
            archive.writestr(part, words)
    return out.getvalue()


def _damaged_json(data: bytes, others: list[bytes], dice: random.Random) -> bytes:
    whole = json.loads(data)
    places: list[tuple[Any, Any]] = []

    def walk(node: Any) -> None:
        for key, value in (
            list(node.items())
            if isinstance(node, dict)
            else list(enumerate(node))
            if isinstance(node, list)
            else []
        ):
            places.append((node, key))
            walk(value)

    walk(whole)
    if not places:
        return damaged(data, others, dice)
    node, key = dice.choice(places)
    # The long strings are the opinions: most of the damage goes there.
    long = [(n, k) for n, k in places if isinstance(n[k], str) and len(n[k]) > 500]
    if long and dice.random() < 0.7:
        node, key = dice.choice(long)
    value = node[key]
    if isinstance(value, str) and dice.random() < 0.9:
        within = damaged_within(value.encode("utf-8", "surrogatepass"), others, dice)
        node[key] = within.decode("utf-8", "replace")
    else:
        strange: tuple[Any, ...] = (
            None,
            0,
            -1,
            1e308,
            "",
            [],
            {},
            [[]],
            True,
            "x" * 999,
            {"html": "<p>"},
            [None],
        )
        node[key] = dice.choice(strange)
    return json.dumps(whole).encode()


def _damaged_xml(data: bytes, others: list[bytes], dice: random.Random) -> bytes:
    safe = {"resolve_entities": False, "no_network": True}
    html = b"<html" in data[:500].lower()
    root = etree.fromstring(
        data, etree.HTMLParser(no_network=True) if html else etree.XMLParser(**safe)
    )
    for _ in range(dice.randint(1, 3)):
        elements = [e for e in root.iter() if isinstance(e.tag, str)]
        one, other = dice.choice(elements), dice.choice(elements)
        try:
            match dice.randrange(6):
                case 0:
                    one.tag = other.tag
                case 1:
                    other.insert(0, copy.deepcopy(one))
                case 2 if one is not root:
                    one.drop_tree() if hasattr(one, "drop_tree") else one.getparent().remove(one)
                case 3:
                    one.attrib.update(other.attrib)
                case 4:
                    one.attrib.clear()
                case _:
                    words = damaged((one.text or "x").encode(), others, dice)
                    one.text = words.decode("utf-8", "replace")
        except ValueError:  # signs that no XML may hold, or an element put into itself
            continue
    written: bytes = etree.tostring(root, method="html" if html else "xml")
    return written


def _too_long(_number: int, _frame: object) -> None:
    raise TimeoutError("it hangs")


def problem_of(data: bytes, name: str, dialect: str | None) -> str | None:
    """What is wrong with the way a file was taken; ``None`` when nothing is."""
    signal.signal(signal.SIGALRM, _too_long)
    signal.alarm(int(6 * SECONDS))  # what hangs is a finding too
    start = time.process_time()
    try:
        source = read_bytes(data, name, dialect)
        case = convert(source, "doe-v-roe", CaseInfo())
        violation = check(source.text, case.blocks, case.clean.repairs)
        if violation:
            return f"conservation: {violation.what}"
    except ReadError as refusal:
        if not (refusal.code and refusal.advice):
            return "a refusal without code or advice"
    except Exception:
        return traceback.format_exc(limit=-3)
    finally:
        signal.alarm(0)
    spent = time.process_time() - start
    return f"it took {spent:.1f} s" if spent > SECONDS else None


def seeds(files: list[str]) -> dict[str, list[tuple[str, bytes]]]:
    """Files to damage, by the dialect that reads them."""
    from tests.read.pdf.alder import PDF
    from tests.read.slip.printed import SLIP
    from tests.read.test_rtf import OPINION
    from tests.read.word import made

    paths = [Path(f) for f in files]
    paths += sorted((ROOT / "site_src/opinions").glob("*/opinion.*"))
    paths += sorted((ROOT / "tests/fixtures").glob("*.*"))
    paths += sorted((ROOT / "tests/read").glob("*/*.*"))
    found = [
        (path.name, path.read_bytes()[:LARGEST] if path.suffix == ".txt" else path.read_bytes())
        for path in paths
    ]
    found.append(("opinion.rtf", OPINION.encode()))
    found += [("slip.txt", SLIP.encode()), ("slip.pdf", PDF)]
    found.append(("opinion.docx", made.zipped(made.parts())))
    found.append(
        (
            "opinion.md",
            b"JUSTICE KAGAN delivered the opinion.\n\n> *A* [b](c) *12 d[1]\n\n## NOTES\n\n[1] e\n",
        )
    )
    out: dict[str, list[tuple[str, bytes]]] = {}
    for name, data in found:
        if name.endswith(".py"):
            continue
        try:
            out.setdefault(read_bytes(data, name).dialect, []).append((name, data))
        except ReadError:
            continue
    return out


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--minutes", type=float, default=10.0, help="for each reader")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--dialect", action="append", choices=sorted(READERS))
    parser.add_argument("files", nargs="*")
    options = parser.parse_args()
    by_dialect = seeds(options.files)
    everything = [data for own in by_dialect.values() for _, data in own]
    failed = 0
    for dialect in options.dialect or sorted(READERS):
        dice = random.Random(f"{options.seed} {dialect}")
        own = by_dialect.get(dialect) or [(n, d) for d2 in by_dialect.values() for n, d in d2]
        problems: Counter[str] = Counter()
        count, end = 0, time.monotonic() + 60 * options.minutes
        while time.monotonic() < end:
            name, data = dice.choice(own)
            if dice.random() < 0.7:
                data = damaged_within(data, everything, dice)
            else:
                data = damaged(data, everything, dice)
            # Half of them by sniffing, as people's files come; half put before the reader whatever they are.
            binary = binary_dialect(data)
            forced = dialect if binary in (None, dialect) and dice.random() < 0.5 else None
            problem = problem_of(data, name, forced)
            count += 1
            if problem and not problems[problem]:
                folder = ROOT / "fuzz-findings"
                folder.mkdir(exist_ok=True)
                place = folder / f"{dialect}-{hashlib.sha256(data).hexdigest()[:12]}-{name}"
                place.write_bytes(data)
                print(f"{place} (dialect {forced or 'sniffed'}): {problem}")
            if problem:
                problems[problem] += 1
        failed += len(problems)
        print(
            f"{dialect:20s} {count:7d} files, {sum(problems.values())} problems of {len(problems)} kinds",
            flush=True,
        )
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
