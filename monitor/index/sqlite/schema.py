"""The tables, and the way from each version of them to the next."""

from __future__ import annotations

import sqlite3

from monitor.index.errors import IndexLocked, IndexNotMonitor, IndexTooNew
from monitor.index.sqlite.database import Database

APPLICATION = 0x4D4F4E49  # "MONI", in the file's header: tells our files from other people's

FIRST = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE articles (
    row INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    url TEXT NOT NULL,
    outlet TEXT NOT NULL,
    language TEXT NOT NULL,
    country TEXT NOT NULL,
    time REAL NOT NULL,       -- what it is filed under: published, else fetched
    fetched REAL NOT NULL,
    event TEXT NOT NULL DEFAULT '',  -- the grouping's; all else is the crawl's
    terms INTEGER NOT NULL,   -- its row in the full-text index; an earlier text leaves its row there, unreachable
    minhash BLOB NOT NULL,
    document TEXT NOT NULL,   -- the article as JSON, without its event
    analysis TEXT NOT NULL
);
CREATE INDEX articles_time ON articles (time, id);
CREATE INDEX articles_fetched ON articles (fetched, id);
CREATE INDEX articles_event ON articles (event, time) WHERE event != '';
CREATE INDEX articles_unplaced ON articles (time, id) WHERE event = '';
CREATE INDEX articles_outlet ON articles (outlet, time);
CREATE INDEX articles_language ON articles (language, time);
CREATE INDEX articles_url ON articles (url);
CREATE UNIQUE INDEX articles_terms ON articles (terms);
CREATE TABLE vectors (row INTEGER PRIMARY KEY, vector BLOB, signature BLOB NOT NULL DEFAULT x'');
CREATE VIRTUAL TABLE words USING fts5 (headline, body, more, content = '', tokenize = "ascii tokenchars '_'");
CREATE TABLE events (
    id TEXT PRIMARY KEY,
    first REAL NOT NULL,
    last REAL NOT NULL,
    outlets INTEGER NOT NULL,
    articles INTEGER NOT NULL,
    story TEXT NOT NULL,
    document TEXT NOT NULL
);
CREATE INDEX events_last ON events (last);
CREATE INDEX events_story ON events (story) WHERE story != '';
CREATE TABLE facets (kind TEXT, value TEXT, event TEXT, PRIMARY KEY (kind, value, event)) WITHOUT ROWID;
CREATE INDEX facets_event ON facets (event);
CREATE TABLE records (
    kind TEXT NOT NULL,
    key TEXT NOT NULL,
    label TEXT NOT NULL,
    outlet TEXT NOT NULL,
    article TEXT NOT NULL,
    event TEXT NOT NULL,
    other TEXT NOT NULL,
    at REAL,
    due REAL,
    data TEXT NOT NULL,
    UNIQUE (kind, key)
);
CREATE INDEX records_at ON records (kind, at, key);
CREATE INDEX records_due ON records (kind, due, key) WHERE due IS NOT NULL;
CREATE INDEX records_article ON records (kind, article) WHERE article != '';
CREATE INDEX records_event ON records (kind, event) WHERE event != '';
CREATE INDEX records_other ON records (kind, other) WHERE other != '';
"""

# What the grouping asks for: without an index in its own order it read every placed article before the first new one.
SECOND = """
DROP INDEX articles_unplaced;
CREATE INDEX articles_waiting ON articles (fetched, id) WHERE event = '';
"""

# What a search for words asks of each article that has them. Without it each was read from its own page of the file:
# 8 seconds for a common word and a language among 100,000 articles. And the order of the front page's events.
THIRD = """
DROP INDEX articles_terms;
CREATE INDEX articles_found ON articles (terms, time, language, outlet, country, event);
CREATE INDEX events_widest ON events (outlets DESC, articles DESC, last DESC, id);
"""

# Statement by statement, version n to n + 1; the file's user_version counts how many have been done.
STEPS: tuple[str, ...] = (FIRST, SECOND, THIRD)
VERSION = len(STEPS)

# In one statement, so that all of it is of one moment: another process may be making the tables meanwhile.
STATE = """
SELECT application_id, user_version, EXISTS (SELECT 1 FROM sqlite_master)
FROM pragma_application_id, pragma_user_version
"""


def bring_up_to_date(database: Database) -> None:
    """Make the tables in an empty file, or bring an older file of ours to this version.

    Raises IndexNotMonitor for somebody else's file and IndexTooNew for one of a later version.
    """
    if _version(database) == VERSION:
        return
    try:
        _update(database)
    except IndexLocked as problem:
        raise IndexLocked(f"{problem}; it is to be brought up to date to version {VERSION} first") from problem


def _update(database: Database) -> None:
    with database.write() as connection:
        for step in STEPS[_version(database) :]:
            for statement in statements(step):
                connection.execute(statement)
        connection.execute(f"PRAGMA application_id = {APPLICATION}")
        connection.execute(f"PRAGMA user_version = {VERSION}")


def _version(database: Database) -> int:
    version: int
    application, version, filled = database.read(STATE)[0]
    if application != APPLICATION and (application or filled):
        raise IndexNotMonitor(
            f"{database.path} is another program's SQLite file: name another with --index sqlite:PATH"
        )
    if version > VERSION:
        raise IndexTooNew(
            f"{database.path} was written by a later version of monitor (schema {version}, this one knows {VERSION}): "
            "upgrade monitor, or name another index"
        )
    return version


def statements(script: str) -> list[str]:
    """The statements of a script; `executescript` would end the transaction that they must share."""
    found, part = [], ""
    for line in script.splitlines():
        part += line + "\n"
        if sqlite3.complete_statement(part):
            found.append(part.strip())
            part = ""
    return found
