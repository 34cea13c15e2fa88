"""The references of a whole case: recognise, call by name, settle what each stands for."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.cite.antecedents import Cited
from generator.cite.casenames import called
from generator.cite.enclosures import enclosures, is_aside
from generator.cite.home import find_home, home_state
from generator.cite.names import NameFinder, in_italics, own_parties, parted, short_names
from generator.cite.printed import printed
from generator.cite.recognise import recognise, spans, without_overlap
from generator.cite.record import definitions, find_defined, hereinafters
from generator.cite.settle import Settler
from generator.cite.strays import strays
from generator.model import Authority, Block, Case, Mention, Reference, Span
from generator.structure.pages import block_source

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.link.authorities import Known

CITABLE = frozenset(("paragraph", "blockquote", "footnote"))
_LOWER = re.compile(r"(?<![\w'’-])[a-z][a-z'’-]{2,}")


@dataclass(frozen=True, slots=True)
class Text:
    """A block's text as the recognisers read it: footnote calls blanked out, at the same offsets."""

    index: int
    block: Block
    text: str


def cite(case: Case, known: Known) -> Case:
    """The case with its references (the footnote calls that it has are kept) and the authorities that they name."""
    texts = [Text(k, b, readable(b)) for k, b in enumerate(case.blocks) if b.kind in CITABLE]
    if case.dialect == "flattened":
        from generator.cite.flattened_case import mentions_of

        lines, writings = [t.text for t in texts], [t.block.writing for t in texts]
        found = mentions_of(case, lines, writings, called(case), known)
        found = [
            [m for m in f if _in_one_piece(t.block, m)] for t, f in zip(texts, found, strict=True)
        ]
    else:
        found = _ordinary(case, texts, known)
    settler = Settler(known, case)
    settled = list(_settled(texts, found, settler))
    references = [_reference(case, c, settler) for c in settled]
    calls = [r for r in case.references if r.kind == "footnote-call"]
    ordered = sorted((*references, *calls), key=lambda r: r.source)
    named = dict.fromkeys(r.authority for r in ordered if r.authority)
    return replace(
        case,
        references=tuple(ordered),
        authorities=tuple(settler.works.by_key[k] for k in named if k in settler.works.by_key),
    )


def readable(block: Block) -> str:
    """The block's text with each footnote call as blanks, and the number that a note begins with."""
    text = block.text
    if block.kind == "footnote" and block.label:
        label = re.match(
            rf"[\[(]?(?:fn|n)?\.?\s?{re.escape(block.label)}[\])]?\.?(?=\s)", text, re.IGNORECASE
        )
        text = " " * label.end() + text[label.end() :] if label else text
    for mark in block.marks:
        if mark.kind == "footnote-call":
            text = text[: mark.start] + " " * (mark.end - mark.start) + text[mark.end :]
    return text


def _ordinary(case: Case, texts: Sequence[Text], known: Known) -> list[list[Mention]]:
    """The mentions of each text in ordinary type, bare names among them."""
    found = _recognised(case, texts)
    probe = Settler(known, case)
    used: list[tuple[str, Authority]] = []
    for cited in _settled(texts, found, probe):
        if cited.mention.kind in ("short", "supra-case") and cited.mention.name and cited.authority:
            used.append((cited.mention.name, cited.authority))
    works = list(probe.works.cases())
    own = own_parties(called(case), works, (t.text for t in texts))
    names = short_names(works, used, own)
    lower = frozenset(w for t in texts for w in _LOWER.findall(t.text))
    finder = NameFinder(names, lower)
    found = [
        [parted(m, t.text, names) if " and " in (m.name or "") else m for m in f]
        for t, f in zip(texts, found, strict=True)
    ]
    called_so = [list(finder.find(t.text, spans(f))) for t, f in zip(texts, found, strict=True)]
    meant = in_italics([(t.block, m) for t, f in zip(texts, called_so, strict=True) for m in f])
    return [
        without_overlap(f, (m for m in c if id(m) in meant))
        for f, c in zip(found, called_so, strict=True)
    ]


def _recognised(case: Case, texts: Sequence[Text]) -> list[list[Mention]]:
    """What each text says by itself, and the papers to which the opinion has given short names by then."""
    authors = {squeezed_name(w.author) for w in case.writings if w.author}
    state = home_state(case.info.court)
    defined: dict[str, Authority] = {}
    out = []
    for text in texts:
        mentions = recognise(text.text)
        if state:
            told = spans([m for m in mentions if m.authority is not None])
            own = find_home(text.text, state)
            free = [m for m in own if not any(a < m.end and m.start < b for a, b in told)]
            mentions = without_overlap(free, mentions)
        if defined:
            mentions = without_overlap(find_defined(text.text, defined), mentions)
        if "after" in text.text and (here := definitions(text.text, mentions)):
            since = max(at for name, at in hereinafters(text.text) if name in here)
            mentions = without_overlap(
                (m for m in find_defined(text.text, here) if m.start > since), mentions
            )
            defined.update(here)
        out.append(
            [m for m in mentions if _in_one_piece(text.block, m) and _has_author(m, authors)]
        )
    return out


def _has_author(mention: Mention, authors: set[str]) -> bool:
    """Whether a writing that a parenthesis names alone is one of this case: "(Souter, J., dissenting)" may be
    another's.  What names a kind and a page ("Dissent at 5") names nobody.
    """
    if mention.kind != "writing" or (mention.pin and not mention.writing):
        return True
    return squeezed_name(mention.writing or "") in {*authors, "majority"}


def squeezed_name(surname: str) -> str:
    """A Justice's surname as writings are called by it: ``oconnor``."""
    return surname.lower().replace("'", "").replace("’", "")


def _in_one_piece(block: Block, mention: Mention) -> bool:
    """Whether a mention lies in one piece of its paragraph, not across a block quote."""
    return not any(mention.start < p.at < mention.end for p in block.pieces[1:] if not p.join)


def _settled(
    texts: Sequence[Text], found: Sequence[Sequence[Mention]], settler: Settler
) -> Iterator[Cited]:
    """Walk the writings in order: running text first, a note where the text calls it; a note without a call behind the
    note that it follows, else at the end.
    """
    bodies = {t.block.id: k for k, t in enumerate(texts) if t.block.kind == "footnote"}
    order: list[tuple[int, tuple[int, int] | None]] = []
    called: set[int] = set()
    for k, text in enumerate(texts):
        if text.block.kind == "footnote":
            continue
        order.append((k, None))
        for mark in text.block.marks:
            body = bodies.get(mark.target or "")
            if body is not None and body not in called:
                called.add(body)
                order.append((body, (text.index, mark.start)))
    uncalled = {k for k in bodies.values() if k not in called}
    for k, caller in order:
        yield from settler.block(texts[k].block, _prepared(texts[k], found[k]), caller)
        while caller and k + 1 in uncalled and texts[k + 1].block.writing == texts[k].block.writing:
            k += 1
            uncalled.remove(k)
            yield from settler.block(texts[k].block, _prepared(texts[k], found[k]), caller)
    for k in sorted(uncalled):
        yield from settler.block(texts[k].block, _prepared(texts[k], found[k]), None)


def _prepared(text: Text, mentions: Sequence[Mention]) -> list[Cited]:
    """The mentions of a block with what encloses each."""
    unknown = strays(text.text, mentions)
    around = enclosures(text.text, [*mentions, *unknown])
    out = []
    before = 0
    for mention in sorted((*mentions, *unknown), key=lambda m: m.start) if unknown else mentions:
        if not mention.aside and is_aside(text.text, mention, before):
            mention = replace(mention, aside=True)
        before = mention.end
        out.append(
            Cited(
                mention,
                text.index,
                text.block.writing,
                around,
                in_quote_block=text.block.kind == "blockquote",
                words=text.text[mention.start : mention.end],
                stray=mention.kind == "full" and mention in unknown,
            )
        )
    return out


def _place(case: Case, cited: Cited) -> Span:
    """Where a mention stands in the source."""
    block = case.blocks[cited.block]
    return block_source(case.clean, block, (cited.mention.start, cited.mention.end))


def _reference(case: Case, cited: Cited, settler: Settler) -> Reference:
    mention = cited.mention
    block = case.blocks[cited.block]
    authority = cited.authority
    if authority is not None:
        authority = settler.works.by_key.get(authority.key, authority)
    return Reference(
        source=_place(case, cited),
        block=block.id,
        text=block.text[mention.start : mention.end],
        kind=mention.kind,
        authority=authority.key if authority else None,
        cite=printed(authority) if authority else None,
        pin=mention.pin,
        status=cited.status,
        method=cited.method if cited.status != "unresolved" else None,
        at=(mention.start, mention.end),
        candidates=tuple(printed(c) for c in cited.candidates) if authority is None else (),
        writing=squeezed_name(mention.writing) if mention.writing else None,
        antecedent=_place(case, cited.antecedent) if cited.antecedent else None,
    )
