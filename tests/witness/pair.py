"""A small opinion in two texts: one as it should be, one as a copy in lower case has it."""

WHOLE = """JUSTICE GREY delivered the opinion of the Court.

This case presents the question whether Roe's dog-license can be revoked without a hearing. We hold that it cannot.

I

The facts are simple. On June 4, 1981, Officer Doe didn't knock.[1] He entered “[t]he yard,” and left. \
See Elm v. Oak, 12 U.S. 34, 56 (1801).

II

The Fourth Amendment protects the yard. Id., at 57. The judgment of the Court of Appeals is affirmed.

It is so ordered.

JUSTICE BLACK, dissenting.

I would reverse. The Court overlooks that the dog had bitten three Officers of the State, and its owner was warned.[2]

FOOTNOTES

[1] The record does not say whether anybody was at home when he came to the yard.

[2] The warning is printed in the appendix to the brief of the State.
"""

LOST = """justice grey delivered the opinion of the court.
this case presents the question whether roe can be revoked without a hearing.we hold that it can not.
the facts are simple.on june,officer doe did knock.he entered t he yard,and left.see elm oak.
the fourth amendment protects the yard.id.at.the judgment of the court of appeals is affirmed.
it is so ordered.
justice black,dissenting.
i would reverse.the court overlooks that the dog had bitten three officers of the state,and its owner was warned.
the record does not say whether anybody was at home when he came to the yard.
the warning is printed in the appendix to the brief of the state.
"""

# The same with the notes behind the paragraphs that call them, as at the foot of a page.
PAGED = """justice grey delivered the opinion of the court.
this case presents the question whether roe can be revoked without a hearing.we hold that it can not.
the facts are simple.on june,officer doe did knock.he entered t he yard,and left.see elm oak.
the record does not say whether anybody was at home when he came to the yard.
the fourth amendment protects the yard.id.at.the judgment of the court of appeals is affirmed.
it is so ordered.
justice black,dissenting.
i would reverse.the court overlooks that the dog had bitten three officers of the state,and its owner was warned.
the warning is printed in the appendix to the brief of the state.
"""
