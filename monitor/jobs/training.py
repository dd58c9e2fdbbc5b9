"""Learn the grouping's decision anew, and put it in place where it is no worse than the one that is there."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from attrs import frozen

from monitor.embedding import Embedder
from monitor.events import Decision, load_decision
from monitor.events.decision import to_json
from monitor.events.report import markdown
from monitor.events.reviewed import LICENCE, reviewed
from monitor.events.train import Line, Remembering, Report, Source, score, train
from monitor.index import Index
from monitor.jobs.files import written_whole
from monitor.model import MonitorError

NO_LICENCE = "not said"


class TrainingError(MonitorError):
    """There is nothing to learn from, or nowhere to write."""

    exit_code = 2


@frozen
class Trained:
    """What a training gave, and where it is."""

    report: Report
    before: Mapping[str, float]  # BCubed F1 of the former decision on each set
    file: Path  # the new decision
    report_file: Path
    better: bool  # at least as good as the former
    kept: Path | None  # the better decision that was left in its place

    @property
    def figures(self) -> tuple[float, float]:
        """The means over the sets of BCubed F1: cross-validated, and of the former decision."""
        folds = [line.folds for line in self.report.lines]
        return sum(folds) / len(folds), sum(self.before.values()) / len(self.before)


def source(text: str, *, translated: bool = False) -> Source:
    """`FILE=LICENCE` or `FILE` as a set to learn from. Raises TrainingError where there is no such file."""
    name, parted, licence = text.rpartition("=")
    path = Path(name) if parted and not Path(text).is_file() else Path(text)
    if not path.is_file():
        raise TrainingError(f"{path}: no such file")
    return Source(path, licence if path != Path(text) and licence else NO_LICENCE, translated)


def train_decision(
    sources: Sequence[Source],
    embedder: Callable[[], Embedder],
    *,
    output: Path,
    current: Path | None = None,
    index: Index | None = None,
    packaged: bool = True,
    force: bool = False,
    say: Callable[[str], None] = lambda _: None,
) -> Trained:
    """Learn from named sets, from people's corrections in `index`, and from the packaged headlines; write what came.

    The decision goes to `output`, its report beside it with the suffix `.md`. A decision that is there already and is
    better, by the mean over the sets of its own cross-validated F1 or, where it has none for a set, its F1 as it is,
    stays, unless `force`: the new one then goes to `*.worse.json`. `current` is the one in use, None the packaged.
    Raises TrainingError, DecisionError, EmbedderError or IndexProblem.
    """
    if not output.parent.is_dir():
        raise TrainingError(f"{output}: its folder does not exist")
    former = load_decision(output if output.exists() else current)
    further = [(found, LICENCE)] if index is not None and (found := reviewed(index)).articles else []
    if not (sources or packaged or further):
        raise TrainingError("nothing to learn from: name --data, or correct events first and use --corrections")
    made = embedder()  # what is wrong above is told before it is prepared
    report = train(sources, made, own=packaged, further=further, say=say)
    before = _figures(former, report, made, say)
    better = _mean([line.folds for line in report.lines]) >= _mean(list(before.values()))
    stays = output.exists() and not better and not force
    file = output.with_suffix(f".worse{output.suffix}") if stays else output
    beside = file.with_suffix(".md")
    for path, text in ((file, to_json(report.decision)), (beside, markdown(report, before))):
        with written_whole(path) as written:
            written.write(text.encode())
    return Trained(report, before, file, beside, better, output if stays else None)


def _figures(former: Decision, report: Report, embedder: Embedder, say: Callable[[str], None]) -> dict[str, float]:
    """The former decision's F1 by set: cross-validated where it learned from the very set, else as it groups it."""
    remembering = Remembering(embedder)
    found: dict[str, float] = {}
    for line, labelled in zip(report.lines, report.sets, strict=True):
        known = _known(former, line)
        if known is None:
            say(f"measuring the decision that is there on {labelled.name}")
            known = score(labelled, remembering, former)
        found[line.name] = known
    return found


def _known(former: Decision, line: Line) -> float | None:
    match former.about.get("figures", {}).get(line.name):
        case {"checksum": line.checksum, "folds": float() | int() as folds}:
            return float(folds)
    return None


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values)
