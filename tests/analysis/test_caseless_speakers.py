"""Speakers in scripts without capitals: words alone before a marker, offices of people named before, and adverbs."""

from __future__ import annotations

import pytest

from tests.analysis import labelled

HINDI = '"सड़कें समय पर बनेंगी और पैसा वापस नहीं जाएगा."'
ARABIC = '"سنواصل العمل حتى نهاية العام ولن نتوقف عند هذا الحد".'
NAMED = "قال الوزير سامر حداد إن العمل مستمر. "
PERSIAN = "لوون سرکیان درباره فیلم خود گفت: «امسال با یک اثر تازه آمده‌ام.» لوون سرکیان پیش از این نیز آمده بود."


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("hi", f"खन्ना ने कहा, {HINDI}", "खन्ना"),
        ("hi", f"ज़ेलेंस्की ने सोशल मीडिया पर लिखा, {HINDI}", "ज़ेलेंस्की"),
        ("hi", f"कर्मचारी ने कहा, {HINDI}", ""),
        ("hi", f"प्रमोद कुमार आगे कहते हैं कि {HINDI}", "प्रमोद कुमार"),
        ("hi", f"शिक्षा मंत्री दीपक सैनी ने स्कूल का दौरा किया. मंत्री ने कहा, {HINDI}", "दीपक सैनी"),
        ("ar", f"{NAMED}واسترسل: {ARABIC}", "سامر حداد"),
        ("ar", f"{NAMED}وأضاف موجهًا حديثه للنواب: {ARABIC}", "سامر حداد"),
        ("fa", PERSIAN, "لوون سرکیان"),
    ],
)
def test_speaker(language: str, text: str, speaker: str) -> None:
    assert labelled.speakers(text, language) == [speaker]
