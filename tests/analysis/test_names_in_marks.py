"""People without capitals: names in quotation marks, last names with an article, Hindi names of one word."""

import pytest

from monitor.analysis import analyse
from monitor.model import Article
from monitor.outlets import Catalogue


@pytest.mark.parametrize(
    ("language", "text", "speakers"),
    [
        ("ar", 'وقال "مدبولي"، خلال مؤتمر صحفي: "إن القوات تنتشر بين دول متحاربة".', ["مدبولي"]),
        ("ar", 'وقال "نعم" ثم انصرف.', [""]),
        ("ar", 'استقبل الوزير الحلبي وفدا.\nوقال الحلبي: "إن الجسر سيغلق في آذار المقبل".', ["الحلبي"]),
        ("ar", 'استقبل الوزير وفدا.\nوقال الشاهد: "إن الجسر سيغلق في آذار المقبل".', [""]),
        ("ar", "قال الوزير الحلبي في مقابلة مع صحيفة “باريس سوار” إن “الجسر سيغلق في آذار المقبل”.", ["الحلبي"]),
        ("ar", 'قال الوزير سامر حداد إن بلاده تأسف لما وصفه "بالحادث المأساوي" أمس.', []),
        ("fa", "«حسن کریمی» رئیس سازمان گفت: «پل تا پایان ماه بسته می‌ماند و باز نمی‌شود.»", ["حسن کریمی"]),
        ("hi", 'राहुल ने कहा, "पुल अगले महीने बंद रहेगा और फिर खुलेगा।"', ["राहुल"]),
        ("hi", 'पेश की गई CAG रिपोर्ट पर मंत्री रमेश सूद ने जवाब दिया।\nउन्होंने कहा, "पुल अगले महीने बंद रहेगा।"', ["रमेश सूद"]),
    ],
)
def test_who_speaks(language: str, text: str, speakers: list[str]) -> None:
    article = Article(url="https://sample.example/a", language=language, body=text)
    assert [quote.speaker for quote in analyse(article, catalogue=Catalogue([])).quotes] == speakers
