"""Whether a verb of speech is an outlet's: a name near one is often somebody's whom it is told of."""

import pytest

from monitor.analysis import analyse
from monitor.model import Article
from monitor.outlets import load_catalogue

PACKAGED = load_catalogue()


def _cited(language: str, text: str) -> set[str]:
    article = Article(url="https://sample.example/a", language=language, body=text)
    return {mention.publisher for mention in analyse(article, catalogue=PACKAGED).mentions if mention.publisher}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "He said CNN had lost half its audience in two years."),
        ("en", "The senator, who once worked for CNN, said the bill would fail."),
        ("en", "Trump, a frequent critic of CNN, told supporters that the rally was the biggest ever."),
        ("en", "Officials said that BBC Persian had been jammed for weeks."),
        ("en", '"I saw it on CNN," he said.'),
        ("en", "The channel's deal with Al Jazeera was announced in May, the company said."),
        ("de", "„Wir prüfen das“, sagte ein Sprecher des ZDF am Dienstag."),
        ("de", "„Die BBC übertreibt“, sagte er."),
        ("de", "Er arbeitete bei der BBC, berichtete später seine Frau."),
        ("fr", "« Le Figaro exagère », a-t-il lancé."),
        ("fr", "Il travaillait pour l'AFP, a raconté son frère."),
        ("fa", "بهای نفت به میزان ۳۰ درصد افزایش یافت."),
        ("fa", "ناوها از خلیج فارس خارج شدند."),
        ("ja", "ロイターの記者については退去を要求している。"),
    ],
)
def test_who_is_spoken_of_is_not_cited(language: str, text: str) -> None:
    assert _cited(language, text) == set()


@pytest.mark.parametrize(
    ("language", "text", "publisher"),
    [
        ("en", "Xinhua, the state news agency, said on Monday that three ships had sunk.", "Xinhua"),
        ("en", "The bridge will close, reports the BBC.", "BBC"),
        ("en", "Reuters was the first to report the closure, which others wrote about later.", "Reuters"),
        ("en", "BUFFALO, N.Y. (AP) — A bridge will close in March.", "Associated Press"),
        ("de", "Im ZDF sagte er, die Lage sei ernst.", "ZDF"),
        ("de", "Das sagte der Minister der „Bild“.", "Bild"),
        ("fr", "Le pont ferme en mars.\nJeanne Dubois et Luc Petit avec AFP", "AFP"),
        ("fa", "وزیر راه به میزان گفت که پل بسته می‌شود.", "Mizan"),
        ("fa", "خبرگزاری تسنیم:\nپل شهر از فردا بسته می‌شود.", "Tasnim News Agency"),
        ("ja", "ロンドン（CNN） 橋が来月閉鎖される。", "CNN"),
        ("ja", "[東京 9日 ロイター BREAKINGVIEWS] - 橋の閉鎖は痛手だ。", "Reuters"),
        ("ja", "橋は閉鎖される。(c)AFP", "AFP"),
        ("ja", "読売新聞によりますと、橋は閉鎖されます。", "Yomiuri Shimbun"),
    ],
)
def test_who_tells_is_cited(language: str, text: str, publisher: str) -> None:
    assert _cited(language, text) == {publisher}
