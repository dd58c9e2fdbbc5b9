"""What of a text a reader would not miss: counters, times ago, punctuation and spacing."""

from __future__ import annotations

import re

import regex

from monitor.text.letters import ascii_digits, fold

# Nouns that counters count and words of "minutes ago", in the languages that most news is in. Only short lines that
# hold a number and nothing but these are dropped.
_COUNTED = frozenset(
    """
    views view comments comment shares share likes like reads read min mins minute minutes hour hours day days ago
    updated second seconds just now reactions reaction followers votes vote times viewed retweets replies reply
    vues vue commentaires commentaire partages partage il y a lecture de mise à jour heure heures jour jours
    aufrufe kommentare kommentar vor stunde stunden minuten lesezeit tag tagen mal gelesen geteilt
    vistas comentarios comentario compartidos hace hora horas minuto minutos lectura veces compartir
    visualizações comentários comentário há compartilhamentos leitura visualizzazioni commenti commento fa ore minuti
    просмотров просмотра просмотр комментариев комментария комментарий назад минут минуты минуту час часа часов
    переглядів коментарів тому хвилин годин görüntülenme yorum önce dakika saat okunma kez okundu
    مشاهدات مشاهدة تعليق تعليقات منذ دقيقة دقائق ساعة ساعات قراءة بازدید نظر دیدگاه دقیقه ساعت پیش
    צפיות תגובות לפני דקות שעה שעות 阅读 评论 分钟前 小时前 次 閱讀 評論 回 件 分前 時間前 コメント 조회 댓글 분 시간 전
    """.split()  # noqa: SIM905
)
_TOKEN = regex.compile(r"\p{Nd}+(?:[.,٫٬]\p{Nd}+)*|[\p{L}\p{M}]+")
_INVISIBLE = re.compile(r"[\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufe0f]+")
MAX_COUNTER_TOKENS = 8


def essence(text: str) -> str:
    """The words and numbers of a text, each line's in a line; lines that only count are left out."""
    lines = (_TOKEN.findall(_INVISIBLE.sub("", ascii_digits(fold(line)))) for line in text.splitlines())
    return "\n".join(" ".join(line) for line in lines if line and not _is_counter(line))


def _is_counter(tokens: list[str]) -> bool:
    if len(tokens) > MAX_COUNTER_TOKENS or not any(token[0].isdecimal() for token in tokens):
        return False
    counting = [token for token in tokens if not token[0].isdecimal()]
    return bool(counting) and all(token in _FOLDED or token in ("k", "m", "tsd") for token in counting)


_FOLDED = frozenset(fold(word) for word in _COUNTED)
