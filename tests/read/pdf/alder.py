"""A slip opinion of our own making, set as the Court sets its own."""

from __future__ import annotations

from tests.read.pdf.paper import Page, bytes_of

COURT = Page().head("", "Cite as: 566 U. S. ____ (2012)", "1", "Opinion of the Court")
COURT.centred("SUPREME COURT OF THE UNITED STATES", 15).centred("No. 10–4321")
COURT.centred("JOHN ALDER, PETITIONER ~v.~ BROOK TOWNSHIP")
COURT.centred("ON WRIT OF CERTIORARI TO THE UNITED STATES COURT OF", 9)
COURT.centred("APPEALS FOR THE NINTH CIRCUIT", 9).centred("[April 27, 2012]", 9)
COURT.put("JUSTICE KAGAN delivered the opinion of the Court.", 167)
COURT.lines("""
Petitioner John Alder kept bees on a field that he had
leased of the Township. We consider whether the Constitu-
tion asks for a hearing before such a lease has been ended.
""")
COURT.lines("""
The lease was for seven years, and every word of it was plain.
It named a plea-
bargaining agent. See ~Oak~ v. ~Elm~, 500 U. S. 1 (1991).^1^
""")
COURT.foot().put("^1^The letter is in the record. It gave no reason for the step that the", 165, 9)
COURT.put("Township took, and the agent whom it had sent for the pur-", 156, 9)

SECOND = Page().head("2", "ALDER ~v.~ BROOK TOWNSHIP", "", "Opinion of the Court")
SECOND.lines(
    """
Petitioner sued at once, and he lost before every court until this one.
The Court of Appeals quoted what it took to be the rule:
""",
    first=0,
)
SECOND.lines(
    """
“A tenant for years who has been told of the end of
his lease has had all the process that is due to him,
for he may yet sue.” 611 F. 3d, at 3.
""",
    first=33,
    rest=22,
)
SECOND.lines("The court stopped there.^2^", first=0)
SECOND.centred("II").lines("""
We begin where the Framers did. A lease is property, and what
is property is not taken unheard.
""")
SECOND.put("~It is so ordered.~", 380)
SECOND.foot().put("pose gave none either when he was asked for one.", 156, 9)
SECOND.put("^2^Another panel had said otherwise. See 600 F. 3d, at 9.", 165, 9)

DISSENT = Page().head("", "Cite as: 566 U. S. ____ (2012)", "1", "ALITO, J., dissenting")
DISSENT.centred("SUPREME COURT OF THE UNITED STATES", 15).centred("No. 10–4321")
DISSENT.centred("JOHN ALDER, PETITIONER ~v.~ BROOK TOWNSHIP")
DISSENT.centred("[April 27, 2012]", 9)
DISSENT.put("JUSTICE ALITO, with whom JUSTICE THOMAS joins, dissenting.", 167)
DISSENT.lines("""
The Court holds that a lease is property. ~Ante~, at 2. So it may
be; but he had all that a tenant has ever had.
""")

PDF = bytes_of([COURT.done, SECOND.done, DISSENT.done])
