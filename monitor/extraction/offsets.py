"""The offset from UTC in which a site's readers live, for times that a page tells in UTC alone."""

from __future__ import annotations

import re
from datetime import timedelta, timezone

from monitor.extraction.date_names import MODIFIED, PUBLISHED
from monitor.extraction.moments import parse_moment
from monitor.extraction.survey import Survey
from monitor.extraction.zones import zone_of_host
from monitor.model import Moment

OFFSET = re.compile(r"[+-]\d{2}:?\d{2}\s*$")
MAX_OTHERS = 12  # other times whose offset is looked at
NEAR = timedelta(days=60)  # so near, and a site's offset is the same but for an hour of summer time
FARTHEST = timedelta(hours=14)
QUARTER = timedelta(minutes=15)  # offsets are multiples of it
MINUTE = timedelta(minutes=1)
STAMP = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?[+-]\d\d:?\d\d")
HOURS = 13  # characters of a stamp before its minutes
LONGEST = 30  # characters of the rest
MAX_SCRIPT = 1_000_000  # characters


def in_the_sites_offset(moment: Moment, survey: Survey) -> Moment:
    """A time that is told in UTC with the offset that the page gives other times of these days, if it does."""
    if moment.utcoffset():
        return moment
    others = [element.get("datetime") or element.get("content") or "" for element in survey.props_and_times()]
    texts = [*(t for name in (*PUBLISHED[:2], *MODIFIED[:2]) for t in survey.metas.get(name, ())[:1]), *others]
    for text in texts[:MAX_OTHERS]:
        other = parse_moment(text) if OFFSET.search(text) else None
        if other and other.utcoffset() and abs(other - moment) < NEAR:
            return Moment.of(moment.astimezone(other.tzinfo))
    return _as_in_scripts(moment, survey)


def _as_in_scripts(moment: Moment, survey: Survey) -> Moment:
    """The same instant as a script of the page tells it with an offset: minutes and seconds are the same there."""
    tail = f":{moment.minute:02}:{moment.second:02}"
    for script in survey.page.root.iter("script"):
        text = script.text or ""
        at = text.find(tail, 0, MAX_SCRIPT)
        for _ in range(MAX_OTHERS):
            if at < 0:
                break
            found = STAMP.match(text, max(0, at - HOURS), at + LONGEST)
            other = parse_moment(found[0]) if found else None
            if other and other.utcoffset() and other == moment:
                return other
            at = text.find(tail, at + 1, MAX_SCRIPT)
    return moment


def as_readers_see(moment: Moment, seen: Moment) -> Moment:
    """A time in UTC with the offset that parts it from the time that readers see, where that can be an offset.

    `seen` is what stands beside the headline, read as if its clock were UTC's.
    """
    apart = seen.replace(tzinfo=moment.tzinfo) - moment.replace(second=0, microsecond=0)
    offset = round(apart / QUARTER) * QUARTER
    if not offset or abs(offset) > FARTHEST or abs(apart - offset) > MINUTE:
        return moment
    return Moment.of(moment.astimezone(timezone(offset)))


def on_the_day(moment: Moment, days: set[str], region: str) -> Moment:
    """A time in UTC in the zone of a region's country where only there it falls on a day that the page names.

    `days` as ISO 8601; `region` is that of the page's language, such as `US` of `en-US`.
    """
    zone = zone_of_host(f"region.{region}") if len(region) == 2 else None
    if zone is None or not days or moment.date().isoformat() in days:
        return moment
    there = moment.astimezone(zone)
    return Moment.of(there) if there.date().isoformat() in days else moment
