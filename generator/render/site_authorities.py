"""The tables of authorities of the whole site: every work that its opinions cite, and which of them cite it where.

One page a kind, and one a letter for cases where there are many; no page grows beyond ``PAGE_SIZE``, for one section of
a code may be cited by every opinion there is.  The record is left out: each case has its own.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from generator.render import escape
from generator.render.authorities import (
    GROUPS,
    addresses,
    by_authority,
    case_letters,
    natural,
    order,
    work_markdown,
)
from generator.render.citing import PlaceNames, case_markdown, counted, link_text, places_markdown
from generator.render.markdown import yaml_value
from generator.slugs import slugify

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    import jinja2

    from generator.corpus import Corpus
    from generator.model import Authority, Reference

OPINIONS = "../opinions/"
PAGE_SIZE = 160_000  # characters of Markdown; the HTML of such a page has some 250 KB
HEADED_FROM = 40  # cases on a page from which letters stand above them
MOST_CITED = 20  # works on the first page
LONGEST_GUIDE = 24  # characters
NO_LETTER = "Other"  # names that begin with no letter, and cases without a name
_STEMS = {"case": "cases", "work": "other", "constitution": "constitution"}


@dataclass(slots=True)
class _Work:
    """A work with a line of Markdown for each case that cites it, the newest first."""

    authority: Authority
    address: str | None = None
    lines: list[str] = field(default_factory=list)
    id: str = ""


@dataclass(frozen=True, slots=True)
class _Entry:
    """What one page shows of a work: its line, and lines below it.  ``guide`` is what a page that begins here is
    called by, as a dictionary has it in its running heads.
    """

    letter: str
    guide: str
    id: str
    head: str
    lines: tuple[str, ...]

    @property
    def size(self) -> int:
        """Characters of Markdown."""
        return len(self.head) + sum(len(line) + 7 for line in self.lines) + 3


@dataclass(frozen=True, slots=True)
class _Page:
    """One file.  ``section``: the letter whose cases it has, or the title of the kind; ``short``: its name there."""

    file: str
    section: str
    short: str
    entries: tuple[_Entry, ...]


@dataclass(frozen=True, slots=True)
class _Kind:
    title: str
    works: Sequence[_Work]
    pages: tuple[_Page, ...]

    def sections(self) -> dict[str, list[_Page]]:
        """The pages by letter, or all of them under the title."""
        out: dict[str, list[_Page]] = defaultdict(list)
        for page in self.pages:
            out[page.section].append(page)
        return out


def site_authorities_pages(corpus: Corpus, env: jinja2.Environment) -> dict[str, str]:
    """The files of ``docs/authorities/`` by name, ``index.md`` always among them."""
    works = _works(corpus)
    kinds = []
    for kind, title in GROUPS:
        own = sorted(
            (w for w in works if w.authority.kind == kind), key=lambda w: order(w.authority)
        )
        if own and kind != "record":
            kinds.append(_Kind(title, own, tuple(_pages(kind, title, own))))
    out = {"index.md": _index(kinds, env)}
    for group in kinds:
        for page in group.pages:
            out[page.file] = _page(page, group, kinds, env)
    return out


# ------------------------------------------------------------------------------------------------------ the works


def _works(corpus: Corpus) -> list[_Work]:
    """Every work that is cited, under one key, by whom and where."""
    known = _best(a for case in corpus.cases for a in case.authorities if a.kind != "record")
    same = _canonical(known)
    works = {key: _Work(known[key]) for key in known if same[key] == key}
    for case in corpus.by_date():
        names, links = PlaceNames(case), addresses(case, OPINIONS)
        cited: dict[str, list[Reference]] = defaultdict(list)
        for key, references in by_authority(case).items():
            if key in same:
                cited[same[key]] += references
                works[same[key]].address = works[same[key]].address or links.get(key)
        for key, references in cited.items():
            page = f"{OPINIONS}{case.slug}/index.md"
            places = places_markdown(names.of(references), page)
            works[key].lines.append(f"{case_markdown(case, page)}: {places}")
    own = {c.info.citation: f"{OPINIONS}{c.slug}/index.md" for c in corpus.cases if c.info.citation}
    ids: Counter[str] = Counter()
    for key in sorted(works):
        ids[slug := slugify(key)] += 1
        works[key].id = f"w-{slug}" + (f"--{ids[slug]}" if ids[slug] > 1 else "")
        works[key].address = own.get(key) or works[key].address
    return [work for work in works.values() if work.lines]


def _best(authorities: Iterable[Authority]) -> dict[str, Authority]:
    """Of what the cases know of each work, what says most."""
    out: dict[str, Authority] = {}
    for work in authorities:
        before = out.get(work.key)
        if before is None:
            out[work.key] = work
        elif before != work:
            fuller = max(before, work, key=lambda a: (_facts(a), repr(a)))
            parallel = tuple(sorted({*before.parallel, *work.parallel} - {work.key}))
            out[work.key] = replace(fuller, parallel=parallel)
    return out


def _facts(work: Authority) -> int:
    return sum(fact is not None for fact in (work.name, work.year, work.court, work.note))


def _canonical(known: Mapping[str, Authority]) -> dict[str, str]:
    """Each key's main one: a case that is cited here by one reporter and there by another is one work."""
    main = {key: key for key in known}
    for key in sorted(known):
        for other in known[key].parallel:
            if main.get(other) == other and main[key] == key and other != key:
                main[other] = key
    return {key: main[main[key]] for key in main}


# ------------------------------------------------------------------------------------------------------ the pages


def _pages(kind: str, title: str, works: Sequence[_Work]) -> Iterator[_Page]:
    """The works of a kind on as many pages as they need; many cases by their letters."""
    stem = _STEMS.get(kind, f"{kind}s")
    entries = [_entry(kind, work) for work in works]
    if kind != "case" or sum(e.size for e in entries) <= PAGE_SIZE:
        yield from _divided(stem, title, entries)
        return
    for letter, own in _by_letter(entries):
        yield from _divided(f"{stem}-{letter.lower()}", letter, own)


def _entry(kind: str, work: _Work) -> _Entry:
    name = work.authority.name if kind == "case" else ""
    first = natural(case_letters(name or ""))[:1]
    initial = first[0][2][:1].upper() if first else ""
    letter = initial if initial.isascii() and initial.isalpha() else NO_LETTER
    guide = (case_letters(name).split() or [""])[0].title() if name else work.authority.key
    head = work_markdown(work.authority, work.address, work.id)
    return _Entry(letter, guide[:LONGEST_GUIDE], work.id, head, tuple(work.lines))


def _by_letter(entries: Iterable[_Entry]) -> list[tuple[str, list[_Entry]]]:
    """The entries by their letters, those without one last."""
    out: dict[str, list[_Entry]] = defaultdict(list)
    for entry in entries:
        out[entry.letter].append(entry)
    return sorted(out.items(), key=lambda item: (item[0] == NO_LETTER, item[0]))


def _divided(stem: str, section: str, entries: Sequence[_Entry]) -> Iterator[_Page]:
    """Pages of at most ``PAGE_SIZE`` characters each."""
    pages: list[list[_Entry]] = [[]]
    room = PAGE_SIZE
    for entry in _parts(entries):
        if entry.size > room and pages[-1]:
            pages.append([])
            room = PAGE_SIZE
        pages[-1].append(entry)
        room -= entry.size
    for number, page in enumerate(pages, start=1):
        file = f"{stem}-{number}.md" if number > 1 else f"{stem}.md"
        yield _Page(file, section, f"{number}: {page[0].guide}", tuple(page))


def _parts(entries: Iterable[_Entry]) -> Iterator[_Entry]:
    """The entries, those that would fill half a page or more in several parts."""
    for entry in entries:
        if entry.size <= PAGE_SIZE // 2:
            yield entry
            continue
        lines: list[str] = []
        size = 0
        whole = entry
        for line in entry.lines:
            if lines and size + len(line) > PAGE_SIZE // 3:
                yield replace(entry, lines=tuple(lines))
                head = whole.head.replace(f' id="{whole.id}"', "", 1) + " (continued)"
                entry = replace(entry, id="", head=head)
                lines, size = [], 0
            lines.append(line)
            size += len(line)
        yield replace(entry, lines=tuple(lines))


def _page(page: _Page, kind: _Kind, kinds: Sequence[_Kind], env: jinja2.Environment) -> str:
    sections = _by_letter(page.entries)
    if len(sections) == 1 or len(page.entries) < HEADED_FROM:
        sections = [("", list(page.entries))]
    parts = [kind.title]
    parts += [page.section] if page.section != kind.title else []
    parts += [page.short] if len(kind.sections()[page.section]) > 1 else []
    return env.get_template("site_authorities.md.j2").render(
        front=_front("Authorities: " + ", ".join(parts)),
        title=escape.heading(", ".join(parts)),
        ways=list(_ways(page, kind, kinds)),
        sections=sections,
    )


def _ways(page: _Page, kind: _Kind, kinds: Sequence[_Kind]) -> Iterator[str]:
    """Lines of links: to the other kinds, to the other letters, to the other pages of this one."""
    others = [(k.title, k.pages[0].file, k is kind) for k in kinds]
    yield " · ".join(["[All authorities](index.md)", *_links(others)])
    sections = kind.sections()
    if len(sections) > 1:
        yield " ".join(_links((s, p[0].file, s == page.section) for s, p in sections.items()))
    if len(own := sections[page.section]) > 1:
        yield " · ".join(_links((p.short, p.file, p is page) for p in own))


def _links(ways: Iterable[tuple[str, str, bool]]) -> list[str]:
    """Each a link, but for the one where the reader is."""
    return [f"**{escape.inline(n)}**" if here else f"[{link_text(n)}]({f})" for n, f, here in ways]


def _index(kinds: Sequence[_Kind], env: jinja2.Environment) -> str:
    rows = []
    for kind in kinds:
        row = f"[{kind.title}]({kind.pages[0].file}): {counted(len(kind.works), 'work')}"
        sections = [(s, p[0].file, False) for s, p in kind.sections().items()]
        rows.append(row + (f" · {' '.join(_links(sections))}" if len(sections) > 1 else ""))
    file_of = {e.id: p.file for k in kinds for p in k.pages for e in p.entries if e.id}
    most = sorted((w for k in kinds for w in k.works), key=lambda w: -len(w.lines))[:MOST_CITED]
    return env.get_template("site_authorities_index.md.j2").render(
        front=_front("Authorities"),
        kinds=rows,
        most=[
            work_markdown(w.authority, f"{file_of[w.id]}#{w.id}")
            + f' <span class="places">{counted(len(w.lines), "opinion")}</span>'
            for w in most
            if len(w.lines) > 1
        ],
    )


def _front(title: str) -> str:
    meta = {
        "title": title,
        "template": "site_authorities.html",
        "description": "The works that the opinions of this site cite, with the places where they do.",
    }
    return "".join(f"{key}: {yaml_value(value)}\n" for key, value in meta.items())
