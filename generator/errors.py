"""The errors that people meet.  Each names the file, the line where one is known, and the way out."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def encodable(name: str) -> str:
    """The name of a file, which may hold bytes that are no UTF-8, as text that can be written: those become �."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


class PinciteError(Exception):
    """An input that cannot be used.

    ``code`` is stable (``pincite check --json`` and the docs use it), ``file`` the path as the user gave it, ``line`` a
    line number from 1 or ``None``, ``advice`` what to do about it.
    """

    def __init__(
        self, message: str, *, code: str, file: str, line: int | None = None, advice: str = ""
    ) -> None:
        super().__init__(message)
        self.message, self.code, self.file, self.line, self.advice = (
            encodable(message),
            code,
            encodable(file),
            line,
            advice,
        )

    def __str__(self) -> str:
        place = self.file if self.line is None else f"{self.file}:{self.line}"
        advice = f" ({self.advice})" if self.advice else ""
        return f"{place}: {self.code} {self.message}{advice}"

    def __reduce__(self) -> tuple[object, ...]:
        """Errors travel between worker processes: keyword-only arguments need their own way back."""
        return (
            _rebuild,
            (type(self), self.message, self.code, self.file, self.line, self.advice),
        )


class ReadError(PinciteError):
    """A raw file that is not an opinion Pincite can read."""


class CaseFileError(PinciteError):
    """A ``case.yml`` that does not say what it should."""


class WitnessError(PinciteError):
    """A witness that is not there, cannot be read, or is not a text of the same opinion."""


class ConservationError(PinciteError):
    """A letter of the source was lost, or one appeared that the source lacks: a defect of the converter."""


def _rebuild(
    kind: type[PinciteError], message: str, code: str, file: str, line: int | None, advice: str
) -> PinciteError:
    return kind(message, code=code, file=file, line=line, advice=advice)


def defect_of(defect: Exception, path: Path) -> PinciteError:
    """An exception that should not have been, as an error that can be reported."""
    return PinciteError(
        f"{type(defect).__name__}: {defect}",
        code="K00",
        file=str(path),
        advice="this is a defect of Pincite: please report it with the file",
    )


def reported(error: Exception, path: Path) -> PinciteError:
    """What a stage returned instead of a case, as an error of that file."""
    if not isinstance(error, PinciteError):
        return defect_of(error, path)
    error.file = str(path)
    return error
