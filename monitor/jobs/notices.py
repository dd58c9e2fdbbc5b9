"""What a notice says, and how it goes out: JSON to a webhook, a mail of all that is new."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from hashlib import blake2b
from typing import Any, Final
from urllib.parse import quote

from attrs import frozen

from monitor.config import Config
from monitor.fetching import FetchProblem, post_json
from monitor.index import ArticleQuery, Index, Notice, Watch, event_to_dict
from monitor.jobs.mailing import MailProblem, send_mail
from monitor.model import Article, Event

MAILTO: Final = "mailto:"
ARTICLES: Final = 20  # of an event that a notice names, the earliest
ISOLATE, POP = "\u2068", "\u2069"  # a headline keeps its direction to itself


@frozen(kw_only=True)
class Teller:
    """Tells targets; `names` are the outlets' by slug."""

    index: Index
    config: Config
    names: Mapping[str, str]
    now: datetime

    def tell(self, watch: Watch, target: str, notices: Sequence[Notice]) -> str:
        """Tell one target of these events; gives why it was not taken, "" where it was."""
        found = [(each, self.index.event(each.event)) for each in notices]
        told = [(notice, event, self._articles(event)) for notice, event in found if event is not None]
        try:
            if target.startswith(MAILTO):
                self._mail(watch, target.removeprefix(MAILTO), told)
            else:
                for notice, event, articles in told:
                    self._post(target, self.value(watch, notice.id, event, articles))
        except (FetchProblem, MailProblem) as problem:
            return str(problem)
        return ""

    def test(self, watch: Watch, target: str) -> str:
        """Tell one target of an event that is none, to see that it listens."""
        event = Event(id="test", headline="A test of this watch", outlets=0)
        try:
            if target.startswith(MAILTO):
                notice = Notice(watch=watch.id, target=target, event=event.id, first=self.now, at=self.now)
                self._mail(watch, target.removeprefix(MAILTO), [(notice, event, [])])
            else:
                self._post(target, {**self.value(watch, "test", event, []), "test": True})
        except (FetchProblem, MailProblem) as problem:
            return str(problem)
        return ""

    def value(self, watch: Watch, id_: str, event: Event, articles: Sequence[Article]) -> dict[str, Any]:
        """What a webhook is sent; `text` is what chat services show of it."""
        return {
            "id": id_,
            "text": self._line(watch, event),
            "watch": {"id": watch.id, "name": watch.name, "query": watch.query},
            "event": {**event_to_dict(event), "page": self._page(event)},
            "articles": [self._told(each) for each in articles],
        }

    def _post(self, url: str, value: dict[str, Any]) -> None:
        post_json(url, value, config=self.config, headers={"Idempotency-Key": value["id"]})

    def _mail(self, watch: Watch, to: str, told: Sequence[tuple[Notice, Event, list[Article]]]) -> None:
        if not told:
            return
        called, first = _called(watch), told[0][1].headline
        subject = f"{called}: {first}" if len(told) == 1 else f"{called}: {len(told)} new events"
        ids = "".join(notice.id for notice, _, _ in told)
        name = blake2b(ids.encode(), digest_size=12).hexdigest()
        text = "\n\n".join(self._text(event, articles) for _, event, articles in told)
        foot = f"-- \nWatch {watch.id}; `monitor watch remove {watch.id}` ends it.\n"
        send_mail(self.config, to=to, subject=subject, text=f"{text}\n\n{foot}", name=name, now=self.now)

    def _text(self, event: Event, articles: Sequence[Article]) -> str:
        where = self._page(event) or f"monitor compare {event.id}"
        head = f"{ISOLATE}{event.headline}{POP}\n{_counted(event)}\n{where}"
        return "\n".join((head, *map(self._named, articles)))

    def _named(self, article: Article) -> str:
        outlet = self.names.get(article.outlet, article.outlet)
        return f"- {outlet} ({article.language}): {ISOLATE}{article.headline}{POP}\n  {article.url}"

    def _line(self, watch: Watch, event: Event) -> str:
        return " · ".join(
            each for each in (f"{_called(watch)}: {event.headline}", _counted(event), self._page(event)) if each
        )

    def _told(self, article: Article) -> dict[str, Any]:
        return {
            "id": article.id,
            "outlet": article.outlet,
            "name": self.names.get(article.outlet, article.outlet),
            "language": article.language,
            "headline": article.headline,
            "published": article.published.to_text() if article.published else None,
            "url": article.url,
        }

    def _page(self, event: Event) -> str:
        base = self.config.web_address.rstrip("/")
        return f"{base}/event/{quote(event.id, safe='')}" if base else ""

    def _articles(self, event: Event) -> list[Article]:
        query = ArticleQuery(events=(event.id,), limit=ARTICLES)
        return [each.article for each in self.index.articles(query, vectors=False)]


def _called(watch: Watch) -> str:
    return watch.name or watch.query or watch.id


def _counted(event: Event) -> str:
    """Such as `3 outlets, 5 articles, en fa ru`."""
    if not event.articles:
        return ""
    outlets = f"{event.outlets} outlet{'s' if event.outlets != 1 else ''}"
    articles = f"{event.articles} article{'s' if event.articles != 1 else ''}"
    return f"{outlets}, {articles}, {' '.join(event.languages)}"
