"""The model's SentencePiece tokeniser, rebuilt with the `tokenizers` library."""

from __future__ import annotations

from tokenizers import Regex, Tokenizer, models, normalizers, pre_tokenizers, processors

from monitor.embedding.weights import Weights

START, END, UNKNOWN = 0, 2, 3  # ids that XLM-RoBERTa's vocabulary fixes
MAX_TOKENS = 512


def build_tokenizer(weights: Weights) -> Tokenizer:
    """A tokeniser of text whose characters were already replaced by `weights.replacements`."""
    made = Tokenizer(models.Unigram(list(zip(weights.pieces, weights.scores, strict=True)), unk_id=UNKNOWN))
    made.normalizer = normalizers.Replace(Regex(r"\s+"), " ")
    made.pre_tokenizer = pre_tokenizers.Metaspace(replacement="▁", prepend_scheme="always")
    made.post_processor = processors.TemplateProcessing(
        single="<s> $A </s>", special_tokens=[("<s>", START), ("</s>", END)]
    )
    made.enable_truncation(MAX_TOKENS)
    return made
