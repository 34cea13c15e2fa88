"""RTF and JSON: what holds from the first brace to the last."""

from __future__ import annotations

import re

from generator.read.signs.look import BLANKS, Answer, Look

_PARSED = 2_000_000  # JSON up to so many characters is parsed to be sure that it is JSON


def rtf(look: Look) -> Answer:
    """Rich text, by its mark, whatever the file is called."""
    if re.match(r"\{\\rtf\d?(?![a-z])", look.lead):
        return "rtf", "it begins with the mark of rich text, {\\rtf"
    return None


_JSON_OPENING = re.compile(
    r'(?:\[\s*)?\{\s*"(?:[^"\\\n]|\\.){0,200}"\s*:\s*(?:["\[{\d-]|true|false|null)'
)
_JSON_KEY = re.compile(r'(?<!\\)"(\w{1,60})"\s*:')
_HARVARD_DATA = re.compile(
    r'(?<!\\)"(?:data|casebody)"\s*:\s*"\s*(?:<\?xml[^>]{0,200}\?>(?:\s|\\n|\\r)*)?<casebody\b'
)


def json_data(look: Look) -> Answer:
    """JSON from beginning to end, and by its keys whose."""
    if not _JSON_OPENING.match(look.lead) or not _holds_as_json(look):
        return None
    # In a small file every key counts; in a big one those of the sample.
    text = look.whole if len(look.whole) <= _PARSED else look.sample
    keys = {match.group(1) for match in _JSON_KEY.finditer(text)}
    if _HARVARD_DATA.search(text):
        return "harvard-xml", 'it is JSON whose "casebody" holds XML of the Harvard scheme'
    if "casebody" in keys:
        return "cap", 'it is JSON with a "casebody", as the Caselaw Access Project gives it'
    if sign := next(
        (
            key
            for key in ("html_with_citations", "sub_opinions", "plain_text", "resource_uri")
            if key in keys
        ),
        None,
    ):
        return "courtlistener", f'it is JSON with a "{sign}", as CourtListener\'s API gives it'
    return "json", "it is JSON from beginning to end"


def _holds_as_json(look: Look) -> bool:
    """Whether a text that begins like JSON is JSON to its end.  A download that broke off counts
    when it has many keys.
    """
    if len(look.whole) > _PARSED:
        return look.trail.endswith(("}", "]")) and len(_JSON_KEY.findall(look.head)) >= 3
    import json

    try:
        json.loads(look.whole.strip(BLANKS), strict=False)
    except json.JSONDecodeError as error:
        if error.msg == "Extra data" and is_json_lines(look.whole):
            return True
        broke_off = error.msg.startswith("Unterminated string") or error.pos >= len(error.doc)
        return broke_off and len(_JSON_KEY.findall(look.whole)) >= 5
    except RecursionError:  # a thousand brackets in one another: no opinion, whatever it is
        return True
    except ValueError:  # a number of thousands of digits
        return False
    return True


def is_json_lines(text: str) -> bool:
    """Whether a text is several objects of JSON, one a line: the first and the last line are looked at."""
    import json

    rows = [row for row in text.strip(BLANKS).split("\n") if row.strip()]
    try:
        ends = [json.loads(row, strict=False) for row in (rows[0], rows[-1])]
    except (ValueError, RecursionError, IndexError):
        return False
    return len(rows) > 1 and all(isinstance(end, dict) for end in ends)
