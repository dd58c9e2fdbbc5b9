"""An outlet as data: an edition of a publisher, where its articles are announced, and how others name it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Annotated, Any, Final, Self
from urllib.parse import urlsplit

from attrs import frozen
from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Discriminator,
    Field,
    StringConstraints,
    Tag,
    model_validator,
)

from monitor.outlets import checks

Url = Annotated[str, AfterValidator(checks.url)]
Urls = Annotated[tuple[Url, ...], Field(max_length=500)]
Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200, pattern=checks.NAME)]
Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=100)]
Language = Annotated[str, StringConstraints(pattern=checks.LANGUAGE)]
Host = Annotated[str, AfterValidator(checks.host)]
Css = Annotated[str, StringConstraints(min_length=1, max_length=500), AfterValidator(checks.selector)]
Csses = Annotated[tuple[Css, ...], BeforeValidator(checks.words), Field(max_length=30)]
Pattern = Annotated[str, AfterValidator(checks.pattern)]
Patterns = Annotated[tuple[Pattern, ...], BeforeValidator(checks.words), Field(max_length=50)]
CitedAs = Annotated[
    Mapping[Language, Annotated[tuple[Name, ...], Field(min_length=1, max_length=30)]], Field(max_length=200)
]
Languages = Annotated[tuple[Language, ...], Field(min_length=1, max_length=200)]


def _form(value: Any) -> str:
    return "[languages]" if isinstance(value, Mapping) else "[name]"


OrdinaryName = Annotated[  # a name, or names each with the languages in which alone it is an ordinary word
    Annotated[Name, Tag("[name]")]
    | Annotated[Mapping[Name, Languages], Field(min_length=1, max_length=30), Tag("[languages]")],
    Discriminator(_form),
]
Share = Annotated[float, Field(ge=0, le=1, strict=True)]

MATCH_SECONDS: Final = 0.1  # an address is at most 2,048 characters; a pattern that takes longer never ends

_URLS: Final = "a list of http:// or https:// addresses without credentials"
_CSS: Final = "a CSS selector or a list of them"
_ORDINARY: Final = "a list of names that cited_as holds, or of such names with their languages: {Time: [en]}"
_PATTERNS: Final = f"a regular expression that compiles, of at most {checks.MAX_PATTERN} characters, or a list of them"


class _Strict(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)


class Selectors(_Strict):
    """CSS selectors of an outlet's pages, by the field of `Article` that they give; the first that matches counts."""

    headline: Csses = Field((), description=_CSS)
    body: Csses = Field((), description=_CSS)
    published: Csses = Field((), description=_CSS)
    modified: Csses = Field((), description=_CSS)
    authors: Csses = Field((), description=_CSS)
    language: Csses = Field((), description=_CSS)
    description: Csses = Field((), description=_CSS)
    section: Csses = Field((), description=_CSS)
    keywords: Csses = Field((), description=_CSS)
    publisher: Csses = Field((), description=_CSS)
    agency: Csses = Field((), description=_CSS)
    place: Csses = Field((), description=_CSS)
    image: Csses = Field((), description=_CSS)
    canonical_url: Csses = Field((), description=_CSS)
    drop: Csses = Field((), description=_CSS)  # what is taken out of the page before it is read


class Expect(_Strict):
    """What an outlet should yield; a crawl that gives less is a failure worth looking at."""

    articles_per_day: float | None = Field(
        None, ge=0, le=100_000, strict=True, description="a number of articles, 0 or more"
    )
    with_date: Share | None = Field(None, description="a share from 0 to 1")
    with_body: Share | None = Field(None, description="a share from 0 to 1")


class Outlet(_Strict):
    """An edition: one outlet in (mostly) one language.

    Each field's description says what is expected of it, in words that follow "expected" in an error.
    """

    slug: Slug = Field(description="a file's name of small Latin letters, digits and single hyphens")
    name: Name = Field(description="a name of 1 to 200 characters")
    publisher: Slug = Field(description="a publisher's short name of small Latin letters, digits and single hyphens")
    publisher_name: Name | None = Field(None, description="a name of 1 to 200 characters")
    languages: tuple[Language, ...] = Field(
        min_length=1, max_length=30, description="a list of one or more BCP 47 codes such as fa, zh-Hans or pt-BR"
    )
    country: Annotated[str, AfterValidator(checks.country)] = Field(
        description="an ISO 3166-1 alpha-2 code such as IR, or ZZ where it is unknown"
    )
    homepage: Url = Field(description="an http:// or https:// address without credentials")
    feeds: Urls = Field((), description=_URLS)
    news_sitemaps: Urls = Field((), description=_URLS)
    sitemaps: Urls = Field((), description=_URLS)
    sections: Urls = Field((), description=_URLS)
    search: Annotated[str, AfterValidator(checks.search)] | None = Field(
        None, description="an http:// or https:// address with {query} where the words go"
    )
    crawl: bool = Field(True, strict=True, description="true or false")
    hosts: tuple[Host, ...] = Field((), max_length=100, description="a list of hosts such as example.org")
    timezone: Annotated[str, AfterValidator(checks.timezone)] | None = Field(
        None, description="a name of the IANA time zone database such as Asia/Tehran"
    )
    interval: Annotated[
        timedelta, BeforeValidator(checks.interval), Field(ge=timedelta(minutes=1), le=timedelta(days=30))
    ] = Field(timedelta(minutes=30), description="a span from 1m to 30d such as 30m, 2h, 1d or PT30M")
    delay: float | None = Field(
        None, ge=0, le=3600, strict=True, description="seconds between two requests, from 0 to 3600"
    )
    concurrency: int = Field(
        1, ge=1, le=32, strict=True, description="a whole number of requests at once, from 1 to 32"
    )
    tags: tuple[Slug, ...] = Field(
        (), max_length=50, description="a list of tags of small Latin letters, digits and hyphens"
    )
    cited_as: CitedAs = Field(
        default_factory=dict, description="a mapping of BCP 47 code to a list of names, such as fa: [ایرنا]"
    )
    ordinary_names: tuple[OrdinaryName, ...] = Field((), max_length=100, description=_ORDINARY)
    selectors: Selectors = Field(default_factory=Selectors, description="a mapping of field to CSS selectors")
    article_urls: Patterns = Field((), description=_PATTERNS)
    not_article_urls: Patterns = Field((), description=_PATTERNS)
    expect: Expect = Field(default_factory=Expect, description="a mapping of articles_per_day, with_date and with_body")
    extraction: Slug | None = Field(None, description="the name of an override in monitor/extraction")

    def __hash__(self) -> int:
        return hash(self.slug)

    @model_validator(mode="after")
    def _complete(self) -> Self:
        if self.crawl and not self.entry_points:
            raise ValueError(
                "crawl|at least one address in feeds, news_sitemaps, sitemaps or sections, or crawl: false"
            )
        names = {name for names in self.cited_as.values() for name in names}
        for name, languages in self.ordinary.items():
            if name not in names:
                raise ValueError(f"ordinary_names|names that cited_as holds, found {name!r}")
            if other := [code for code in languages or () if name not in self.cited_as.get(code, ())]:
                raise ValueError(f"ordinary_names|languages in which cited_as holds {name!r}, found {other[0]!r}")
        return self

    @property
    def ordinary(self) -> dict[str, tuple[str, ...] | None]:
        """The names of `ordinary_names`, each with the languages in which alone it is an ordinary word, if any."""
        found: dict[str, tuple[str, ...] | None] = {}
        for each in self.ordinary_names:
            found.update(dict.fromkeys([each]) if isinstance(each, str) else each)
        return found

    @property
    def entry_points(self) -> tuple[tuple[str, str], ...]:
        """(key, address) of everything that announces articles, such as ("feeds", "https://…")."""
        keys = ("feeds", "news_sitemaps", "sitemaps", "sections")
        return tuple((key, address) for key in keys for address in getattr(self, key))

    @property
    def all_hosts(self) -> tuple[str, ...]:
        """The hosts that belong to it: its homepage's, without `www.`, and the further ones."""
        own = (urlsplit(self.homepage).hostname or "").removeprefix("www.")
        return (own, *(host.removeprefix("www.") for host in self.hosts))

    def is_article_url(self, address: str) -> bool | None:
        """What article_urls and not_article_urls say of an address; None where they say nothing."""
        if _matches(self.not_article_urls, address):
            return False
        return _matches(self.article_urls, address) if self.article_urls else None


@frozen(kw_only=True)
class Publisher:
    """Who stands behind one or more editions, and the names by which others cite it."""

    slug: str
    name: str
    country: str
    outlets: tuple[str, ...]  # slugs of its editions
    cited_as: Mapping[str, tuple[str, ...]]  # language -> names, merged over its editions
    ordinary_names: frozenset[str] = (
        frozenset()
    )  # names that are ordinary words too: they count only where a verb cites
    ordinary_in: Mapping[str, frozenset[str]] = {}  # the languages in which alone some of them are


def _matches(patterns: tuple[str, ...], address: str) -> bool:
    for pattern in patterns:
        try:
            if checks.compiled(pattern).search(address[: checks.MAX_URL], timeout=MATCH_SECONDS):
                return True
        except TimeoutError:
            continue
    return False
