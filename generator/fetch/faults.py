"""What can go wrong with a request, in words: F01 to F08, each with the address and the way out."""

from __future__ import annotations

from generator.errors import PinciteError

LATER = "try again later"
LOOK = "check the address, or open it in a browser to see where it leads"
SET_TOKEN = "set COURTLISTENER_TOKEN to the API token of your CourtListener account"  # noqa: S105


def fault(code: str, address: str, message: str, advice: str) -> PinciteError:
    """An error of ``pincite fetch``; ``address`` may also be the citation that was asked for."""
    return PinciteError(message, code=code, file=address, advice=advice)


def refused(status: int, address: str, *, has_token: bool) -> PinciteError:
    """What an answer with another status than 200 means."""
    if status in (404, 410):
        return fault(
            "F01", address, "there is nothing at this address", "check the citation or number"
        )
    if status in (401, 403):
        what = "refuses the token" if has_token else "wants a token"
        return fault("F02", address, f"the server {what} ({status})", SET_TOKEN)
    if status == 202:  # a guard before the server, which lets nobody in who runs no script
        what = "the server wants to see a browser first (202)"
        return fault("F08", address, what, "save the page in a browser, and add that file")
    if status == 429:
        return fault("F03", address, "the server refuses more requests", "try again in an hour")
    return fault("F08", address, f"the server answers with the status {status}", LATER)


def come_back(status: int, address: str, seconds: float) -> PinciteError:
    """The server wants a longer wait than anybody would sit through."""
    spoken = f"{seconds:.0f} seconds" if seconds < 600 else f"{seconds / 60:.0f} minutes"
    return fault(
        "F03" if status == 429 else "F08",
        address,
        f"the server asks us to come back in {spoken}",
        "try again then; a token of your own may allow more requests",
    )


def too_big(address: str, limit: int) -> PinciteError:
    """A body beyond the limit, in bytes."""
    return fault(
        "F07",
        address,
        f"the answer is over {limit / 1_000_000:g} MB",
        "no opinion is so long: is this the address of one?",
    )
