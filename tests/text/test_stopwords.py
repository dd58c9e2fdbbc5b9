"""Function words: a sentence of each language whose list is ours or was added to, and what is left of it."""

from __future__ import annotations

import pytest

from monitor.outlets import load_catalogue
from monitor.text.letters import fold
from monitor.text.stopwords import is_small, stopwords

SENTENCES = [
    ("af", "die minister het gister gesê dat daar nie meer water in die dam is nie", "minister gister water dam"),
    ("am", "ሚኒስትሩ ትናንት ከዚህ በኋላ ዋጋው አይጨምርም ነገር ግን ዝናብ ነው አሉ", "ሚኒስትሩ ትናንት ዋጋው አይጨምርም ነገር ዝናብ"),
    (
        "az",
        "nazir dünən dedi ki yeni körpü daha çox maşın üçün tikilib və o açıq olacaq",
        "nazir dünən dedi yeni körpü maşın tikilib açıq",
    ),
    (
        "be",
        "міністр сказаў што новы мост будзе адкрыты пасля таго як яго праверыць камісія",
        "міністр сказаў новы мост адкрыты праверыць камісія",
    ),
    ("ckb", "وەزیر گوتی کە ئەم پردە لە هاوین بۆ هەموو هاوڵاتییان دەبێت", "وەزیر گوتی پردە هاوین هاوڵاتییان"),
    ("cy", "mae'r gweinidog wedi agor y bont ond nid oedd neb yn yr ysgol", "gweinidog agor bont ysgol"),
    ("dv", "ވަޒީރު މިހާރު ވަނީ ބްރިޖް އަދި މަގު ހުޅުވާފައި", "ވަޒީރު ބްރިޖް މަގު ހުޅުވާފައި"),
    (
        "et",
        "minister ütles et see sild avatakse enne talve kuid keegi ei tea millal",
        "minister ütles sild avatakse talve tea",
    ),
    (
        "eu",
        "ministroak esan du zubia ez dela irekiko neguaren aurretik baina orain ireki dute",
        "ministroak esan zubia irekiko neguaren ireki",
    ),
    ("fy", "de minister hat sein dat der gjin jild foar de nije brêge is", "minister sein jild nije brêge"),
    ("gd", "tha am ministear ag ràdh nach eil airgead ann airson na drochaid seo", "ministear ràdh airgead drochaid"),
    ("ha", "ministan ya ce ba za a buɗe gadar ba kafin damina saboda ambaliya", "ministan buɗe gadar damina ambaliya"),
    (
        "hy",
        "նախարարը ասել է որ այս կամուրջը դեռ չի բացվելու բայց ճանապարհը բաց է",
        "նախարարը ասել կամուրջը չի բացվելու ճանապարհը բաց",
    ),
    ("ig", "minista ahụ ga emeghe akwa mmiri na ụzọ niile tupu udu mmiri", "minista emeghe akwa mmiri ụzọ udu mmiri"),
    (
        "is",
        "ráðherrann sagði að brúin yrði opnuð þegar hún væri tilbúin en ekki fyrr",
        "ráðherrann sagði brúin yrði opnuð tilbúin fyrr",
    ),
    (
        "ka",
        "მინისტრმა თქვა რომ ეს ხიდი ზამთრამდე არ გაიხსნება მაგრამ გზა უკვე ღიაა",
        "მინისტრმა თქვა ხიდი ზამთრამდე გაიხსნება გზა ღიაა",
    ),
    (
        "kk",
        "министр бұл көпір қысқа дейін ашылмайды бірақ жол ашық деп айтты",
        "министр көпір қысқа ашылмайды жол ашық айтты",
    ),
    (
        "kl",
        "ministeri aamma borgmesteri ikaartarfik pillugu oqaluttut kisianni suli ammanngilaq",
        "ministeri borgmesteri ikaartarfik oqaluttut ammanngilaq",
    ),
    ("km", "រដ្ឋមន្ត្រី បាន និយាយ ថា ស្ពាន នេះ នឹង មិន បើក ទេ", "រដ្ឋមន្ត្រី និយាយ ស្ពាន បើក"),
    ("kn", "ಸಚಿವರು ಈ ಸೇತುವೆ ಮಳೆಗಾಲದ ನಂತರ ತೆರೆಯಲಿದೆ ಎಂದು ಹೇಳಿದರು ಆದರೆ ರಸ್ತೆ ಇಲ್ಲ", "ಸಚಿವರು ಸೇತುವೆ ಮಳೆಗಾಲದ ತೆರೆಯಲಿದೆ ಹೇಳಿದರು ರಸ್ತೆ"),
    ("ku", "wezîr got ku ev xanî ji bo hemû gundan hatiye çêkirin lê rê tune", "wezîr got xanî gundan çêkirin rê"),
    (
        "ky",
        "министр бул көпүрө кышка чейин ачылбайт бирок жол ачык деп айтты",
        "министр көпүрө кышка ачылбайт жол ачык айтты",
    ),
    (
        "lb",
        "de Minister huet gesot datt d' Bréck net virum Wanter opgeet well keng Suen do sinn",
        "minister gesot bréck virum wanter opgeet suen",
    ),
    ("lo", "ລັດຖະມົນຕີ ໄດ້ ກ່າວ ວ່າ ຂົວ ນີ້ ຈະ ບໍ່ ເປີດ", "ລັດຖະມົນຕີ ກ່າວ ຂົວ ເປີດ"),
    (
        "mk",
        "министерот рече дека овој мост ќе биде отворен пред зимата но патот не е",
        "министерот рече мост отворен зимата патот",
    ),
    ("ml", "മന്ത്രി ഈ പാലം മഴയ്ക്ക് മുമ്പ് തുറക്കും എന്ന് പറഞ്ഞു പക്ഷേ റോഡ് ഇല്ല", "മന്ത്രി പാലം മഴയ്ക്ക് തുറക്കും പറഞ്ഞു റോഡ്"),
    (
        "mn",
        "сайд энэ гүүр өвлөөс өмнө нээгдэхгүй гэж хэлсэн боловч зам нээлттэй байна",
        "сайд гүүр өвлөөс нээгдэхгүй хэлсэн боловч зам нээлттэй",
    ),
    ("mr", "मंत्री म्हणाले की हा पूल पावसाळा संपल्यानंतर सुरू होणार आहे पण रस्ता नाही", "मंत्री पूल पावसाळा संपल्यानंतर रस्ता"),
    (
        "mt",
        "il ministru qal li l pont ma jinfetaħx qabel ix xitwa imma t triq hija miftuħa",
        "ministru qal pont jinfetaħx xitwa triq miftuħa",
    ),
    ("my", "ဝန်ကြီး က ဒီ တံတား ကို မိုးရာသီ မတိုင်ခင် ဖွင့် မည် ဟု ပြော", "ဝန်ကြီး တံတား မိုးရာသီ ဖွင့် ပြော"),
    ("ne", "मन्त्रीले यो पुल वर्षा अघि खुल्ने छैन तर बाटो खुला छ भने", "मन्त्रीले पुल वर्षा खुल्ने बाटो खुला"),
    (
        "om",
        "ministirichi riqichi kun hanga gannaatti hin banamu garuu karaan banaa dha jedhan",
        "ministirichi riqichi gannaatti banamu karaan banaa jedhan",
    ),
    ("or", "ମନ୍ତ୍ରୀ କହିଲେ ଯେ ଏହି ପୋଲ ବର୍ଷା ପୂର୍ବରୁ ଖୋଲିବ ନାହିଁ କିନ୍ତୁ ରାସ୍ତା ଅଛି", "ମନ୍ତ୍ରୀ କହିଲେ ପୋଲ ବର୍ଷା ଖୋଲିବ ରାସ୍ତା"),
    ("pa", "ਮੰਤਰੀ ਨੇ ਕਿਹਾ ਕਿ ਇਹ ਪੁਲ ਬਰਸਾਤ ਤੋਂ ਪਹਿਲਾਂ ਨਹੀਂ ਖੁੱਲ੍ਹੇਗਾ ਪਰ ਸੜਕ ਹੈ", "ਮੰਤਰੀ ਕਿਹਾ ਪੁਲ ਬਰਸਾਤ ਖੁੱਲ੍ਹੇਗਾ ਸੜਕ"),
    ("ps", "وزیر وویل چې دا پله به تر ژمي مخکې نه پرانیستل کېږي خو سړک شته", "وزیر وویل پله ژمي پرانیستل سړک"),
    (
        "rn",
        "umushikiranganji yavuze ko ikiraro kitazugururwa imbere y' imvura mugabo inzira irugaye",
        "umushikiranganji yavuze ikiraro kitazugururwa imvura inzira irugaye",
    ),
    (
        "rw",
        "minisitiri yavuze ko iki kiraro kitazafungurwa mbere y' imvura ariko umuhanda urafunguye",
        "minisitiri yavuze kiraro kitazafungurwa imvura umuhanda urafunguye",
    ),
    ("si", "ඇමතිවරයා මේ පාලම වැසි සමයට පෙර විවෘත නොවන බව කීවේය නමුත් පාර ඇත", "ඇමතිවරයා පාලම වැසි සමයට විවෘත කීවේය පාර"),
    (
        "so",
        "wasiirka ayaa sheegay in buundada aan la furi doonin ilaa xagaaga laakiin waddadu waa furan tahay",
        "wasiirka sheegay buundada furi doonin xagaaga waddadu furan",
    ),
    (
        "sq",
        "ministri tha se kjo urë nuk do të hapet para dimrit por rruga është e hapur",
        "ministri tha urë hapet dimrit rruga hapur",
    ),
    (
        "sr",
        "министар је рекао да овај мост неће бити отворен пре зиме али пут јесте",
        "министар рекао мост отворен зиме пут",
    ),
    (
        "sr-Latn",
        "ministar je rekao da ovaj most neće biti otvoren pre zime ali put jeste",
        "ministar rekao most otvoren zime put",
    ),
    (
        "sw",
        "waziri alisema kwamba daraja hili halitafunguliwa kabla ya mvua lakini barabara ile iko wazi",
        "waziri daraja halitafunguliwa mvua barabara iko wazi",
    ),
    ("ta", "அமைச்சர் இந்த பாலம் மழைக்கு முன் திறக்கப்படாது என்று கூறினார் ஆனால் சாலை உள்ளது", "அமைச்சர் பாலம் மழைக்கு திறக்கப்படாது கூறினார் சாலை"),
    ("te", "మంత్రి ఈ వంతెన వర్షాలకు ముందు తెరవరు అని చెప్పారు కానీ రోడ్డు ఉంది", "మంత్రి వంతెన వర్షాలకు తెరవరు చెప్పారు రోడ్డు"),
    (
        "tg",
        "вазир гуфт ки ин пул то зимистон кушода намешавад аммо роҳ боз аст",
        "вазир гуфт пул зимистон кушода намешавад роҳ",
    ),
    ("ti", "ሚኒስተር እዚ ድልድል ቅድሚ ክረምቲ ኣይክፈትን እዩ ግን መንገዲ ክፉት ኣሎ", "ሚኒስተር ድልድል ክረምቲ ኣይክፈትን መንገዲ ክፉት"),
    (
        "tk",
        "ministr bu köpri gyşa çenli açylmaz emma ýol açyk diýip aýtdy",
        "ministr köpri gyşa açylmaz ýol açyk aýtdy",
    ),
    (
        "uk",
        "міністр сказав що цей міст буде відкритий після зими але дорога вже є",
        "міністр сказав міст відкритий зими дорога",
    ),
    (
        "uz",
        "vazir bu koʻprik qishgacha ochilmaydi lekin yo‘l va bogʻ uchun yo'q deb aytdi",
        "vazir koʻprik qishgacha ochilmaydi yo‘l bogʻ aytdi",
    ),
    (
        "uz-Cyrl",
        "вазир бу кўприк қишгача очилмайди лекин йўл очиқ бўлади деб айтди",
        "вазир кўприк қишгача очилмайди йўл очиқ айтди",
    ),
    (
        "xh",
        "umphathiswa uthe le bhulorho ayisayi kuvulwa phambi kwemvula kodwa indlela ivuliwe",
        "umphathiswa uthe bhulorho ayisayi kuvulwa kwemvula indlela ivuliwe",
    ),
    ("yo", "mínísítà náà sọ pé wọn kò ní ṣí afárá yìí ṣùgbọ́n ọ̀nà wà", "mínísítà sọ ṣí afárá ọ̀nà"),
    (
        "zu",
        "ungqongqoshe uthe leli bhuloho ngeke livulwe ngaphambi kwemvula kodwa umgwaqo uvuliwe",
        "ungqongqoshe uthe bhuloho ngeke livulwe ngaphambi kwemvula umgwaqo uvuliwe",
    ),
]


@pytest.mark.parametrize(("language", "sentence", "left"), SENTENCES, ids=[row[0] for row in SENTENCES])
def test_what_is_left_without_function_words(language: str, sentence: str, left: str) -> None:
    base = language.partition("-")[0]
    folded = [fold(word, base) for word in sentence.split()]
    assert [word for word in folded if word not in stopwords(language)] == [fold(word, base) for word in left.split()]


def test_every_language_of_the_catalogue_has_function_words() -> None:
    languages = {code for outlet in load_catalogue().outlets.values() for code in outlet.languages}
    assert len(languages) >= 100
    assert {code: found for code in languages if (found := len(stopwords(code))) < 80} == {}


COUNTED = "sq vjet mk години is ár uz yil ky жыл mn жил cy blwyddyn ne वर्ष am ዓመት sr година az il kk адам rw abantu"


@pytest.mark.parametrize(("language", "counted"), list(zip(*[iter(COUNTED.split())] * 2, strict=True)))
def test_what_is_counted_is_no_small_word(language: str, counted: str) -> None:
    assert not is_small(fold(counted, language), language)


def test_an_apostrophe_is_written_in_several_ways() -> None:
    assert {"yo'q", "yo’q", "yo‘q", "yoʻq"} <= stopwords("uz")
    assert {"ta'", "ta’"} <= stopwords("mt")


def test_serbian_reads_the_function_words_of_both_scripts() -> None:
    assert {"али", "ali", "што", "što"} <= stopwords("sr") == stopwords("sr-Latn")
    assert "ali" in stopwords("cnr")
    assert not stopwords("tlh")
