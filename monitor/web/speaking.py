"""The interface's words in one language: translations, plurals, numbers, moments."""

from __future__ import annotations

import gettext
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from functools import cache
from importlib.resources import files
from io import BytesIO

from babel import Locale
from babel.dates import format_datetime, format_skeleton
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal, format_percent

from monitor.language import direction, language
from monitor.model import Moment

INTERFACES = ("en", "fa", "ar", "ru", "de", "es", "fr", "tr", "zh")
ISOLATED = "\u2066{}\u2069"  # from left to right, whatever is around it
EITHER = "\u2068{}\u2069"  # from whichever side its first letter says
DIGITS = {"fa": "۰۱۲۳۴۵۶۷۸۹", "ar": "٠١٢٣٤٥٦٧٨٩"}


@cache
def translations(locale: str) -> gettext.NullTranslations:
    """The interface's words in a language; for English, and for one that is not there, the words themselves."""
    source = files("monitor.web") / "locales" / f"{locale}.po"
    if locale == "en" or not source.is_file():
        return gettext.NullTranslations()
    packed = BytesIO()
    with source.open("rb") as file:
        write_mo(packed, read_po(file, locale=locale))
    packed.seek(0)
    return gettext.GNUTranslations(packed)


class Speaker:
    """Says things in one language of the interface."""

    def __init__(self, locale: str) -> None:
        self.locale = locale if locale in INTERFACES else "en"
        self.dir = direction(self.locale)
        self._words = translations(self.locale)
        self._babel = Locale.parse(self.locale)
        self._dates = Locale("en", "GB") if self.locale == "en" else self._babel  # the day before the month
        self._comma = "،" if self.dir == "rtl" else ","
        self._digits = str.maketrans("0123456789", DIGITS.get(self.locale, "0123456789"))

    def __call__(self, message: str, **values: object) -> str:
        """The message in this language, with `{name}` filled in; the English one where no translation is known."""
        return self._words.gettext(message).format(**values)

    def told(self, message: str, values: Mapping[str, object]) -> str:
        """A message with what somebody typed in it, which keeps its own direction among right-to-left words."""
        held = {name: EITHER.format(value) if self.dir == "rtl" else value for name, value in values.items()}
        return self(message, **held)

    def plural(self, one: str, many: str, n: int, **values: object) -> str:
        """A message with a number `{n}` in it, in the form that the number wants."""
        return self._words.ngettext(one, many, n).format(n=self.number(n), **values)

    def number(self, value: float) -> str:
        """A number as this language writes it."""
        return str(format_decimal(value, locale=self._babel, numbering_system="default")).translate(self._digits)

    def percent(self, share: float) -> str:
        """A share from 0 to 1, as a percentage."""
        return str(format_percent(share, locale=self._babel, numbering_system="default")).translate(self._digits)

    def when(self, moment: datetime | None) -> str:
        """A moment in its own zone; a day alone where no time of day is known."""
        if moment is None:
            return ""
        if isinstance(moment, Moment) and not moment.has_time:
            return self._day(moment)
        zone = format_datetime(moment, "'UTC'xxx", tzinfo=moment.tzinfo, locale=self._dates).removesuffix("+00:00")
        return f"{self._day(moment)}{self._comma} {moment:%H:%M} {ISOLATED.format(zone)}".translate(self._digits)

    def brief(self, moment: datetime | None) -> str:
        """A moment in UTC, so that those of several zones can be compared."""
        if moment is None:
            return ""
        if isinstance(moment, Moment) and not moment.has_time:
            return self._day(moment)
        return f"{self._day(moment.astimezone(UTC))} {moment.astimezone(UTC):%H:%M}".translate(self._digits)

    def lag(self, seconds: float | None) -> str:
        """A lag behind the first report, in its two largest units."""
        if seconds is None:
            return ""
        minutes = int(timedelta(seconds=seconds).total_seconds() // 60)
        if minutes <= 0:
            return self("first")
        days, hours = divmod(minutes // 60, 24)
        units = [
            (days, self("{n} d", n=self.number(days))),
            (hours, self("{n} h", n=self.number(hours))),
            (minutes % 60, self("{n} min", n=self.number(minutes % 60))),
        ]
        return "+" + " ".join([said for count, said in units if count][:2])

    def language(self, code: str) -> str:
        """A language's name in this one, else in English."""
        name = self._babel.languages.get(code.replace("-", "_")) or self._babel.languages.get(code.partition("-")[0])
        return str(name or language(code).name)

    def country(self, code: str) -> str:
        """A country's name in this language, else its code."""
        return str(self._babel.territories.get(code, code)) if code != "ZZ" else self("unknown")

    def _day(self, moment: datetime) -> str:
        return str(format_skeleton("yMMMd", moment, locale=self._dates)).translate(self._digits)
