"""Hebrew words that are no names beside a verb of speech, and verbs that keep the subject of the one before."""

from __future__ import annotations

import pytest

from monitor.analysis.names import is_unnamed
from tests.analysis import labelled

LED = 'ראש העיר יוסי כהן הגיע אתמול לסיור. "הכביש ייפתח בזמן", אמר כהן. '


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        (
            LED + 'בהמשך התייחס לתקציב ואמר כי "הכסף יועבר עד סוף החודש לכל בתי הספר".',
            ["יוסי כהן", "יוסי כהן"],
        ),
        (
            'השר דוד כ"ץ אמר כי התחנה תיסגר. "אתמול הודעתי על ההחלטה", כתב כ"ץ. "ההצעה תעלה בקרוב".',
            ['דוד כ"ץ', 'דוד כ"ץ'],
        ),
        (LED + 'על מצב הגשרים אמר: "הם ייבדקו פעם נוספת לפני החורף".', ["יוסי כהן", "יוסי כהן"]),
        (LED + 'כאשר נשאל לגבי המחיר, השיב: "נדע רק אחרי המכרז".', ["יוסי כהן", "יוסי כהן"]),
        (
            (
                'תושבת חדרה, דליה רביב, סיפרה: "שמענו רעש והלכנו לחלון". '
                '"לא ישנו כל הלילה", היא אומרת ומתייחסת לקבלת המים.'
            ),
            ["דליה רביב", "דליה רביב"],
        ),
        ('"המים הגיעו עד לדלת הבית", אמר ביום שני פקיד בעירייה.', [""]),
        ('מאמן הפועל תל אביב, עודד רוזן, אמר בסיום: "הקבוצה שיחקה היטב במחצית השנייה".', ["עודד רוזן"]),
        ('"הכנס הזה נולד לפני שנה", כך אמרה מו"ל העיתון, נועה שקד.', ["נועה שקד"]),
    ],
)
def test_speakers(text: str, speakers: list[str]) -> None:
    assert labelled.speakers(text, "he") == speakers


@pytest.mark.parametrize(
    ("word", "unnamed"),
    [("בנושא", True), ("לתקיפה", True), ("ותגובתו", True), ("לשמור", True), ("לפיד", False), ("מקרון", False)],
)
def test_is_unnamed(word: str, *, unnamed: bool) -> None:
    assert is_unnamed(word, "he") is unnamed
