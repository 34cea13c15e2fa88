"""References: what the blocks of a case refer to.

    recognise     a block's text → Mentions, each recogniser for its own kind of work
    names         cases called by name alone, once it is known what the case cites
    antecedents   what id., supra and short forms stand on
    case.cite     all of it, for a whole case

Pure functions of the case and of the authorities known beforehand (``generator.link.authorities.Known``).
"""
