"""Many raw files to cases: each by itself, on several processes where that pays, and none twice that is as it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.casefile import key_line, load_case_info
from generator.convert import convert_file
from generator.errors import PinciteError, WitnessError, defect_of
from generator.jobs import Failure, Job
from generator.memo import Memo
from generator.model import Case, CaseInfo
from generator.parallel import Progress, mapped
from generator.witness.files import witness_files

if TYPE_CHECKING:
    from collections.abc import Sequence


def convert_job(job: Job) -> Case | Failure:
    """One case, or why not.  Runs in a worker process, so it returns its error instead of raising it."""
    try:
        info = load_case_info(job.facts) if job.facts else CaseInfo()
        return convert_file(job.path, job.slug, info, job.dialect, job.witnesses)
    except WitnessError as error:  # what names the witness is the place to mend
        if job.facts:
            error.file, error.line = str(job.facts), key_line(job.facts, "restore_from")
        return Failure(job, error)
    except PinciteError as error:
        return Failure(job, error)
    except Exception as defect:
        return Failure(job, defect_of(defect, job.path))


def convert_jobs(
    jobs: Sequence[Job],
    workers: int | None = None,
    progress: Progress | None = None,
    memo: Memo | None = None,
) -> list[Case | Failure]:
    """All jobs, results in the order of the jobs whatever the number of workers.

    What ``memo`` holds of an earlier build is taken where neither the raw file nor its facts have changed since.
    """
    memo = memo if memo is not None else Memo()
    stamps = {job: _stamp(job) for job in jobs}
    new = [job for job in jobs if memo.converted.get(job, (None, None))[0] != stamps[job]]
    found = dict(zip(new, mapped(convert_job, new, workers, progress), strict=True))
    memo.converted = {
        job: (stamps[job], found[job] if job in found else memo.converted[job][1]) for job in jobs
    }
    return [memo.converted[job][1] for job in jobs]


def _stamp(job: Job) -> tuple[tuple[str, int, int] | None, ...]:
    """What changes when a job's files do, its witnesses included: name, time and size of each."""
    out: list[tuple[str, int, int] | None] = []
    for path in (job.path, job.facts, *witness_files(job.witnesses)):
        try:
            stat = path.stat() if path else None
        except OSError:
            stat = None
        out.append((path.name, stat.st_mtime_ns, stat.st_size) if path and stat else None)
    return tuple(out)
