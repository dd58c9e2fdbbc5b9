"""Credit lines, datelines, pictures' credits, outlets cited together, and journalists who say nothing."""

import pytest

from monitor.analysis import analyse
from monitor.model import Article
from monitor.outlets import load_catalogue

PACKAGED = load_catalogue()


def _cited(language: str, text: str) -> set[str]:
    article = Article(url="https://sample.example/a", language=language, body=text)
    return {m.publisher for m in analyse(article, catalogue=PACKAGED).mentions if m.publisher}


@pytest.mark.parametrize(
    ("language", "text", "publishers"),
    [
        ("ar", "ووفقا لرويترز فقد استقال الوزير يوم الاثنين.", {"Reuters"}),
        ("ar", "استقال الوزير يوم الاثنين وفقاً لوكالة وفا.", {"WAFA"}),
        ("ar", "وطبقا لصحيفة همشهري استقال الوزير.", {"Hamshahri"}),
        ("ar", "وفي تصريح خاص لرويترز أن الجسر مغلق.", {"Reuters"}),
        ("ar", "وصل الوفد إلى مقر رويترز.", set()),
        ("he", "בתגובה להארץ נכתב כי הגשר סגור.", {"Haaretz"}),
        ("he", "בשיחה לרויטרס הובהר כי הגשר סגור.", {"Reuters"}),
    ],
)
def test_prepositions_that_are_written_at_the_outlets_name(language: str, text: str, publishers: set[str]) -> None:
    assert _cited(language, text) == publishers


@pytest.mark.parametrize(
    ("language", "text", "publishers"),
    [
        ("ja", "【オスロ時事】ノルウェー政府は3日、新しい基金を設けると発表した。", {"Jiji Press"}),
        ("ja", "【6月8日 AFP】湖の水位が過去最低となった。", {"AFP"}),
        ("ja", "【ローマAFP＝時事】イタリア北部で列車が脱線した。", {"AFP", "Jiji Press"}),
        ("ja", "会談は来週に延期されたという（読売新聞オンライン）。", {"Yomiuri Shimbun"}),
        ("ko", "(제주=연합뉴스) 3일 제주의 한 항구에서 어선이 뒤집혔다.", {"Yonhap"}),
        ("ar", "دبي في 3 مارس / وام / افتتحت الوزيرة مستشفى جديدا في المدينة.", {"WAM"}),
        ("he", "(סוכנות הידיעות AFP) שישה בני אדם נפצעו בשריפה בנמל.", {"AFP"}),
        ("ru", "ТАСС, 3 марта. Мост через Обь закрыли на ремонт.", {"TASS"}),
        ("ru", "МОСКВА, 3 мар — РИА Новости, Анна Лугова.", {"RIA Novosti"}),
        ("cs", "Most přes Labe zůstane zavřený do května. (ČTK, vpl)", {"ČTK"}),
        ("uk", "Міст через річку відкриють у травні, - NYT", {"The New York Times"}),
        ("cs", "Oprava mostu skončí v květnu. | Foto: Jan Malý | Zdroj: ČTK", {"ČTK"}),
        ("uk", "Reuters: Міст через річку відкриють у травні", {"Reuters"}),
        ("pl", "Most nad Wisłą zamknięto do maja, ruch skierowano na objazd przez miasto. wkt/PAP", {"PAP"}),
        ("de", "Der Anti-ARD- und ZDF-Reflex hat ausgedient.", set()),
        ("it", "AGI - Il ponte sul Tevere riapre a maggio.", {"AGI"}),
        ("ja", "知事は工事が5月に終わると述べた。【時事通信社】", {"Jiji Press"}),
        ("pl", "Most na Wiśle otworzą w maju.\n\nPAP", {"PAP"}),
        ("bn", "সেতুটি মে মাসে খুলবে। Source : Reuters", {"Reuters"}),
        ("el", "Η γέφυρα θα ανοίξει τον Μάιο. Πηγή: skai.gr", {"Skai"}),
        ("ru", "Об открытии моста mk.ru рассказали сами строители.", {"Moskovsky Komsomolets"}),
        ("es", "El ABC es un periódico de Madrid.", set()),
        ("nb", "Ifølge Ekstra Bladets kilder åpner broen i mai.", {"Ekstra Bladet"}),
        ("sv", "Enligt Expressens uppgifter öppnar bron i maj.", {"Expressen"}),
        ("bg", "Мостът ще бъде отворен през май, заявиха строители пред агенция Ройтерс.", {"Reuters"}),
        ("tr", "Köprünün mayısta açılacağını yazan Reuters'a yanıt geldi.", {"Reuters"}),
        ("id", "Dari data yang dihimpun detikcom, jembatan itu dibuka Mei.", {"Detik"}),
        ("ar", "ونقلت وكالة رويترز عن مسؤول الشركة للشرق الأوسط سليم حداد قوله إن الجسر سيفتح.", {"Reuters"}),
        ("he", "הוא נשא דברים קשים כלפי ערוץ 14 בכנסת.", set()),
        ("ko", "KBS 측은 다리가 5월에 열린다고 밝혔다.", set()),
        ("da", "Broen åbner i maj, skriver politiet på X. /ritzau/", {"Ritzau"}),
        ("de", "Am Vortag war die Brücke noch gesperrt. (awp/sda)", {"Keystone-SDA"}),
        ("tr", "Köprü mayısta açılacak. Kaynak: iha", {"İHA"}),
        ("vi", "Cây cầu được mở hôm qua. REUTERS – ANNA LUGOVA", set()),
        ("pt", "A ponte abre em maio. (Com G1 Goiás)", {"G1"}),
        ("pt", "O Ministério Público pediu mais dados sobre a ponte.", set()),
        ("pt", "A obra, inicialmente reportada pelo New York Times, acaba em maio.", {"The New York Times"}),
        ("ro", "Podul se deschide in mai, scrie Ziarul de Garda.", {"Ziarul de Gardă"}),
        ("da", "Broen er smuk, siger han til TV2.", {"TV 2"}),
        ("en", "The bridge will open in May, reported Sputnik.", {"Sputnik"}),
        ("en", "The bridge opens in May, according to drawings viewed by ABC News.", {"ABC News"}),
        ("de", "Ein Rechercheteam von NDR hat über die Brücke berichtet.", {"NDR"}),
        ("cs", "Návrh mostu získal server Aktuálně.cz.", {"Aktuálně.cz"}),
        ("hr", "Arhitektica mosta gostovala je u N1.", {"N1"}),
        ("bg", "Това каза главният инженер на моста Иван Петров пред Нова телевизия.", {"Nova"}),
        ("ru", "Несколько корреспондентов «Коммерсанта» объявили, что уходят.", set()),
        ("fr", "Journaliste à l’Express pendant dix ans, elle a écrit un livre sur le pont.", set()),
        ("zh-Hant", "【環球網報道】大橋將於五月開放。", {"Global Times"}),
    ],
)
def test_credit_lines(language: str, text: str, publishers: set[str]) -> None:
    assert _cited(language, text) == publishers


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Foto: dpa/Karl Meier"),
        ("en", "The bridge in March. (Photo by Ann Lee/Xinhua)"),
        ("en", "The bridge in March. (Ann Lee/Reuters)"),
        ("id", "(Foto: ANTARA/Budi Santoso)"),
        ("ru", "Фото: РИА Новости / Анна Лугова"),
        ("uk", "Міст через річку відкрили після довгого ремонту / УНІАН"),
        ("no", "Broen ble åpnet i mars. Foto: Ola Berg / NTB"),
        ("tr", "Fotoğraf: AA"),
        ("cs", "Most se opravuje už dva roky. | foto: Jan Malý, iDNES.cz"),
        ("de", "Der Chef der Werft Jens Meier (Bild) zeigt sich besorgt."),
    ],
)
def test_pictures_cite_nobody(language: str, text: str) -> None:
    assert not _cited(language, text)


@pytest.mark.parametrize(
    ("language", "text", "publishers"),
    [
        ("sv", "Bron stängs i mars, rapporterar både BBC och The Telegraph.", {"BBC", "The Telegraph"}),
        ("de", "Das berichten AFP, dpa und Reuters.", {"AFP", "dpa", "Reuters"}),
        ("ko", "3일 AP·로이터통신은 다리가 폐쇄됐다고 전했다.", {"Associated Press", "Reuters"}),
        ("ar", "قال مراسلا رويترز وفرانس برس إن الجسر أغلق فجرا.", {"Reuters", "AFP"}),
        (
            "cs",
            "Most podle agentur AP, Reuters, stanice CNN nebo britského deníku The Guardian zavřou.",
            {"Associated Press", "Reuters", "CNN", "The Guardian"},
        ),
    ],
)
def test_outlets_cited_together(language: str, text: str, publishers: set[str]) -> None:
    assert _cited(language, text) == publishers


@pytest.mark.parametrize(
    ("language", "text", "publishers"),
    [
        ("tr", "Reuters muhabiri, sınırda bacağından yaralandı.", set()),
        ("tr", "Reuters muhabiri, sınırda üç patlama duyulduğunu söyledi.", {"Reuters"}),
        ("ru", "В городе открыли памятник корреспонденту ТАСС, погибшему на войне.", set()),
        ("ru", "Мост закрыт, передает корреспондент ТАСС.", {"TASS"}),
        ("zh", "路透社一名摄影记者在边境受伤。", set()),
        ("ar", "اعتقلت الشرطة مراسل قناة الجزيرة في المدينة.", set()),
        ("bg", "Според кореспондент на Би Би Си мостът е затворен.", {"BBC"}),
        ("de", "„Das war ein guter Start“, kommentierte NDR-Sprecher Hans Meier.", set()),
    ],
)
def test_journalists_cite_where_something_is_said(language: str, text: str, publishers: set[str]) -> None:
    assert _cited(language, text) == publishers


@pytest.mark.parametrize(
    ("language", "text", "publishers"),
    [
        ("no", "Broen stenges i mars, skriver The Independent.", {"The Independent"}),  # no word of Norwegian
        ("en", "The independent candidate says the bridge will close.", set()),
        ("ar", "كتبت النهار أن الجسر سيغلق في آذار.", {"An-Nahar"}),
        ("ru", "В Сан-Диего сообщили о закрытии моста.", set()),  # no САНА
        ("ru", "Встретившись с Папой, он сообщил о поездке.", set()),  # no ПАП
        ("de", "Das Post-Covid-Syndrom, sagte sie, wird überschätzt.", set()),  # no Il Post
        ("de", "„Das reicht nicht“, sagte Anna Berg von der Stiftung Warentest der dpa.", {"dpa"}),
        ("bg", 'Мостът ще бъде затворен, съобщава в. "Файненшъл таймс".', {"Financial Times"}),
    ],
)
def test_names_that_are_other_words_elsewhere(language: str, text: str, publishers: set[str]) -> None:
    assert _cited(language, text) == publishers


@pytest.mark.parametrize(
    ("language", "text", "publishers"),
    [
        ("cs", "Podle televize TVN 24 bude most zavřený do května.", {"TVN24"}),
        (
            "de",
            "Das steht in einem Artikel, der in der Süddeutschen erschienen ist, wie sie berichtet.",
            {"Süddeutsche Zeitung"},
        ),
        (
            "fr",
            "Auprès du Monde, Le Point et RTL, la ministre a plaidé pour la prudence.",
            {"Le Monde", "Le Point", "RTL (France)"},
        ),
        ("hr", "Prema pisanju Večernjeg lista most će biti zatvoren do svibnja.", {"Večernji list"}),
        ("fa", "به گزارش خبرگزاری اینترفکس، پل تا بهار بسته می‌ماند.", {"Interfax"}),
        ("fa", "بنابر روایت ایلنا، پل تا بهار بسته می‌ماند.", {"ILNA"}),
        ("nl", "Dat blijkt uit stukken die NRC heeft ingezien.", {"NRC"}),
        ("sv", "Det visar mejl som SVT Nyheter har tagit del av.", {"SVT"}),
        ("ja", "朝日新聞の調査では支持率は3割だった。", {"Asahi Shimbun"}),
        ("ja", "毎日新聞社は夕刊の発行を一部地域で終える。", set()),
        ("hi", "आज तक को मिली जानकारी के मुताबिक पुल मई तक बंद रहेगा।", {"Aaj Tak"}),
        ("uk", "За твердженням російського ТАСС, міст закрили.", {"TASS"}),
        ("pl", "Z informacji korespondentki RMF FM wynika, że most będzie zamknięty.", {"RMF FM"}),
    ],
)
def test_outlets_are_known_as_the_press_of_a_language_names_them(
    language: str, text: str, publishers: set[str]
) -> None:
    assert _cited(language, text) == publishers


@pytest.mark.parametrize(
    ("text", "publishers"),
    [
        ("Nach kurzer Zeit, sagte sie, war alles vorbei.", set()),
        ("Die Halle wurde leider nicht im Bild dokumentiert.", set()),
        ("Er kritisierte mit Blick auf die Preise, die Regierung warte ab.", set()),
        ("Die meiste Zeit sprachen sie nicht miteinander.", set()),
        ("Die Zeit berichtet, die Brücke werde geschlossen.", {"Die Zeit"}),
        ("Laut Bild wird die Brücke geschlossen.", {"Bild"}),
        ("Die Brücke werde geschlossen, sagte sie der Welt.", {"Die Welt"}),
        ("Das steht in einem Artikel der WELT.", {"Die Welt"}),
    ],
)
def test_german_nouns_are_outlets_only_where_articles_and_verbs_say_so(text: str, publishers: set[str]) -> None:
    assert _cited("de", text) == publishers
