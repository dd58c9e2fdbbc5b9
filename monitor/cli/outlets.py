"""`monitor outlets`: the catalogue."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from monitor.cli.context import state
from monitor.cli.options import Group, catalogue_option, format_option
from monitor.cli.render import counted, note, progress, show, show_json, table

if TYPE_CHECKING:
    from monitor.jobs.outlets import EntryCheck
    from monitor.outlets import Catalogue, Outlet

F = TypeVar("F", bound=Callable[..., Any])
EXAMPLES = """\b
Examples:
  monitor outlets list --country IR
  monitor outlets show irna-fa
  monitor outlets check bbc-persian
  monitor outlets add https://example.org/ --catalogue my-outlets
  monitor outlets record irna-fa https://www.irna.ir/news/1
"""


@click.group(cls=Group, epilog=EXAMPLES)
def command() -> None:
    """List, show, check, add and record outlets."""


@command.command("list")
@click.option("--language", help="BCP 47, such as fa.")
@click.option("--country", help="ISO 3166-1, such as IR.")
@click.option("--tag", help="Such as agency or public.")
@catalogue_option
@format_option("table", "json")
@click.pass_context
def list_(
    ctx: click.Context, language: str | None, country: str | None, tag: str | None, folder: Path | None, form: str
) -> None:
    """List the outlets of the catalogue."""
    from monitor.outlets import why_none

    catalogue = state(ctx).with_catalogue(folder).catalogue()
    outlets = catalogue.select(language=language, country=country, tag=tag)
    if not outlets:
        note(why_none(catalogue, language=language, country=country, tag=tag))
    if form == "json":
        show_json([outlet.model_dump(mode="json", exclude_defaults=True) for outlet in outlets])
        return
    rows = [(each.slug, each.name, each.country, " ".join(each.languages), each.publisher) for each in outlets]
    publishers = {each.publisher for each in outlets}
    languages = {code for each in outlets for code in each.languages}
    show(table(("outlet", "name", "country", "languages", "publisher"), rows))
    told = (len(outlets), "edition"), (len(publishers), "publisher"), (len(languages), "language")
    show("{} of {} in {}".format(*(counted(count, noun) for count, noun in told)))


@command.command("show")
@click.argument("outlet")
@catalogue_option
@click.pass_context
def show_(ctx: click.Context, outlet: str, folder: Path | None) -> None:
    """Print one outlet's file, or those of a publisher's editions, each under its slug."""
    from monitor.outlets import to_yaml

    found = state(ctx).with_catalogue(folder).catalogue().select(names=[outlet])
    files = [to_yaml(each).rstrip() for each in found]
    if len(found) > 1:
        files = [f"# {each.slug}\n{file}" for each, file in zip(found, files, strict=True)]
    show("\n---\n".join(files))


@command.command()
@click.argument("names", nargs=-1, metavar="[OUTLET]...")
@click.option("--language", help="BCP 47, such as fa.")
@click.option("--country", help="ISO 3166-1, such as IR.")
@click.option("--tag", help="Such as agency or public.")
@click.option("--all", "everything", is_flag=True, help="Every outlet of the packaged catalogue.")
@catalogue_option
@format_option("table", "json")
@click.pass_context
def check(ctx: click.Context, /, folder: Path | None, form: str, *, everything: bool, **chosen: Any) -> None:
    """Try every entry point of these outlets and say what it answered; exit code 1 where one fails.

    Without a name, all that the options choose, or all of a catalogue of your own.
    """
    from attrs import asdict

    from monitor.jobs.outlets import check_outlets, entry_points

    found = state(ctx).with_catalogue(folder)
    if not (everything or found.config.catalogue or any(chosen.values())):
        raise click.UsageError("name outlets, narrow them (--tag agency), or try the whole catalogue with --all", ctx)
    outlets = _chosen(found.catalogue(), chosen)
    count = sum(len(entry_points(each)) for each in outlets)
    note(f"trying {counted(count, 'entry point')} of {counted(len(outlets), 'outlet')}")
    with progress("") as bar:
        task = bar.add_task("entry points", total=count)
        checks = check_outlets(outlets, config=found.config, progress=lambda _: bar.advance(task))
    if form == "json":
        show_json([asdict(each) for each in checks])
    else:
        _show_checks(checks)
    ctx.exit(0 if all(each.ok for each in checks) else 1)


def _chosen(catalogue: Catalogue, chosen: dict[str, Any]) -> list[Outlet]:
    """The outlets that are meant, one or more."""
    from monitor.outlets import why_none

    outlets = catalogue.select(**chosen)
    if not outlets:
        raise click.UsageError(why_none(catalogue, **chosen))
    return outlets


def _show_checks(checks: Sequence[EntryCheck]) -> None:
    rows = [
        (each.outlet, each.kind, "ok" if each.ok else "failed", each.candidates, each.newest, each.url, each.problem)
        for each in checks
    ]
    columns = ("outlet", "kind", "", "announces", "newest", "address", "problem")
    show(table(columns, rows, right=("announces",)))


@command.command()
@click.argument("url")
@catalogue_option
@click.pass_context
def add(ctx: click.Context, url: str, folder: Path | None) -> None:
    """Find the feeds and sitemaps of the front page (or of the feed) at URL and write an outlet of your own.

    Without --catalogue (or one in the configuration) the file is printed, to be saved where you like.
    """
    from monitor.jobs.outlets import find_outlet, save_outlet
    from monitor.outlets import to_yaml

    if "://" not in url:
        raise click.BadParameter(f"{url!r} is no address: did you mean https://{url}/ ?", param_hint="URL")
    config = state(ctx).config
    outlet = find_outlet(url, config=config)
    target = folder or config.catalogue
    if target is None:
        show(to_yaml(outlet).rstrip())
        return
    path = save_outlet(outlet, target)
    count = len(outlet.feeds) + len(outlet.news_sitemaps) + len(outlet.sitemaps) + len(outlet.sections)
    entries = counted(count, "entry point")
    show(f"{path}: {outlet.name}, {entries}; next: monitor outlets check {outlet.slug} --catalogue {target}")


@command.command()
@click.argument("outlet")
@click.argument("url")
@catalogue_option
@click.option("--output", type=click.Path(file_okay=False, path_type=Path), help="Where the golden tests are kept.")
@click.pass_context
def record(ctx: click.Context, outlet: str, url: str, folder: Path | None, output: Path | None) -> None:
    """Fetch the page at URL and keep it with the fields read from it, as a golden test of your own catalogue.

    Look through the fields before you trust them: what is wrong in them is corrected in the file.
    """
    from monitor.jobs.golden import record as record_page
    from monitor.outlets import load_catalogue

    config = state(ctx).config
    target = folder or config.catalogue
    found = load_catalogue(target).select(names=[outlet])[0]
    path = record_page(found, url, folder=output or (target or Path()) / "golden", config=config)
    where = f" --catalogue {folder}" if folder else ""
    show(f"{path}: look through it, then run: monitor outlets verify {path.parent}{where}")


@command.command()
@click.argument("pages", metavar="FOLDER", type=click.Path(exists=True, file_okay=False, path_type=Path))
@catalogue_option
@click.pass_context
def verify(ctx: click.Context, pages: Path, folder: Path | None) -> None:
    """Read the golden pages in FOLDER again; exit code 1 where a field is read otherwise now."""
    from monitor.jobs.golden import verify as verify_pages

    count, differences = verify_pages(pages, state(ctx).with_catalogue(folder).catalogue())
    if differences:
        rows = [(each.file, each.field, each.expected[:80], each.found[:80]) for each in differences]
        show(table(("file", "field", "expected", "found"), rows))
    show(f"{counted(count, 'golden page')}, {counted(len(differences), 'difference')}")
    ctx.exit(1 if differences else 0)
