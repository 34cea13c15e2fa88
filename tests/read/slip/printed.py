"""A slip opinion of our own making, as the text of its PDF would have it."""

from __future__ import annotations

NOTICE = """NOTICE: This opinion is subject to formal revision before publication in the
preliminary print of the United States Reports. Readers are requested to
notify the Reporter of Decisions, in order that corrections may be made."""

SYLLABUS = """(Slip Opinion)

OCTOBER TERM, 2011

1

Syllabus
NOTE: Where it is feasible, a syllabus (headnote) will be released, as is
being done in connection with this case, at the time the opinion is issued.

SUPREME COURT OF THE UNITED STATES
Syllabus

ALDER v. BROOK TOWNSHIP
CERTIORARI TO THE UNITED STATES COURT OF APPEALS FOR
THE NINTH CIRCUIT
No. 10–4321.

Argued November 9, 2011—Decided April 27, 2012

Petitioner Alder kept bees on a field that Brook Township leased to him
for a term of years, and the Township ended the lease without a hear
ing. The District Court held that a tenant for years has no interest that
the Clause protects, and the Ninth Circuit affirmed.
Held: A lease is property. Pp. 2–3.
(a) The settled meaning of the word decides the case, and the Court has
never departed from it, whatever the courts below have said of the sub


2

ALDER v. BROOK TOWNSHIP
Syllabus
ject since the first of its opinions on the matter. P. 2.
611 F. 3d 1, reversed.
KAGAN, J., delivered the opinion of the Court, in which ROBERTS, C. J.,
and SCALIA, KENNEDY, and BREYER, JJ., joined. ALITO, J., filed a dis
senting opinion, in which THOMAS, J., joined.
"""

COURT_1 = f"""
Cite as: 566 U. S. ____ (2012)

1

Opinion of the Court
{NOTICE}

SUPREME COURT OF THE UNITED STATES
_________________

No. 10–4321
_________________

JOHN ALDER, PETITIONER v. BROOK TOWNSHIP

ON WRIT OF CERTIORARI TO THE UNITED STATES COURT OF
APPEALS FOR THE NINTH CIRCUIT

[April 27, 2012]

JUSTICE KAGAN delivered the opinion of the Court.
Petitioner John Alder kept bees on a field that he had
leased of the Township. We consider whether the Consti\xad
tution asks for a hearing before such a lease is ended.
I
The lease was for seven years, and in the fourth of them
the Township’s plea-bargaining agent, a Mr. Bald, wrote to
petitioner that it was over.1 Petitioner sued at once. In re
——————
1 The

letter is in the record. It gave no reason for the step that the
Township took, and the agent whom the Township had sent for the pur
"""

COURT_2 = """
2

ALDER v. BROOK TOWNSHIP
Opinion of the Court

viewing the dismissal of his complaint, the Court of Ap
peals quoted what it took to be the rule, which is this:
“A tenant for years who has been told of the end
of his lease has had all the process that is due to
him, for he may yet sue.” 611 F. 3d, at 3.
The court stopped there.2
II
We begin where the Framers did, and end there, too, for
the reasons given above. See supra, at 1. A lease is property.
The judgment of the Court of Appeals is
Reversed.
——————
pose gave none either when he was asked for one.
2 Another panel had said otherwise. See 600 F. 3d, at 9.
"""

DISSENT = """
Cite as: 566 U. S. ____ (2012)

1

ALITO, J., dissenting
SUPREME COURT OF THE UNITED STATES
_________________

No. 10–4321
_________________

JOHN ALDER, PETITIONER v. BROOK TOWNSHIP

ON WRIT OF CERTIORARI TO THE UNITED STATES COURT OF
APPEALS FOR THE NINTH CIRCUIT

[April 27, 2012]

JUSTICE ALITO, with whom JUSTICE THOMAS joins, dis
senting.
The Court holds that a lease is property. Ante, at 2. So
it may be; but the question is what process the owner had,
and he had all that a tenant has ever had.1
——————
1 The Court does not say otherwise.
"""

SLIP = "\f".join((*SYLLABUS.split("\n\n\n"), COURT_1, COURT_2, DISSENT))
