"""Pages that are no articles, in twelve languages, written for these tests."""

from __future__ import annotations

from collections.abc import Iterator

from monitor.model import Kind

# language -> (no such page, search results for, consent to cookies, log in, section's name, live, headlines of a section)
WORDS: dict[str, tuple[str, str, str, str, str, str, tuple[str, ...]]] = {
    "en": ("Page not found", "Search results for: harbour", "We and our partners use cookies to store and access information on your device. You can accept all cookies or manage your privacy choices at any time.", "Log in to your account", "Politics", "Live: storm reaches the coast",
           ("Council votes on the new quay", "Minister resigns over ferry contract", "Herring quota rises for the third year", "School meals to be free from autumn", "Night trains return to the valley")),
    "de": ("Seite nicht gefunden", "Suchergebnisse für Hafen", "Wir und unsere Partner verwenden Cookies, um Informationen auf Ihrem Gerät zu speichern. Ihre Einwilligung können Sie jederzeit in den Datenschutz-Einstellungen widerrufen.", "Anmelden", "Politik", "Liveticker: Sturm erreicht die Küste",
           ("Rat stimmt über den neuen Kai ab", "Ministerin tritt wegen Fährvertrag zurück", "Fangquote für Hering steigt zum dritten Mal", "Schulessen wird ab Herbst kostenlos", "Nachtzüge kehren ins Tal zurück")),
    "fr": ("Page introuvable", "Résultats de recherche pour port", "Nos partenaires et nous utilisons des cookies pour stocker des informations sur votre appareil. Vous pouvez retirer votre consentement à tout moment et protéger votre vie privée.", "Se connecter", "Politique", "EN DIRECT - La tempête atteint la côte",
           ("Le conseil vote sur le nouveau quai", "La ministre démissionne pour un contrat de ferry", "Le quota de hareng augmente encore", "La cantine gratuite dès l'automne", "Les trains de nuit reviennent dans la vallée")),
    "es": ("Página no encontrada", "Resultados de búsqueda para puerto", "Nosotros y nuestros socios utilizamos cookies para almacenar información en su dispositivo. Puede retirar su consentimiento en cualquier momento desde la configuración de privacidad.", "Iniciar sesión", "Política", "En vivo: la tormenta llega a la costa",
           ("El consejo vota sobre el nuevo muelle", "Dimite la ministra por el contrato del ferri", "Sube la cuota de arenque por tercer año", "La comida escolar será gratis en otoño", "Vuelven los trenes nocturnos al valle")),
    "ru": ("Страница не найдена", "Результаты поиска: порт", "Мы и наши партнёры используем файлы cookie для хранения информации на вашем устройстве. Вы можете отозвать своё согласие в любое время.", "Вход на сайт", "Политика", "Онлайн-трансляция: шторм дошёл до берега",
           ("Совет голосует о новом причале", "Министр уходит из-за договора о пароме", "Квота на сельдь растёт третий год подряд", "Школьные обеды станут бесплатными осенью", "Ночные поезда возвращаются в долину")),
    "ar": ("الصفحة غير موجودة", "نتائج البحث عن الميناء", "نستخدم نحن وشركاؤنا ملفات تعريف الارتباط لتخزين المعلومات على جهازك. يمكنك سحب موافقتك على ملفات تعريف الارتباط في أي وقت.", "تسجيل الدخول", "سياسة", "مباشر: العاصفة تصل إلى الساحل",
           ("المجلس يصوت على الرصيف الجديد للميناء", "الوزيرة تستقيل بسبب عقد العبارة البحرية", "حصة صيد الرنجة ترتفع للعام الثالث", "وجبات المدارس مجانية اعتبارا من الخريف", "القطارات الليلية تعود إلى الوادي الكبير")),
    "fa": ("صفحه یافت نشد", "نتایج جستجو برای بندر", "ما و شرکای ما از کوکی برای ذخیره اطلاعات در دستگاه شما استفاده می‌کنیم. می‌توانید هر زمان رضایت خود را درباره کوکی پس بگیرید.", "ورود به حساب کاربری", "سیاست", "لحظه به لحظه با توفان در ساحل",
           ("شورا درباره اسکله تازه رأی می‌گیرد", "وزیر بر سر قرارداد کشتی کناره گرفت", "سهمیه صید شاه‌ماهی سومین سال بالا رفت", "ناهار مدرسه‌ها از پاییز رایگان می‌شود", "قطارهای شبانه به دره بازمی‌گردند")),
    "he": ("הדף לא נמצא", "תוצאות חיפוש עבור נמל", "אנחנו והשותפים שלנו משתמשים בקובצי עוגיות כדי לשמור מידע במכשיר שלכם. אפשר לבטל את ההסכמה לעוגיות בכל עת.", "התחברות לחשבון", "פוליטיקה", "זמן אמת: הסערה מגיעה לחוף",
           ("המועצה מצביעה על הרציף החדש בנמל", "השרה מתפטרת בגלל חוזה המעבורת", "מכסת הדגים עולה בפעם השלישית", "ארוחות בבתי הספר יהיו חינם בסתיו", "רכבות הלילה חוזרות אל העמק הגדול")),
    "tr": ("Sayfa bulunamadı", "Arama sonuçları: liman", "Biz ve ortaklarımız cihazınızda bilgi saklamak için çerezler kullanıyoruz. Çerezler için verdiğiniz onayı istediğiniz zaman geri alabilirsiniz.", "Giriş yap", "Politika", "Canlı anlatım: fırtına kıyıya ulaştı",
           ("Meclis yeni rıhtımı oyluyor bugün", "Bakan feribot sözleşmesi yüzünden istifa etti", "Ringa kotası üçüncü yıl da arttı", "Okul yemekleri sonbaharda ücretsiz olacak", "Gece trenleri vadiye geri dönüyor")),
    "zh": ("页面不存在", "搜索结果：港口", "我们和合作伙伴使用 Cookie 在您的设备上存储信息。您可以随时在隐私设置中撤回同意，也可以接受全部 Cookie。", "登录", "政治", "直播：风暴抵达海岸",
           ("市议会就新码头的建设方案进行投票表决，结果今晚公布于众", "部长因渡轮合同引发的争议宣布辞去职务，继任人选尚未确定", "鲱鱼捕捞配额连续第三年上调，渔民表示欢迎并期待好收成", "学校午餐将从今年秋季开始全部免费，家长团体表示满意", "夜间列车将重新驶入山谷地区，首班车定于下月初正式发车")),
    "ja": ("ページが見つかりません", "検索結果：港", "当社とパートナーは、お使いの端末に情報を保存するためにクッキーを使用します。クッキーの使用に同意するか、設定をいつでも変更できます。", "ログイン", "政治", "ライブ更新：嵐が海岸に到達",
           ("市議会、新しい埠頭の建設計画をめぐり採決へ、結果は今夜にも判明", "フェリー契約をめぐる問題で大臣が辞任を表明、後任は未定のまま", "ニシンの漁獲枠が三年連続で引き上げ、漁業者からは歓迎の声", "学校給食、秋から全面無償化へ、保護者の団体も評価する考え", "夜行列車が谷の路線に復活、来月初めから一日一往復で運行開始")),
    "hi": ("पेज नहीं मिला", "खोज परिणाम: बंदरगाह", "हम और हमारे साझेदार आपके उपकरण पर जानकारी रखने के लिए cookies का उपयोग करते हैं। आप cookies के लिए दी गई सहमति कभी भी वापस ले सकते हैं।", "लॉग इन करें", "राजनीति", "लाइव अपडेट: तूफान तट पर पहुंचा",
           ("परिषद नए घाट पर आज मतदान करेगी", "नौका के ठेके पर मंत्री ने इस्तीफा दिया", "हेरिंग का कोटा तीसरे साल भी बढ़ा", "स्कूल का भोजन पतझड़ से मुफ्त होगा", "रात की रेलगाड़ियां घाटी में लौटेंगी")),
}  # fmt: skip

SITE = "https://news.example"


def _page(title: str, body: str, *, lang: str, head: str = "") -> bytes:
    menu = "<nav><a href='/'>1</a> <a href='/b'>2</a></nav>"
    return f"<!doctype html><html lang='{lang}'><head><meta charset='utf-8'><title>{title}</title>{head}</head><body>{menu}{body}</body></html>".encode()


def _teasers(headlines: tuple[str, ...], *, times: int = 3) -> str:
    rows = [
        f"<li><h3><a href='/a/{n}-{i}'>{h}{'' if not n else f' ({n})'}</a></h3></li>"
        for n in range(times)
        for i, h in enumerate(headlines)
    ]
    return f"<ul>{''.join(rows)}</ul>"


def pages() -> Iterator[tuple[str, Kind, str, bytes]]:
    """(name, expected kind, address, bytes) of each page."""
    for lang, (missing, found, cookies, login, section, live, headlines) in WORDS.items():
        yield (
            f"{lang} soft 404",
            Kind.SOFT_404,
            f"{SITE}/politics/a-story-that-was",
            _page(missing, f"<h1>{missing}</h1>{_teasers(headlines[:3], times=1)}", lang=lang),
        )
        yield (
            f"{lang} search",
            Kind.SEARCH,
            f"{SITE}/search?q=harbour",
            _page(found, f"<h1>{found}</h1>{_teasers(headlines)}", lang=lang),
        )
        yield (
            f"{lang} cookie wall",
            Kind.COOKIE_WALL,
            f"{SITE}/politics/story-17",
            _page("News", f"<div><h2>Cookies</h2><p>{cookies}</p><p>{cookies}</p><button>OK</button></div>", lang=lang),
        )
        form = "<form action='/in'><input name='user'><input type='password' name='secret'><button>OK</button></form>"
        yield f"{lang} login", Kind.LOGIN, f"{SITE}/account", _page(login, f"<h1>{login}</h1>{form}", lang=lang)
        site = "<meta property='og:type' content='website'>"
        yield (
            f"{lang} section",
            Kind.SECTION,
            f"{SITE}/politics",
            _page(section, f"<h1>{section}</h1>{_teasers(headlines)}", lang=lang, head=site),
        )
        yield (
            f"{lang} tag",
            Kind.SECTION,
            f"{SITE}/tag/harbour",
            _page(f"#{section}", f"<h1>{section}</h1>{_teasers(headlines)}", lang=lang, head=site),
        )
        entries = "".join(
            f"<h3>1{n}:2{n}</h3><p>{h}. {headlines[n]}.</p>" for n, h in enumerate((*headlines[1:], headlines[0]))
        )
        yield (
            f"{lang} live blog",
            Kind.LIVE_BLOG,
            f"{SITE}/weather/storm",
            _page(
                live,
                f"<article><h1>{live}</h1>{entries}</article>",
                lang=lang,
                head="<meta property='og:type' content='article'>",
            ),
        )
        video = "<meta property='og:type' content='video.other'>"
        yield (
            f"{lang} video",
            Kind.MEDIA,
            f"{SITE}/video/storm-17",
            _page(
                headlines[0],
                f"<h1>{headlines[0]}</h1><video src='/v.mp4'></video><p>{headlines[1]}.</p>",
                lang=lang,
                head=video,
            ),
        )
        gallery = "".join(
            f"<figure><img src='/{n}.jpg'><figcaption>{h}</figcaption></figure>" for n, h in enumerate(headlines)
        )
        yield (
            f"{lang} gallery",
            Kind.MEDIA,
            f"{SITE}/pictures/week-17",
            _page(headlines[2], f"<h1>{headlines[2]}</h1>{gallery}<p>{headlines[3]}.</p>", lang=lang),
        )
