"""An article cut by its subheadings and by the events it speaks of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex
from attrs import evolve, field, frozen

from monitor.model import Analysis, Article
from monitor.text.tokens import count_words

HEADING_WORDS = 12  # at most, and no full stop at the end
LONGEST = 260  # words of a passage; a longer one is cut between paragraphs
_SENTENCE_END = regex.compile(r"[.!?…。!?؟।:;,،、\"”»」]$")


@frozen(kw_only=True)
class Passage:
    """Consecutive paragraphs that speak of one thing."""

    heading: str
    text: str
    start: int  # in characters of the body
    days: tuple[str, ...] = ()  # ISO 8601, the days that it names
    speakers: tuple[str, ...] = field(default=())


@frozen
class _Paragraph:
    start: int
    text: str
    heading: bool
    days: tuple[str, ...]
    speakers: tuple[str, ...]


def passages(article: Article, found: Analysis) -> tuple[Passage, ...]:
    """Passages in order: a subheading begins one, and so does a paragraph with another day or another speaker."""
    result: list[Passage] = []
    heading = ""
    open_ = False
    for paragraph in _paragraphs(article, found):
        if paragraph.heading:
            heading, open_ = paragraph.text, False
        elif open_ and _belongs(result[-1], paragraph, article.language):
            result[-1] = _joined(result[-1], paragraph)
        else:
            result.append(
                Passage(
                    heading=heading,
                    text=paragraph.text,
                    start=paragraph.start,
                    days=paragraph.days,
                    speakers=paragraph.speakers,
                )
            )
            open_ = True
    return tuple(result)


def _paragraphs(article: Article, found: Analysis) -> Iterator[_Paragraph]:
    start = 0
    lines = article.body.split("\n")
    for number, line in enumerate(lines):
        end = start + len(line)
        if line.strip():
            yield _Paragraph(
                start,
                line.strip(),
                _is_heading(line.strip(), article.language, last=number == len(lines) - 1),
                tuple(dict.fromkeys(d.day for d in found.dates if start <= d.start < end)),
                tuple(dict.fromkeys(q.speaker for q in found.quotes if q.speaker and start <= q.start < end)),
            )
        start = end + 1


def _is_heading(line: str, language: str, *, last: bool) -> bool:
    return not last and not _SENTENCE_END.search(line) and count_words(line, language) <= HEADING_WORDS


def _belongs(passage: Passage, paragraph: _Paragraph, language: str) -> bool:
    """False where the paragraph turns to another day or another speaker, or the passage has grown too long."""
    if count_words(passage.text, language) + count_words(paragraph.text, language) > LONGEST:
        return False
    other_day = bool(paragraph.days and passage.days and not set(paragraph.days) & set(passage.days))
    other_speaker = bool(
        paragraph.speakers and passage.speakers and not set(paragraph.speakers) & set(passage.speakers)
    )
    return not (other_day or other_speaker)


def _joined(passage: Passage, paragraph: _Paragraph) -> Passage:
    return evolve(
        passage,
        text=f"{passage.text}\n{paragraph.text}",
        days=tuple(dict.fromkeys((*passage.days, *paragraph.days))),
        speakers=tuple(dict.fromkeys((*passage.speakers, *paragraph.speakers))),
    )


def sentences_of(passage: Passage, sentences: Sequence[tuple[int, str]]) -> list[tuple[int, str]]:
    """The article's sentences that stand in a passage."""
    return [(at, text) for at, text in sentences if passage.start <= at < passage.start + len(passage.text)]
