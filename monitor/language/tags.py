"""Language tags as pages, feeds and people write them, brought to BCP 47."""

from __future__ import annotations

import re
from functools import lru_cache

from attrs import frozen

# Deprecated subtags, what the libraries call a language, members of macro-languages, and countries meant as languages.
ALIASES = {
    "iw": "he",
    "in": "id",
    "ji": "yi",
    "jw": "jv",
    "mo": "ro",
    "sh": "sr-Latn",
    "scc": "sr",
    "scr": "hr",
    "cmn": "zh",
    "prs": "fa",
    "pes": "fa",
    "arb": "ar",
    "fil": "tl",
    "kmr": "ku",
    "gom": "kok",
    "uzs": "uz",
    "me": "cnr",
    "cn": "zh",
    "jp": "ja",
    "ua": "uk",
    "cz": "cs",
    "gr": "el",
    "dk": "da",
}
ALPHA3 = {
    "eng": "en",
    "fra": "fr",
    "fre": "fr",
    "deu": "de",
    "ger": "de",
    "spa": "es",
    "ita": "it",
    "por": "pt",
    "rus": "ru",
    "ara": "ar",
    "fas": "fa",
    "per": "fa",
    "tur": "tr",
    "heb": "he",
    "zho": "zh",
    "chi": "zh",
    "jpn": "ja",
    "kor": "ko",
    "hin": "hi",
    "ben": "bn",
    "urd": "ur",
    "nld": "nl",
    "dut": "nl",
    "pol": "pl",
    "ukr": "uk",
    "swe": "sv",
    "nor": "no",
    "nob": "nb",
    "nno": "nn",
    "dan": "da",
    "fin": "fi",
    "ell": "el",
    "gre": "el",
    "ind": "id",
    "msa": "ms",
    "may": "ms",
    "vie": "vi",
    "tha": "th",
    "swa": "sw",
    "pus": "ps",
    "kur": "ku",
    "srp": "sr",
    "hrv": "hr",
    "bos": "bs",
}
MEMBERS = {"no": ("nb", "nn"), "ar": ("ary", "arz"), "zh": ("yue",)}  # of macro-languages, in which articles are tagged
TRADITIONAL_REGIONS = frozenset({"TW", "HK", "MO"})
_SHAPE = re.compile(r"(?P<language>[a-z]{2,8})(?:-(?P<rest>[a-z0-9-]*))?\Z")


@frozen
class Tag:
    """The subtags that the monitor reads; variants and extensions are dropped."""

    language: str  # "und" where the text was no tag
    script: str = ""
    region: str = ""

    @property
    def text(self) -> str:
        """The whole tag, such as `pt-BR` or `zh-Hant`."""
        return "-".join(part for part in (self.language, self.script, self.region) if part)

    @property
    def with_script(self) -> str:
        """The tag without its region."""
        return f"{self.language}-{self.script}" if self.script else self.language


@lru_cache(maxsize=1024)
def parts(text: str) -> Tag:
    """Read a tag in any of the ways it is written: `zh_TW`, `ZH-tw`, `zh-cn`, `pt-br`, `iw`, `en_US.UTF-8`, `eng`.

    A Chinese tag always gets its script: Hant for Taiwan, Hong Kong and Macao, else Hans where a region says so.
    """
    shape = _SHAPE.match(text.strip()[:40].lower().replace("_", "-").split(".")[0].split("@")[0])
    if not shape:
        return Tag("und")
    name, script, region = shape["language"], "", ""
    for part in (shape["rest"] or "").split("-"):
        if len(part) == 4 and part.isalpha() and not script and not region:
            script = part.capitalize()
        elif ((len(part) == 2 and part.isalpha()) or (len(part) == 3 and part.isdigit())) and not region:
            region = part.upper()
    name = ALPHA3.get(name, name)
    name, _, implied = ALIASES.get(name, name).partition("-")
    if not 2 <= len(name) <= 3:
        return Tag("und")
    script = script or implied
    if name == "zh":
        script = script or ("Hant" if region in TRADITIONAL_REGIONS else "Hans" if region else "")
        region = ""
    return Tag(name, script, region)


def asked(text: str) -> tuple[str, ...]:
    """What somebody who names a language asks for: its tag, and those of its members, as `nb` and `nn` of `no`.

    What is no tag stays as it is. Scripts and regions are to be found by their beginning: `zh` is `zh-Hant` too.
    """
    tag = parts(text).text
    return (text,) if tag == "und" else (tag, *MEMBERS.get(tag, ()))
