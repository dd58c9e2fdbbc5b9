from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.language import LANGUAGES, detect

SENTENCES = {
    "en": "The prime minister told parliament that the government would not raise taxes this year.",
    "fr": "Le premier ministre a déclaré que le gouvernement n'augmenterait pas les impôts cette année.",
    "de": "Der Ministerpräsident sagte im Parlament, die Regierung werde die Steuern nicht erhöhen.",
    "es": "El primer ministro dijo ante el parlamento que el gobierno no subirá los impuestos este año.",
    "pt": "O primeiro-ministro disse ao parlamento que o governo não vai aumentar os impostos este ano.",
    "it": "Il primo ministro ha detto al parlamento che il governo non aumenterà le tasse quest'anno.",
    "nl": "De premier zei in het parlement dat de regering de belastingen dit jaar niet zal verhogen.",
    "sv": "Statsministern sade i riksdagen att regeringen inte kommer att höja skatterna i år.",
    "da": "Statsministeren siger, at regeringen ikke vil hæve skatterne i år, og det bliver de glade for.",
    "nb": "Statsministeren sier at regjeringen ikke vil øke skattene, og at det bare er noen få som vet hva han mener.",
    "nn": "Statsministeren seier at regjeringa ikkje vil auke skattane, og at berre nokre få veit kva han meiner.",
    "fi": "Pääministeri sanoi eduskunnassa, että hallitus ei korota veroja tänä vuonna.",
    "is": "Forsætisráðherra segir að ríkisstjórnin muni ekki hækka skatta á þessu ári.",
    "pl": "Premier powiedział w parlamencie, że rząd nie podniesie podatków w tym roku.",
    "cs": "Předseda vlády řekl v parlamentu, že vláda letos nebude zvyšovat daně.",
    "sk": "Predseda vlády povedal v parlamente, že vláda tento rok nebude zvyšovať dane.",
    "sl": "Predsednik vlade je v parlamentu dejal, da vlada letos ne bo zvišala davkov.",
    "hr": "Predsjednik vlade rekao je u saboru da tijekom ovog tjedna vlada neće povećavati poreze u Europskoj uniji.",
    "sr-Latn": "Predsednik vlade izjavio je u skupštini da vlada ove godine neće povećavati poreze i da je to dobro.",
    "sr-Cyrl": "Председник владе изјавио је у скупштини да влада ове године неће повећавати порезе.",
    "hu": "A miniszterelnök azt mondta a parlamentben, hogy a kormány idén nem emeli az adókat.",
    "ro": "Premierul a declarat în parlament că guvernul nu va majora taxele în acest an.",
    "sq": "Kryeministri tha në parlament se qeveria nuk do t'i rrisë taksat këtë vit.",
    "tr": "Başbakan mecliste yaptığı konuşmada hükümetin bu yıl vergileri artırmayacağını söyledi.",
    "az": "Baş nazir parlamentdə bildirib ki, hökumət bu il vergiləri artırmayacaq.",
    "el": "Ο πρωθυπουργός είπε στη Βουλή ότι η κυβέρνηση δεν θα αυξήσει τους φόρους φέτος.",
    "ru": "Премьер-министр заявил в парламенте, что правительство в этом году не повысит налоги.",
    "uk": "Прем'єр-міністр заявив у парламенті, що уряд цього року не підвищуватиме податки.",
    "bg": "Министър-председателят заяви в парламента, че правителството няма да увеличава данъците тази година.",
    "mk": "Премиерот изјави во парламентот дека владата нема да ги зголеми даноците оваа година.",
    "kk": "Премьер-министр парламентте үкімет биыл салықты көтермейтінін мәлімдеді.",
    "ar": "قال رئيس الوزراء أمام البرلمان إن الحكومة لن ترفع الضرائب هذا العام.",
    "fa": "نخست وزیر در مجلس گفت که دولت امسال مالیات‌ها را افزایش نخواهد داد.",
    "ur": "وزیر اعظم نے پارلیمنٹ سے خطاب کرتے ہوئے کہا کہ حکومت اس سال ٹیکس نہیں بڑھائے گی۔",
    "ps": "لومړي وزیر په پارلمان کې وویل چې حکومت به سږکال مالیې نه لوړوي.",
    "ckb": "سەرۆکی وەزیران لە پەرلەمان گوتی کە حکومەت ئەمساڵ باج زیاد ناکات.",
    "ku": "Serokwezîr li parlamentoyê got ku hikûmet îsal bacan zêde nake.",
    "sd": "وزيراعظم پارليامينٽ ۾ چيو ته حڪومت هن سال ٽيڪس نه وڌائيندي ۽ ان جو فائدو عوام کي ٿيندو.",
    "he": "ראש הממשלה אמר בכנסת כי הממשלה לא תעלה את המסים השנה.",
    "yi": "דער פרעמיער האט געזאגט אין פארלאמענט אז די רעגירונג וועט נישט העכערן די שטייערן.",
    "hi": "प्रधानमंत्री ने संसद में कहा कि सरकार इस साल कर नहीं बढ़ाएगी।",
    "mr": "पंतप्रधानांनी संसदेत सांगितले की सरकार यावर्षी कर वाढवणार नाही.",
    "ne": "प्रधानमन्त्रीले संसदमा सरकारले यस वर्ष कर नबढाउने बताएका छन्।",
    "bn": "প্রধানমন্ত্রী সংসদে বলেছেন যে সরকার এ বছর কর বাড়াবে না।",
    "ta": "இந்த ஆண்டு அரசு வரிகளை உயர்த்தாது என்று பிரதமர் கூறினார்.",
    "ka": "პრემიერ-მინისტრმა პარლამენტში განაცხადა, რომ მთავრობა წელს გადასახადებს არ გაზრდის.",
    "hy": "Վարչապետը խորհրդարանում ասաց, որ կառավարությունն այս տարի հարկերը չի բարձրացնի։",
    "am": "ጠቅላይ ሚኒስትሩ መንግሥት በዚህ ዓመት ግብር እንደማይጨምር ለምክር ቤቱ ተናገሩ፤ ይህም ለሕዝቡ ጥሩ ነው።",
    "ti": "ቀዳማይ ሚኒስተር መንግስቲ ኣብዚ ዓመት እዚ ግብሪ ከም ዘይውስኽ ንፓርላማ ገሊጹ፡ እዚ ድማ ንህዝቢ ጽቡቕ እዩ።",
    "si": "අගමැතිවරයා පාර්ලිමේන්තුවේදී පැවසුවේ මේ වසරේ බදු වැඩි නොකරන බවයි.",
    "my": "ဝန်ကြီးချုပ်က ယခုနှစ်တွင် အခွန်မတိုးဟု ပြောကြားခဲ့သည်။",
    "km": "នាយករដ្ឋមន្ត្រីបាននិយាយថា រដ្ឋាភិបាលនឹងមិនដំឡើងពន្ធនៅឆ្នាំនេះទេ។",
    "lo": "ນາຍົກລັດຖະມົນຕີກ່າວວ່າ ລັດຖະບານຈະບໍ່ຂຶ້ນພາສີໃນປີນີ້",
    "th": "นายกรัฐมนตรีกล่าวว่ารัฐบาลจะไม่ขึ้นภาษีในปีนี้",
    "dv": "މި އަހަރު ސަރުކާރުން ޓެކްސް ބޮޑުނުކުރާނެ ކަމަށް ވިދާޅުވިއެވެ.",
    "bo": "སྲིད་བློན་གྱིས་ད་ལོ་ཁྲལ་མི་མང་བའི་སྐོར་གསུངས་པ་རེད།",
    "zh-Hans": "总理在议会表示，政府今年不会提高税收。",
    "zh-Hant": "總理在議會表示，政府今年不會提高稅收。",
    "ja": "首相は国会で、政府は今年増税しないと述べた。",
    "ko": "총리는 국회에서 정부가 올해 세금을 올리지 않을 것이라고 말했다.",
    "id": "Perdana menteri mengatakan bahwa pemerintah tidak akan menaikkan pajak karena warga membutuhkan uang.",
    "ms": "Perdana menteri berkata kerajaan tidak akan menaikkan cukai tahun ini kerana rakyat memerlukan wang.",
    "tl": "Sinabi ng punong ministro sa parlamento na hindi magtataas ng buwis ang pamahalaan ngayong taon.",
    "vi": "Thủ tướng nói trước quốc hội rằng chính phủ sẽ không tăng thuế trong năm nay.",
    "sw": "Waziri mkuu aliambia bunge kwamba serikali haitaongeza kodi mwaka huu.",
    "zu": "UNdunankulu utshele iphalamende ukuthi uhulumeni ngeke akhuphule intela kulo nyaka.",
    "xh": "INkulumbuso ixelele ipalamente ukuba urhulumente akazukunyusa irhafu kulo nyaka.",
    "so": "Ra'iisul wasaaraha ayaa sheegay in dowladda aysan kordhin doonin canshuuraha sanadkan.",
    "ha": "Firayim minista ya shaida wa majalisa cewa gwamnati ba za ta kara haraji ba a bana.",
    "mt": "Il-Prim Ministru qal fil-parlament li l-gvern mhux se jgħolli t-taxxi din is-sena.",
    "cy": "Dywedodd y prif weinidog wrth y senedd na fydd y llywodraeth yn codi trethi eleni.",
    "eu": "Lehen ministroak parlamentuan esan du gobernuak ez dituela aurten zergak igoko.",
    "ca": "El primer ministre va dir al parlament que el govern no apujarà els impostos aquest any.",
}  # fmt: skip


@pytest.mark.parametrize(("code", "text"), SENTENCES.items())
def test_tells_languages(code: str, text: str) -> None:
    found, confidence = detect(text)
    assert found == code
    assert 0.5 < confidence <= 1.0
    assert found in LANGUAGES


@pytest.mark.parametrize("code", ["en", "fr", "ru", "fa", "tr", "zh-Hans", "he", "sw"])
def test_a_wrong_declaration_does_not_outvote_a_sentence(code: str) -> None:
    wrong = ["de"] if code != "de" else ["fr"]
    assert detect(SENTENCES[code], prior=wrong)[0] == code


@pytest.mark.parametrize(
    ("text", "prior", "code"),
    [
        ("Johannes", ["de"], "de"),
        ("Design", {"de": 1.0}, "de"),
        ("Apple 发布 iPhone 16 Pro Max", ["zh_CN"], "zh-Hans"),
        ("中文", ["zh_TW"], "zh-Hant"),
        ("中文", ["zh-cn"], "zh-Hans"),
        ("Berita", ["in"], "id"),
        ("שלום", ["iw"], "he"),
        ("Regjering", ["no"], "nb"),
        ("Governo", ["pt-br"], "pt"),
        ("Vlada", ["hr"], "hr"),
        ("Vlada", ["sr-Latn"], "sr-Latn"),
        ("Влада", ["sr"], "sr-Cyrl"),
        ("Predsjednik Crne Gore i crnogorska vlada", ["cnr"], "cnr"),
        ("ပြည်", ["my"], "my"),
    ],
)
def test_what_is_declared_settles_short_texts(text: str, prior: list[str] | dict[str, float], code: str) -> None:
    assert detect(text, prior=prior)[0] == code


def test_a_declaration_does_not_overrule_the_script() -> None:
    assert not detect("Apple iPhone", prior=["zh-cn"])[0].startswith("zh")
    assert detect("Шамхани", prior=["en"])[0] != "en"


def test_an_article_keeps_its_language_around_a_quotation() -> None:
    quote = SENTENCES["es"] * 4
    body = f"{quote}\n" + "\n".join([SENTENCES["en"]] * 12)
    assert detect(body)[0] == "en"
    assert detect(f"{SENTENCES['fa']} «Make America great again» {SENTENCES['fa']}")[0] == "fa"


@pytest.mark.parametrize("text", ["", "   ", "12:30 – 2018", "😀😀", "https://example.com/story", "\x00\ud800"])
def test_no_letters_no_language(text: str) -> None:
    assert detect(text) == ("und", 0.0)


def test_answers_depend_on_the_arguments_alone() -> None:
    texts = ["Design", "Axios Future", "Villa Galaxy", "Apple presenta Macbook", "Nord Stream 2 i Ukraina"] * 8
    alone = [detect(text) for text in texts]
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(detect, texts)) == alone
    assert [detect(text) for text in reversed(texts)] == alone[::-1]


def test_strange_priors_are_ignored() -> None:
    text = SENTENCES["en"]
    for prior in (["", "xx-invalid-tag-that-is-long", "und"], {"de": -1.0, "fr": float("nan")}, [], {}):
        assert detect(text, prior=prior)[0] == "en"


@given(st.text(max_size=200), st.lists(st.text(max_size=8), max_size=3))
def test_any_text_has_an_answer(text: str, prior: list[str]) -> None:
    code, confidence = detect(text, prior=prior)
    assert code
    assert 0.0 <= confidence <= 1.0
    assert detect(text, prior=prior) == (code, confidence)


@pytest.mark.parametrize("text", ["װ", "אױ װײ", "שלום װעלט"])
def test_a_script_of_which_the_second_detector_knows_one_language(text: str) -> None:
    assert detect(text)[0] in {"he", "yi", "und"}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Owesifazane kanye nezingane zakhe bathe umasipala uphezu kwayo imizamo, kusho iphoyisa.", "zu"),
        ("Amaphoyisa athi le moto ibiya eThekwini, kwayo bekukhona abantu abane abalimele kabuhlungu.", "zu"),
        ("Umfazi kunye nabantwana bakhe batshilo, amapolisa athi loo moto ibisiya eMonti.", "xh"),
        ("Iintsuku ezimbini emva kwengozi, abantu bakwaMasipala bathi oomatshini balungisiwe.", "xh"),
    ],
)
def test_zulu_and_xhosa_are_told_apart_by_what_only_one_of_them_has(text: str, language: str) -> None:
    """`kwayo` is of both."""
    assert detect(text)[0] == language
