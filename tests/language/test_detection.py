from __future__ import annotations

import pytest

from monitor.language import detect

SENTENCES = {
    "en": "The prime minister told parliament that the government would not raise taxes this year.",
    "fr": "Le premier ministre a déclaré que le gouvernement n'augmenterait pas les impôts cette année.",
    "de": "Der Ministerpräsident sagte im Parlament, die Regierung werde die Steuern nicht erhöhen.",
    "fa": "رئیس جمهور ایران با همتای روس خود در مسکو دیدار کرد",
    "ar": "التقى الرئيس الإيراني بنظيره الروسي في موسكو",
    "ur": "وزیر اعظم نے پارلیمنٹ سے خطاب کرتے ہوئے کہا کہ حکومت مہنگائی کم کرے گی",
    "ps": "د افغانستان ولسمشر وايي چې سوله به راشي",
    "ckb": "سەرۆکی هەرێمی کوردستان لەگەڵ باڵیۆزی ئەمریکا کۆبووەوە",
    "zu": "UMongameli wezwe uthe uhulumeni uzokwakha izindlu",
    "xh": "UMongameli welizwe uthe urhulumente uza kwakha izindlu",
    "zh-Hans": "习近平会见俄罗斯总统普京",
    "zh-Hant": "習近平會見俄羅斯總統普京",
    "nb": "Statsministeren sier at regjeringen ikke vil øke skattene",
    "nn": "Statsministeren seier at regjeringa ikkje vil auke skattane",
}


@pytest.mark.parametrize(("code", "text"), SENTENCES.items())
def test_tells_languages(code: str, text: str) -> None:
    assert detect(text)[0] == code
