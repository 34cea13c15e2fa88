"""Pages of courtlistener.com as browsers save them, of an invented case: today's, and that of before 2024."""

# ruff: noqa: E501  (lines are as long as the site's own)

from __future__ import annotations

LEAD = """<p>JUSTICE WHITE delivered the opinion of the Court.</p>
<p>Who owns the <em>water </em>of the brook?<a class="footnote" href="#fn1" id="fn1_ref">1</a> See
<span class="citation" data-id="7"><a href="/opinion/7/roe-v-doe/#336" aria-description="Citation for case: Roe v. Doe">475
U.S. 335, 336</a></span>. We ex<span class="star-pagination" number="212" pagescheme="1">*212</span>amine it.</p>
<blockquote>“Water runs down.”</blockquote>
<p>Nobody does. The judgment is affirmed.</p>
<div class="footnotes"><div class="footnote" id="fn1" label="1"><a class="footnote" href="#fn1_ref">1</a>
<p>It runs still.</p></div></div>"""
DISSENT = """<p>JUSTICE BRENNAN, with whom JUSTICE MARSHALL joins, dissenting.</p>
<p>I would reverse, for the brook is hers.</p>"""
SYLLABUS = "<p>The Court has held that nobody owns a brook.</p>"

_HEAD = """<!DOCTYPE html>
<!-- saved from url=(0055)https://www.courtlistener.com/opinion/900/alder-v-brook/ -->
<html class="no-js" lang="en">
<head>
<title>Alder v. Brook, 456 U.S. 210 (1982) – CourtListener.com</title>
<link rel="canonical" href="https://www.courtlistener.com/opinion/900/alder-v-brook/" />
<style>.x { color: red }</style>
<script>var secret = "<p>nothing</p>";</script>
</head>
<body class="opinion-body">
<nav><ul><li><a href="/">Opinions</a></li></ul></nav>
<div class="col-sm-3 opinion-sidebar" id="sidebar"><h3><span>Jump To</span></h3>
<li class="jump-links sub-opinion"><a id="nav_o1" href="#o1">Lead Opinion by Byron Raymond White</a></li></div>
"""
_FOOT = """<div class="modal" id="modal-save-note"><form><input value="Save Note"></form></div>
<footer><p>CourtListener is a project of Free Law Project, a federally-recognized 501(c)(3) non-profit.</p></footer>
</body>
</html>
"""


def today(lead: str = LEAD, *, headmatter: str = "") -> str:
    """The page of today; the ``div`` of each opinion's source stays open, as it does there."""
    head = (
        f'<h2 class="opinion-section-title jump-link" id="o">Headmatter</h2><hr class="hr-opinion">'
        f'<div class="serif-text harvard" id="headmatter">{headmatter}</div>'
        if headmatter
        else f"""<h2 class="opinion-section-title jump-link" id="attorneys">Attorneys</h2>
<hr class="hr-opinion"><div class="serif-text harvard"><p>A. Counsel argued for petitioner.</p></div>
<h2 class="opinion-section-title jump-link" id="syllabus">Syllabus</h2>
<hr class="hr-opinion"><div id="" class="serif-text harvard">{SYLLABUS}</div>"""
    )
    return f"""{_HEAD}<div class="col-sm-9 main-document"><div id="caption-square"><div id="opinion-caption">
<span class="case-date-new">May 3, 1982</span>
<a class="btn"><i class="fa"></i><span class="hidden-xs">Get Citation Alerts</span></a>
<h1 class="case-caption jump-link" id="caption">Alder v. Brook &amp; Sons</h1>
<h4 class="case-court">Supreme Court of the United States</h4>
<ul class="list-unstyled">
<li><strong>Citations:</strong> 102 S. Ct. 1000, 456 U.S. 210, 1982 U.S. LEXIS 12</li>
<li><strong>Docket Number:</strong> 81-77</li>
<li><strong>Judges:</strong> White, Brennan, Marshall</li>
</ul></div></div>
<div class="tab-pane fade in active" id="opinion"><article>
{head}
<h3 class="opinion-section-title jump-link" id="o1">
    Lead Opinion
    by <a href="/person/1/">Byron Raymond White</a></h3>
<hr class="hr-opinion"><div id="harvard-text" class="v-offset-above-2">
<div class="subopinion-content"><div class="serif-text harvard">{lead}</div></div>
<h3 class="opinion-section-title jump-link" id="o2">Dissent by William J. Brennan, Jr.</h3>
<hr class="hr-opinion"><div id="harvard-text" class="v-offset-above-2">
<div class="subopinion-content"><div class="serif-text harvard">{DISSENT}</div></div>
</article></div></div>
{_FOOT}"""


def former() -> str:
    """The page as it was, each opinion in a tab."""

    def tab(name: str, author: str, text: str) -> str:
        return f"""<div role="tabpanel" class="tab-pane" id="{name}">
<p class="bottom"><span class="meta-data-header">Author:</span>
<span class="meta-data-value"><a href="/person/1/">{author}</a></span></p>
<div id="lawbox-text" class="v-offset-above-2"><div id="opinion-content"><div class="serif-text">{text}</div></div></div></div>"""

    return f"""{_HEAD}<article class="col-sm-9"><h2 class="inline">Alder v. Brook, 456 U.S. 210 (1982)</h2>
<h3>Supreme Court of the United States</h3>
<p class="bottom"><span class="meta-data-header">Filed:</span>
<span class="meta-data-value">May 3rd, 1982</span></p>
<p class="bottom"><span class="meta-data-header">Citations:</span>
<span class="meta-data-value">456 U.S. 210</span></p>
<p class="bottom"><span class="meta-data-header">Docket Number:</span>
<span class="meta-data-value select-all">Unknown</span></p>
<ul class="nav nav-tabs"><li class="active"><a href="#020lead1">Lead Opinion</a></li></ul>
<div class="tab-content">{tab("020lead1", "Byron Raymond White", LEAD)}
{tab("040dissent2", "William J. Brennan", "<p>I would reverse, for the brook is hers.</p>")}</div></article>
{_FOOT}"""


def other(site: str = "supreme.justia.com", title: str = "Alder v. Brook") -> str:
    """A page of another site."""
    return f"""<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>{title} :: Justia</title>
<meta property="og:url" content="https://{site}/cases/federal/us/456/210/"></head>
<body><h1>{title}</h1><p>As <a href="https://www.courtlistener.com/opinion/900/alder-v-brook/">others</a> have it.</p>
<p>JUSTICE WHITE delivered the opinion of the Court.</p></body></html>
"""


def after_its_script(page: str) -> str:
    """The page of today as its own script leaves it, for a browser saves what it shows."""
    changes = {
        '<span class="star-pagination" number="212" pagescheme="1">*212</span>': '<a class="page-label" data-label="212"'
        ' href="#212" id="212">*212</a><a class="page-label" data-label="" href="#" id="">*</a>',
        '<a class="footnote" href="#fn1" id="fn1_ref">1</a>': '<sup><a href="#fn0" id="fnref0">1</a></sup>',
        '<div class="footnote" id="fn1" label="1"><a class="footnote" href="#fn1_ref">1</a>': '<footnote class="footnote"'
        ' id="fn0" label="1">',
        "</p></div></div>": '</p><a class="jumpback" href="#fnref0">↵</a></footnote></div>',
    }
    for before, after in changes.items():
        assert before in page
        page = page.replace(before, after)
    return page
