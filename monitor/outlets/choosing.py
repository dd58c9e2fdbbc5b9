"""What to say where no outlet is chosen: which filter is at fault, and what it could be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from monitor.outlets.catalogue import Catalogue


def why_none(
    catalogue: Catalogue,
    names: Iterable[str] = (),
    language: str | None = None,
    country: str | None = None,
    tag: str | None = None,
) -> str:
    """Why `Catalogue.select` gave nothing: `no outlet has the tag 'wires': the tags are agency, broadcaster, …`."""
    outlets = catalogue.outlets.values()
    if tag is not None and not catalogue.select(tag=tag):
        tags = {each for outlet in outlets for each in outlet.tags}
        return f"no outlet has the tag {tag!r}: {_known('tags', tags)}"
    if country is not None and not catalogue.select(country=country):
        countries = {outlet.country for outlet in outlets}
        return f"no outlet is of the country {country!r}: {_known('countries', countries, _country(country))}"
    if language is not None and not catalogue.select(language=language):
        languages = {code for outlet in outlets for code in outlet.languages}
        return f"no outlet is in the language {language!r}: {_known('languages', languages, _language(language))}"
    given = {"--tag": tag, "--country": country, "--language": language}
    filters = " and ".join(f"{name} {value}" for name, value in given.items() if value is not None)
    if not filters:
        return "the catalogue has no outlets"
    return f"{'none of these outlets' if tuple(names) else 'no outlet'} has {filters}"


def strangers(
    catalogue: Catalogue, outlets: Iterable[str] = (), languages: Iterable[str] = (), countries: Iterable[str] = ()
) -> Iterator[str]:
    """A line for each filter of an index that no outlet of the catalogue answers to."""
    for name in outlets:
        if name in catalogue.publishers and name not in catalogue.outlets:
            yield f"{name!r} is a publisher: its outlets are {', '.join(catalogue.publishers[name].outlets)}"
        elif name not in catalogue.outlets:
            yield str(catalogue.unknown(name))
    yield from (why_none(catalogue, language=each) for each in languages if not catalogue.select(language=each))
    yield from (why_none(catalogue, country=each) for each in countries if not catalogue.select(country=each))


def _known(what: str, known: set[str], meant: str = "") -> str:
    if meant in known:
        return f"did you mean {meant}?"
    return f"the {what} are {', '.join(sorted(known))}" if known else f"the catalogue has no {what}"


def _country(name: str) -> str:
    """The code of a country by its English name: `IR` for Iran."""
    from babel import Locale  # noqa: PLC0415  (it takes longer to load than most commands need, for a mistyped code)

    return next((code for code, each in Locale("en").territories.items() if each.lower() == name.lower()), "")


def _language(name: str) -> str:
    """The code of a language by its English name, or without what it has no variety for: `fa` for Persian or fa-IR."""
    from babel import Locale  # noqa: PLC0415  (as above)

    from monitor.language import parts  # noqa: PLC0415  (a fifth of a second to load, for a code that nothing has)

    named = next((code for code, each in Locale("en").languages.items() if each.lower() == name.lower()), "")
    return named or parts(name).with_script
