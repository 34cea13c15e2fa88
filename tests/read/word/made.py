"""A Word document written by hand: an invented opinion in the very shape that Word saves."""

from __future__ import annotations

import io
import zipfile

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/"

TYPES = (
    f'{_HEAD}<Types xmlns="{_PACKAGE}content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_MAIN}document.main+xml"/>'
    f'<Override PartName="/word/styles.xml" ContentType="{_MAIN}styles+xml"/>'
    f'<Override PartName="/word/footnotes.xml" ContentType="{_MAIN}footnotes+xml"/></Types>'
)
RELS = (
    f'{_HEAD}<Relationships xmlns="{_PACKAGE}relationships">'
    f'<Relationship Id="rId1" Type="{_REL}officeDocument" Target="word/document.xml"/></Relationships>'
)
DOCUMENT_RELS = (
    f'{_HEAD}<Relationships xmlns="{_PACKAGE}relationships">'
    f'<Relationship Id="rId1" Type="{_REL}styles" Target="styles.xml"/>'
    f'<Relationship Id="rId2" Type="{_REL}footnotes" Target="footnotes.xml"/>'
    f'<Relationship Id="rId3" Type="{_REL}hyperlink" Target="https://example.org/roe" TargetMode="External"/>'
    f'<Relationship Id="rId4" Type="{_REL}attachedTemplate" Target="file:///etc/passwd" TargetMode="External"/>'
    "</Relationships>"
)
STYLES = (
    f"{_HEAD}<w:styles {_W}>"
    '<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Quote"><w:name w:val="Quote"/></w:style>'
    '<w:style w:type="character" w:styleId="Emphasis"><w:name w:val="Emphasis"/><w:rPr><w:i/></w:rPr></w:style>'
    "</w:styles>"
)
FOOTNOTES = (
    f"{_HEAD}<w:footnotes {_W}>"
    '<w:footnote w:type="separator" w:id="0"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    '<w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> See </w:t></w:r>'
    "<w:r><w:rPr><w:i/></w:rPr><w:t>Roe</w:t></w:r><w:r><w:t>, at 3.</w:t></w:r></w:p>"
    "<w:p><w:r><w:t>It is settled.</w:t></w:r></w:p></w:footnote>"
    '<w:footnote w:id="3"><w:p><w:r><w:t>But see Poe.</w:t></w:r></w:p></w:footnote></w:footnotes>'
)
BODY = (
    "<w:p><w:r><w:t>DOE v. ROE</w:t></w:r></w:p>"
    "<w:p><w:r><w:t>JUSTICE KAGAN delivered the opinion of the Court.</w:t></w:r></w:p>"
    '<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>I</w:t></w:r></w:p>'
    '<w:p><w:r><w:t xml:space="preserve">The question in </w:t></w:r>'
    '<w:hyperlink r:id="rId3"><w:r><w:rPr><w:rStyle w:val="Emphasis"/></w:rPr><w:t>Doe</w:t></w:r></w:hyperlink>'
    '<w:r><w:t xml:space="preserve"> is one of </w:t></w:r>'
    "<w:del><w:r><w:delText>fees</w:delText></w:r></w:del><w:ins><w:r><w:t>costs.</w:t></w:r></w:ins>"
    '<w:r><w:footnoteReference w:id="2"/></w:r>'
    "<w:r><w:tab/><w:t>We hold:</w:t></w:r></w:p>"
    '<w:p><w:pPr><w:pStyle w:val="Quote"/></w:pPr><w:r><w:t>A court may examine.</w:t></w:r></w:p>'
    "<w:p><w:r><w:t>JUSTICE ALITO, dissenting.</w:t></w:r></w:p>"
    '<w:p><w:r><w:t>I would not.</w:t></w:r><w:r><w:footnoteReference w:id="3"/></w:r></w:p>'
)


def parts(body: str = BODY) -> dict[str, str]:
    """The files of the document, by name."""
    return {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": RELS,
        "word/document.xml": f"{_HEAD}<w:document {_W} {_R}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": DOCUMENT_RELS,
        "word/styles.xml": STYLES,
        "word/footnotes.xml": FOOTNOTES,
    }


def zipped(files: dict[str, str] | dict[str, bytes]) -> bytes:
    """The archive of the files; the same bytes at any time."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def paragraph(words: str) -> str:
    """A paragraph of one run."""
    return f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>"
