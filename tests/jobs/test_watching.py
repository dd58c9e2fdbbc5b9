"""Watches against a real HTTP receiver and a real SMTP receiver on loopback."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from attrs import define, evolve, field

from monitor.cli import main
from monitor.config import Config
from monitor.fetching import AddressRefused
from monitor.index import EventQuery, Index, Notice, Placement, Watch, open_index
from monitor.jobs import watching
from monitor.jobs.mailing import MailProblem, checked_address
from monitor.jobs.notices import Teller
from monitor.jobs.watching import WatchProblem, add_watch, check_watches
from monitor.model import Event, Moment
from tests.fetching.servers import Answer, Site, serving
from tests.index.samples import NOON, stored
from tests.jobs.mailboxes import Mailbox, mail_server

DAY = timedelta(days=1)
NAMES = {"paper-en": "The Paper"}


@define
class Receiver:
    """A webhook's receiver: what it was sent, and what it answers."""

    site: Site
    got: list[Any] = field(factory=list)
    keys: list[str] = field(factory=list)
    status: int = 204

    @property
    def url(self) -> str:
        return f"{self.site.base}/hook?token=a%20b"

    def answer(self, handler: Any) -> Answer:
        body = handler.rfile.read(int(handler.headers["Content-Length"]))
        assert handler.command == "POST"
        if self.status < 300:
            self.got.append(json.loads(body))
            self.keys.append(handler.headers["Idempotency-Key"])
        return self.status, {"Location": f"{self.site.base}/elsewhere"}, b""


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    with serving() as site:
        made = Receiver(site)
        site.pages["/hook?token=a%20b"] = made.answer
        yield made


@pytest.fixture
def mailbox() -> Iterator[tuple[Mailbox, str]]:
    """A mailbox and its server's address; the server asks nobody who he is."""
    box = Mailbox()
    with mail_server(box) as port:
        yield box, f"smtp://127.0.0.1:{port}"


@pytest.fixture
def config(tmp_path: Path, mailbox: tuple[Mailbox, str]) -> Config:
    return Config(
        index=f"sqlite:{tmp_path / 'monitor.sqlite'}",
        data=tmp_path,
        allow_addresses="127.0.0.0/8",
        mail_server=mailbox[1],
        mail_from="monitor@paper.example",
        web_address="https://news.example/",
    )


@pytest.fixture
def index(config: Config) -> Iterator[Index]:
    with open_index(config.index_address) as made:
        tell_of(made, "e1", "Ferry sinks off Port Aldara")
        tell_of(made, "e2", "Cup final goes to penalties")
        yield made


def tell_of(index: Index, event: str, headline: str, when: datetime = NOON) -> None:
    """Put an event of one article into the index."""
    article = stored(f"a-{event}", headline=headline, published=Moment.of(when))
    index.save([evolve(article, article=evolve(article.article, event=event))])
    index.place([Placement(article=article.article.id, event=event)])
    index.save_events(
        [
            Event(
                id=event, headline=headline, headlines={"en": headline}, first=Moment.of(when), last=Moment.of(when),
                articles=1, outlets=1, editions=("paper-en",), languages=("en",), countries=("GB",),
            )
        ]
    )  # fmt: skip


def watch(index: Index, config: Config, *targets: str, query: str = "ferry", **given: Any) -> Watch:
    made = Watch(id="", query=query, targets=targets, since=NOON - DAY, added=NOON, **given)
    return add_watch(index, made, config)[0]


def check(index: Index, config: Config, now: datetime = NOON, **given: Any) -> list[watching.Checked]:
    return check_watches(index, Teller(index=index, config=config, names=NAMES, now=now), now=now, **given)


def test_each_event_is_told_once_however_often_it_is_checked(index: Index, config: Config, receiver: Receiver) -> None:
    made = watch(index, config, receiver.url, name="Ships")
    assert [each.sent for each in check(index, config)] == [("e1",)]
    assert [each.sent for each in check(index, config)] == [()]
    with open_index(config.index_address) as again:
        assert [each.sent for each in check(again, config)] == [()]
    (got,) = receiver.got
    assert got["watch"] == {"id": made.id, "name": "Ships", "query": "ferry"}
    assert got["event"]["id"] == "e1"
    assert got["event"]["page"] == "https://news.example/event/e1"
    assert got["articles"][0]["name"] == "The Paper"
    assert "Ferry sinks" in got["text"]
    tell_of(index, "e3", "Second ferry in trouble", NOON + DAY)
    assert [each.sent for each in check(index, config, NOON + DAY)] == [("e3",)]
    assert [each["event"]["id"] for each in receiver.got] == ["e1", "e3"]


def test_a_failed_delivery_is_reported_and_tried_again_under_the_same_key(
    index: Index, config: Config, receiver: Receiver
) -> None:
    tell_of(index, "e3", "Second ferry in trouble")
    made = watch(index, config, receiver.url)
    receiver.status = 503
    (done,) = check(index, config)
    assert "503" in done.problem
    assert (done.sent, done.waiting) == ((), 2)  # the one that failed, and the one that was not tried
    assert check(index, config, NOON + timedelta(minutes=5), dry_run=True)[0].waiting == 2
    assert receiver.site.asked["/hook?token=a%20b"] == 1  # a receiver that is down is asked once a check
    receiver.status = 200
    (done,) = check(index, config, NOON + timedelta(minutes=5))
    assert (set(done.sent), done.problem) == ({"e1", "e3"}, "")
    assert len(set(receiver.keys)) == 2
    assert [each.state for each in index.watches.notices(made.id)] == ["sent", "sent"]
    assert check(index, config)[0].sent == ()


def test_a_redirect_is_not_followed(index: Index, config: Config, receiver: Receiver) -> None:
    watch(index, config, receiver.url)
    receiver.status = 307
    assert "307" in check(index, config)[0].problem
    assert receiver.site.asked["/elsewhere"] == 0


def test_what_fails_for_a_week_is_given_up(index: Index, config: Config, receiver: Receiver) -> None:
    made = watch(index, config, receiver.url)
    receiver.status = 500
    for day in range(8):
        assert check(index, config, NOON + day * DAY)[0].problem
    assert [(each.state, each.tries) for each in index.watches.notices(made.id)] == [("given-up", 8)]
    receiver.status = 200
    assert check(index, config, NOON + 8 * DAY)[0].sent == ()


def test_what_a_killed_check_had_begun_is_finished_by_a_later_one(
    index: Index, config: Config, receiver: Receiver
) -> None:
    made = watch(index, config, receiver.url)
    begun = Notice(watch=made.id, target=receiver.url, event="e1", first=NOON, at=NOON, due=NOON + watching.UNDER_WAY)
    assert index.watches.claim(begun)
    assert check(index, config)[0].sent == ()
    assert check(index, config, NOON + timedelta(minutes=11))[0].sent == ("e1",)
    assert receiver.keys == [begun.id]


def test_an_event_that_was_merged_into_a_new_one_is_not_told_again(
    index: Index, config: Config, receiver: Receiver
) -> None:
    watch(index, config, receiver.url)
    assert check(index, config)[0].sent == ("e1",)
    tell_of(index, "e9", "Ferry sinks, twelve dead")
    index.merge_events({"e1": "e9"})
    assert check(index, config)[0].sent == ()


def test_more_than_a_check_may_tell_waits_for_the_next(index: Index, config: Config, receiver: Receiver) -> None:
    for number in range(60):
        tell_of(index, f"f{number:02}", f"Ferry number {number} is late", NOON + timedelta(minutes=number))
    watch(index, config, receiver.url)
    (done,) = check(index, config)
    assert (len(done.sent), done.waiting) == (watching.MOST, 11)
    assert len(check(index, config)[0].sent) == 11
    assert len(receiver.got) == len(set(receiver.keys)) == 61


def test_a_watch_is_narrowed_by_filters_span_and_outlets(index: Index, config: Config, receiver: Receiver) -> None:
    tell_of(index, "old", "Ferry of last month", NOON - 30 * DAY)
    for given in ({"languages": ("fa",)}, {"outlets": ("other",)}, {"min_outlets": 2}, {"countries": ("IR",)}):
        watch(index, config, receiver.url, **given)
    watch(index, config, receiver.url, languages=("en",), outlets=("paper-en",), countries=("GB",))
    assert sorted(each.sent for each in check(index, config)) == [(), (), (), (), ("e1",)]


def test_a_dry_run_tells_nothing(index: Index, config: Config, receiver: Receiver) -> None:
    watch(index, config, receiver.url, query="")
    assert check(index, config, dry_run=True)[0].waiting == 2
    assert receiver.got == []
    assert len(check(index, config)[0].sent) == 2


def test_a_mail_says_what_is_new_in_every_script(index: Index, config: Config, mailbox: tuple[Mailbox, str]) -> None:
    box, _ = mailbox
    tell_of(index, "e4", "کشتی در بندر الدارا غرق شد\r\nBcc: somebody@evil.example")
    watch(index, config, "mailto:desk@paper.example", query="", name="Alles über Schiffe")
    (done,) = check(index, config)
    assert len(done.sent) == 3
    (mail,) = box.mails
    assert (mail["To"], mail["From"]) == ("desk@paper.example", "monitor@paper.example")
    assert mail["Subject"] == "Alles über Schiffe: 3 new events"
    assert mail["Auto-Submitted"] == "auto-generated"
    assert mail["Bcc"] is None
    text = mail.get_content()
    assert "کشتی در بندر الدارا غرق شد" in text
    assert "https://news.example/event/e1" in text
    assert "The Paper (en)" in text
    assert check(index, config)[0].sent == ()
    assert len(box.mails) == 1


def test_a_mail_that_is_refused_goes_with_the_next_check(
    index: Index, config: Config, mailbox: tuple[Mailbox, str]
) -> None:
    box, _ = mailbox
    watch(index, config, "mailto:desk@paper.example")
    box.refuse = "450 greylisted"
    assert "450 greylisted" in check(index, config)[0].problem
    box.refuse = ""
    assert check(index, config, NOON + timedelta(minutes=5))[0].sent == ("e1",)
    assert box.mails[0]["Subject"] == "ferry: Ferry sinks off Port Aldara"


@pytest.mark.parametrize(("password", "said"), [("secret", ""), ("wrong", "535")])
def test_the_server_is_told_who_we_are(
    index: Index, config: Config, mailbox: tuple[Mailbox, str], password: str, said: str
) -> None:
    named = Config(**{**config.model_dump(exclude={"allow_addresses"}), "mail_user": "desk", "mail_password": password})
    watch(index, config, "mailto:desk@paper.example")
    (done,) = check(index, named)
    assert said in done.problem
    assert bool(done.problem) == bool(said)
    assert len(mailbox[0].mails) == (0 if said else 1)


def test_a_dead_mail_server_is_one_line(index: Index, config: Config) -> None:
    watch(index, config, "mailto:desk@paper.example")
    dead = config.model_copy(update={"mail_server": "smtp://127.0.0.1:9"})
    assert "127.0.0.1:9" in check(index, dead)[0].problem


@pytest.mark.parametrize(
    "text", ["", "desk", "desk@", "@paper.example", "a b@c.example", "desk@paper.example\nBcc: x@y.example"]
)
def test_what_is_no_mail_address_is_refused(text: str) -> None:
    with pytest.raises(MailProblem, match="no mail address"):
        checked_address(text)


@pytest.mark.parametrize(
    ("targets", "changes", "error"),
    [
        ((), {}, WatchProblem),
        (("http://10.0.0.1/hook",), {}, AddressRefused),
        (("http://127.0.0.1/hook",), {"allow_addresses": ()}, AddressRefused),
        (("file:///etc/passwd",), {}, AddressRefused),
        (("mailto:desk@paper.example",), {"mail_server": ""}, MailProblem),
        (("mailto:desk@paper.example",), {"mail_server": "mail.example.org"}, MailProblem),
        (("mailto:desk@paper.example",), {"mail_from": ""}, MailProblem),
    ],
)
def test_a_watch_that_could_not_tell_is_not_added(
    index: Index, config: Config, targets: tuple[str, ...], changes: dict[str, Any], error: type[Exception]
) -> None:
    with pytest.raises(error):
        watch(index, config.model_copy(update=changes), *targets)
    assert index.watches.all() == []


def test_a_name_that_turns_out_to_be_private_is_refused_at_delivery(
    index: Index, config: Config, receiver: Receiver
) -> None:
    watch(index, config, receiver.url.replace("127.0.0.1", "localhost"))
    (done,) = check(index, config.model_copy(update={"allow_addresses": ()}))
    assert "private or reserved" in done.problem
    assert receiver.got == []


def test_from_the_command_line(
    index: Index,
    config: Config,
    receiver: Receiver,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("MONITOR_INDEX", config.index_address)
    monkeypatch.setenv("MONITOR_ALLOW_ADDRESSES", "127.0.0.0/8")

    def run(*arguments: str) -> tuple[int, str]:
        with pytest.raises(SystemExit) as end:
            main(["watch", *arguments])
        return int(str(end.value.code)), capsys.readouterr().out

    assert index.events(EventQuery()).total == 2
    now = ("--now", NOON.isoformat())
    code, said = run("add", "ferry", "--webhook", receiver.url, "--name", "Ships", *now)
    assert code == 0
    name = said.split()[0]
    assert "already" in run("add", "ferry", "--webhook", receiver.url, *now)[1]
    assert run("test", name)[0] == 0
    assert receiver.got.pop()["test"] is True
    code, said = run("check", *now, "--format", "json")
    assert (code, json.loads(said)[0]["sent"]) == (0, ["e1"])
    assert json.loads(run("list", "--format", "json")[1])[0]["sent"] == 1
    assert "Ships" in run("list")[1]
    assert json.loads(run("history", name, "--format", "json")[1])[0]["state"] == "sent"
    receiver.status = 500
    other = run("add", "final", "--webhook", receiver.url, *now)[1].split()[0]
    code, said = run("check", *now)
    assert code == 1
    assert "left for the next check" in said.splitlines()[0]
    (failed,) = (line for line in said.splitlines() if other in line)
    assert failed.split()[2:4] == ["0", "1"]
    assert "would be told" in run("check", *now, "--dry-run")[1]
    assert run("remove", name)[0] == 0
    assert run("remove", name)[0] == 2
