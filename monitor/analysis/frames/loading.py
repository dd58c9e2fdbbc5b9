"""The words by which each language cites, quotes and names people, read from one file a language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from importlib import resources
from typing import Any

from attrs import field, fields, frozen

from monitor.language import read_as
from monitor.text.simplifying import traditional
from monitor.yaml12 import read_yaml

_BEGINS = (" ", "'", "-")  # before a word's first letter
CONTRACTED = ("before", "attributes", "agents")  # lists whose last words may be contracted


def _words(value: Any) -> tuple[str, ...]:
    return tuple(str(word) for word in value or ())


def _with_contracted(phrases: Iterable[str], contracted: Mapping[str, Sequence[str]]) -> list[str]:
    """Each phrase, and what becomes of it where its last word melts with an article: intervista a, alla, all'."""
    found: dict[str, None] = {}
    for phrase in phrases:
        found[phrase] = None
        head, _, last = phrase.rpartition(" ")
        found |= dict.fromkeys(f"{head} {form}".lstrip() for form in contracted.get(last, ()))
    return list(found)


def respelled(phrases: Iterable[str], spellings: Sequence[str]) -> tuple[str, ...]:
    """Each phrase, and how else it is written: `-é=e` at words' beginnings (Etat), `ș=ş ț=ţ` anywhere in them."""
    found = dict.fromkeys(phrases)
    for pairs in [spelling.split() for spelling in spellings]:
        for phrase in list(found):
            other, lower = f" {phrase}", phrase.lower()
            for letter, _, instead in (pair.partition("=") for pair in pairs):
                if letter[-1].lower() not in lower:
                    continue
                if letter[0] != "-":
                    other = other.replace(letter, instead)
                    continue
                for before in _BEGINS:
                    other = other.replace(before + letter[1], before + instead)
                    other = other.replace(before + letter[1].upper(), before + instead.upper())
            found[other[1:]] = None
    return tuple(found)


def _in_both(phrases: Sequence[str]) -> list[str]:
    """Phrases in simplified characters, and each in traditional ones."""
    return list(dict.fromkeys([*phrases, *(traditional(phrase) for phrase in phrases)]))


@frozen(kw_only=True)
class Frames:
    """One language's words; `*` at the end of a word stands for any ending.

    docs/how-comparison-works.md says what each list is for.
    """

    says: tuple[str, ...] = field(default=(), converter=_words)  # what people do with words: said, told
    gerunds: tuple[str, ...] = field(default=(), converter=_words)  # saying, adding: whoever the verb before has
    quoting: tuple[str, ...] = field(default=(), converter=_words)  # says of others' words: citoval Davise server
    cites: tuple[str, ...] = field(default=(), converter=_words)  # behind a governed name: نقل عن فلان قوله
    impersonal: tuple[str, ...] = field(default=(), converter=_words)  # what a text says: говорится, denildi
    attributes: tuple[str, ...] = field(default=(), converter=_words)  # a speaker follows: according to, diyen
    paused: tuple[str, ...] = field(default=(), converter=_words)  # attribute behind a pause alone: „…“, so Holm
    behind: tuple[str, ...] = field(default=(), converter=_words)  # a speaker stands before: zufolge, के अनुसार
    opinion: tuple[str, ...] = field(default=(), converter=_words)  # the same at a sentence's beginning: pour, para
    objects: tuple[str, ...] = field(default=(), converter=_words)  # behind whom something is done to: را
    cases: tuple[str, ...] = field(default=(), converter=_words)  # behind words that are a noun here: 「安全」の実現
    idle: tuple[str, ...] = field(default=(), converter=_words)  # hold such a word and state nothing: so called
    hearsay: tuple[str, ...] = field(default=(), converter=_words)  # those that state at a sentence's end: という。
    coordinates: tuple[str, ...] = field(default=(), converter=_words)  # begin a clause behind a quotation: और
    joins: tuple[str, ...] = field(default=(), converter=_words)  # tie a quotation to its verb: と, 라고
    reports: tuple[str, ...] = field(default=(), converter=_words)  # what outlets do: reported, wrote
    before: tuple[str, ...] = field(default=(), converter=_words)  # stand before a cited name: according to
    after: tuple[str, ...] = field(default=(), converter=_words)  # stand after one: haberine göre, の報道によると
    nouns: tuple[str, ...] = field(default=(), converter=_words)  # news agency, newspaper
    against: tuple[str, ...] = field(default=(), converter=_words)  # beside a name: spoken of, not cited
    weak: tuple[str, ...] = field(default=(), converter=_words)  # before names, and cite only beside a verb of speech
    belonging: tuple[str, ...] = field(default=(), converter=_words)  # a critic of CNN: no outlet that tells
    genitive: tuple[str, ...] = field(default=(), converter=_words)  # a spokesman of the outlet's: des ZDF, de TF1
    anonymous: tuple[str, ...] = field(default=(), converter=_words)  # a source, on condition of anonymity
    officials: tuple[str, ...] = field(default=(), converter=_words)  # officials, the ministry
    credits: tuple[str, ...] = field(default=(), converter=_words)  # begin a credit line: source, reporting by
    pictures: tuple[str, ...] = field(default=(), converter=_words)  # begin one of a picture: photo, snímek
    couples: tuple[str, ...] = field(default=(), converter=_words)  # tie the names of two outlets: and, 와
    journalists: tuple[str, ...] = field(default=(), converter=_words)  # of an outlet: what one says, the outlet tells
    pronouns: tuple[str, ...] = field(default=(), converter=_words)  # he, she
    its: tuple[str, ...] = field(default=(), converter=_words)  # pronouns of a body that spoke: it
    they: tuple[str, ...] = field(default=(), converter=_words)  # pronouns of several people, whom nobody named is
    titles: tuple[str, ...] = field(default=(), converter=_words)  # president, spokesman: no part of a name
    folk: tuple[str, ...] = field(default=(), converter=_words)  # the woman, the pensioner: somebody, and no office
    callings: tuple[str, ...] = field(default=(), converter=_words)  # titles that no name stands right before: 男性
    prepositions: tuple[str, ...] = field(default=(), converter=_words)  # a name after one is no subject
    stops: tuple[str, ...] = field(default=(), converter=_words)  # that, on Monday: a name ends here
    markers: tuple[str, ...] = field(default=(), converter=_words)  # follow a subject: ने, は
    embeds: tuple[str, ...] = field(default=(), converter=_words)  # end a clause whose marked subject is its own: のを
    oblique: tuple[str, ...] = field(default=(), converter=_words)  # end like a subject's marker: では, 에서는, 하는
    same: tuple[str, ...] = field(default=(), converter=_words)  # before an office, of whoever was named: 同社長
    particles: tuple[str, ...] = field(default=(), converter=_words)  # small words inside names: van, bin
    that: tuple[str, ...] = field(default=(), converter=_words)  # begins what is said: a name after it does not speak
    whose: tuple[str, ...] = field(default=(), converter=_words)  # Lo ha detto Ugo Neri: begin who said the line above
    these: tuple[str, ...] = field(default=(), converter=_words)  # whose subject said the words before: এসব কথা
    his: tuple[str, ...] = field(default=(), converter=_words)  # in his words: whoever was named last speaks
    owned: tuple[str, ...] = field(default=(), converter=_words)  # in Holm's words, "…": behind whose they are
    possessives: tuple[str, ...] = field(default=(), converter=_words)  # her verdict was: whoever was named last
    ages: tuple[str, ...] = field(default=(), converter=_words)  # the 41-year-old: whoever was named last
    definite: tuple[str, ...] = field(default=(), converter=_words)  # the, der: the farmer is whoever was named last
    ands: tuple[str, ...] = field(default=(), converter=_words)  # and, but: a verb after one keeps its subject
    articles: tuple[str, ...] = field(default=(), converter=_words)  # el, la, un: begin a subject behind its verb
    bodies: tuple[str, ...] = field(default=(), converter=_words)  # ministry, bank: no person has such a word in a name
    heads: tuple[str, ...] = field(default=(), converter=_words)  # begin bodies' names without capitals: وزارة
    organisations: tuple[str, ...] = field(default=(), converter=_words)  # whole names of bodies: حماس, 国連
    boards: tuple[str, ...] = field(default=(), converter=_words)  # banner, sign: what is written on one is no speech
    works: tuple[str, ...] = field(default=(), converter=_words)  # beside a title in quotation marks: film, so-called
    pointers: tuple[str, ...] = field(default=(), converter=_words)  # before another article's headline: czytaj też
    detached: tuple[str, ...] = field(default=(), converter=_words)  # ends of verbs: wirft ihm „Untätigkeit“ vor
    likens: tuple[str, ...] = field(default=(), converter=_words)  # as, como: a film as "weak" is no title
    callsigns: tuple[str, ...] = field(default=(), converter=_words)  # before a nickname in marks: з позивним «Грім»
    last_names: tuple[str, ...] = field(default=(), converter=_words)  # end names, and no noun's case: Ганев, Радев
    familial: tuple[str, ...] = field(default=(), converter=_words)  # end family names, in capitals no acronyms: енко
    surnames: tuple[str, ...] = field(default=(), converter=_words)  # where they begin a name and are few: 王, 김
    polite: tuple[str, ...] = field(default=(), converter=_words)  # behind a family name, for a given one: 先生
    ergative: tuple[str, ...] = field(default=(), converter=_words)  # a speaker's ending = what stands without: მა=ი
    families: tuple[str, ...] = field(default=(), converter=_words)  # where they begin a name and are many: 大谷
    agents: tuple[str, ...] = field(default=(), converter=_words)  # by, von: a speaker follows right behind a quotation
    kin: tuple[str, ...] = field(default=(), converter=_words)  # the husband, a neighbour: not whoever was named last
    offices: tuple[str, ...] = field(default=(), converter=_words)  # bodies named by what they are of: ministry
    seats: tuple[str, ...] = field(default=(), converter=_words)  # capitals that stand for governments: Moscow
    sources: tuple[str, ...] = field(default=(), converter=_words)  # end a group that is quoted: からは, 에서는
    givers: tuple[str, ...] = field(default=(), converter=_words)  # behind whom words come from: 監督から「…」
    selves: tuple[str, ...] = field(default=(), converter=_words)  # I, we: no writer says so inside speech
    several: tuple[str, ...] = field(default=(), converter=_words)  # ends of verbs that one person alone has not
    questioned: tuple[str, ...] = field(default=(), converter=_words)  # Zapytana o plany, odpowiedziała: she goes on
    asked: tuple[str, ...] = field(default=(), converter=_words)  # behind others' words: との質問に, 는 질문에
    calls: tuple[str, ...] = field(default=(), converter=_words)  # says that quote one word: tildó de "traidor"
    reported: tuple[str, ...] = field(default=(), converter=_words)  # verbs in the mood of indirect speech: sei, habe
    ambiguous: tuple[str, ...] = field(default=(), converter=_words)  # says that are nouns behind an article: denuncia
    closing: str = ""  # characters that end a sentence, behind which `tie` alone ties a quotation: 다 in "…다"는
    tie: tuple[str, ...] = field(default=(), converter=_words)  # such particles
    fields: tuple[str, ...] = field(default=(), converter=_words)  # what a role is of: defence, ministry, government
    afar: tuple[str, ...] = field(default=(), converter=_words)  # behind a full name, of a place: Jan Smit van Urk
    bound: tuple[str, ...] = field(default=(), converter=_words)  # in a name behind another particle alone: von der
    adjectives: tuple[str, ...] = field(default=(), converter=_words)  # endings before a noun: in ihrem letzten Wort
    men: tuple[str, ...] = field(default=(), converter=_words)  # first names, where capitals tell names
    women: tuple[str, ...] = field(default=(), converter=_words)
    documents: tuple[str, ...] = field(default=(), converter=_words)  # according to the report "…": nobody's words
    bent: tuple[str, ...] = field(default=(), converter=_words)  # endings that no subject's name has: Rady Europejskiej
    he: tuple[str, ...] = field(default=(), converter=_words)  # pronouns and articles that tell a man: él, el ministro
    she: tuple[str, ...] = field(default=(), converter=_words)  # and a woman
    declined: tuple[str, ...] = field(default=(), converter=_words)  # a case's ending = a subject's instead: em=, y=a
    together: tuple[str, ...] = field(default=(), converter=_words)  # such that not all of a name end so: Janem Novákem
    feminine: tuple[str, ...] = field(default=(), converter=_words)  # women's surnames, which look bent: Иванова
    adjectival: tuple[str, ...] = field(default=(), converter=_words)  # adjectives that begin names: Evropská komise
    owners: tuple[str, ...] = field(default=(), converter=_words)  # ends of adjectives made of names: Ajaxov trener
    tells: tuple[str, ...] = field(default=(), converter=_words)  # says that no outlet does: řekl AFP is told to AFP
    addressed: tuple[str, ...] = field(default=(), converter=_words)  # says whose subject stands before them: told AFP
    male: tuple[str, ...] = field(default=(), converter=_words)  # endings of verbs whose subject is a man: сказал
    female: tuple[str, ...] = field(default=(), converter=_words)  # and a woman: сказала
    passives: tuple[str, ...] = field(default=(), converter=_words)  # begin verbs of what is done by whom: dibuat
    meanwhile: tuple[str, ...] = field(default=(), converter=_words)  # endings of what a speaker does besides: -ando
    nominal: tuple[str, ...] = field(default=(), converter=_words)  # endings of nouns where each has a capital: ung
    relatives: tuple[str, ...] = field(default=(), converter=_words)  # who, che: the man, who added, goes on
    capitals: bool = False  # every noun has one, so that a word alone with one is hardly a name
    contracted: Mapping[str, Sequence[str]] = field(factory=dict)  # a preposition with an article: a = ad, al, alla
    to: tuple[str, ...] = field(default=(), converter=_words)  # joined to whom one tells: ל; behind the name: e, ye
    proclitics: tuple[str, ...] = field(default=(), converter=_words)  # letters that are prepositions, joined: بنشر
    by: tuple[str, ...] = field(default=(), converter=_words)  # joined to the body that told it: נמסר ממשרד הבריאות
    as_told: tuple[str, ...] = field(default=(), converter=_words)  # open a clause that ends with its verb: wie
    at: tuple[str, ...] = field(default=(), converter=_words)  # before, or joined to, where one reads or says it: w, ב
    given: tuple[str, ...] = field(default=(), converter=_words)  # first names, where no capital tells a name
    ordinary: tuple[str, ...] = field(default=(), converter=_words)  # no names, where no capital tells it: נושא
    honorifics: tuple[str, ...] = field(default=(), converter=_words)  # before a surname alone: آقای
    sounds: str = ""  # characters that write foreign names: 特朗普
    roles: str = ""  # characters that end the words for people, behind which a name may begin: 员, 长
    whiles: tuple[str, ...] = field(default=(), converter=_words)  # end what a speaker does meanwhile: रोते हुए
    plurals: tuple[str, ...] = field(default=(), converter=_words)  # of nouns, `*` and an ending: several people
    singular: tuple[str, ...] = field(default=(), converter=_words)  # articles whose noun is one person
    names: str = ""  # how names are told: a key of names.kinds.KINDS; by capitals or else titles where there is none
    respelled: tuple[str, ...] = field(default=(), converter=_words)  # letters that many write otherwise: -é=e, ș=ş
    apostrophes: tuple[str, ...] = field(default=(), converter=_words)  # ends of a genitive that one ties: Ali'nin
    dashes: bool = True  # speech stands behind dashes; else only where the writer tells of it
    worldwide: bool = False  # the first names of names/first_names.yaml are known besides its own
    placed: bool = True  # a name may follow a role and its place: la procuratrice di Novara Anna Rossi
    suffixed: bool = False  # markers are written at a word's end: 장관은
    clitics: bool = False  # small words are joined to the front of others: وقال
    joined: str = ""  # letters that may stand right before a quotation mark: ב in ב"מעריב"
    acronyms: bool = False  # a mark inside a word is an acronym's and ends no quotation: צה"ל
    turned: bool = False  # ’ opens a quotation and ‘ closes it
    genitive_s: bool = False  # outlets' names take an -s: Expressens uppgifter, Berichte des Spiegels
    inside_words: bool = False  # a verb of one character may be part of a word of the dictionary: 道 in 道路
    backwards: bool = False  # ” may open a quotation and “ close it, with spaces inside
    brackets: bool = False  # 《 》 are quotation marks
    traditional: bool = False  # phrases stand in simplified characters for those in traditional ones too
    heads_last: bool = False  # `heads` end bodies' names: 省 in 外務省
    genitives: bool = False  # words in the genitive part a role from its name: rzecznik rządu kraju Jan Nowak
    enclosed: bool = False  # marks hold speech alone: the writer says nothing between commas inside them
    leads: bool = False  # a verb of speech ends its clause before what is said: ترامپ در مصاحبه گفت: «…»
    drops: bool = False  # a verb may stand without its subject: dijo, сказал is not one
    inverts: bool = False  # an outlet or, behind a quotation, a speaker may stand after its verb: berichtet Bild
    acted: tuple[str, ...] = field(default=(), converter=_words)  # behind few words that are a noun: する
    joined_he: str = ""  # a verb's end that means whoever was named last: katanya
    article: str = ""  # joined to nouns, and hardly to first names: ال
    order: str = "both"  # where the subject stands: before the verb, after it, or both


@lru_cache(maxsize=64)
def frames(language: str) -> Frames:
    """The frames of a language; of English where there is no file for it."""
    code = file_of(language) if has_frames(language) else "en"
    file = resources.files("monitor.analysis.frames") / f"{code}.yaml"
    data = read_yaml(file.read_bytes()).value
    unknown = set(data) - {each.name for each in fields(Frames)}
    if unknown:
        raise ValueError(f"{file}: unknown keys {sorted(unknown)}")
    contracted = data.get("contracted") or {}
    data |= {key: _with_contracted(data.get(key) or (), contracted) for key in CONTRACTED if contracted}
    if spellings := data.get("respelled"):
        data |= {key: respelled(_words(value), spellings) for key, value in data.items() if _is_list(key, value)}
    if data.get("traditional"):
        data |= {key: _in_both(words) for key, words in data.items() if isinstance(words, list)}
    return Frames(**data)


def _is_list(key: str, value: Any) -> bool:
    """Whether a key of a file has phrases."""
    return isinstance(value, list) and key != "respelled"


def file_of(language: str) -> str:
    """The code by which a language's file is called: its own, else its kin's."""
    return read_as(language, _files())


def has_frames(language: str) -> bool:
    """True where the language or its kin has a file."""
    return file_of(language) in _files()


@lru_cache(maxsize=1)
def _files() -> frozenset[str]:
    """The languages that have files."""
    names = (file.name for file in resources.files("monitor.analysis.frames").iterdir())
    return frozenset(name.removesuffix(".yaml") for name in names if name.endswith(".yaml"))
