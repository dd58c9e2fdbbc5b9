"""The model's SentencePiece tokeniser, put together anew from the pieces and scores in the weight file."""

from __future__ import annotations

from typing import Any

from sentencepiece import sentencepiece_model_pb2

from monitor.embedding.weights import Weights

START, END, UNKNOWN = 0, 2, 3  # ids that XLM-RoBERTa's vocabulary fixes
PADDING, MASK = "<pad>", "<mask>"  # pieces that no text may hold
UNIGRAM = 1  # the kind of model, in SentencePiece's own numbers


def tokenizer_file(weights: Weights) -> bytes:
    """A model file of SentencePiece, for text whose characters were already replaced by `weights.replacements`."""
    messages: Any = sentencepiece_model_pb2  # its classes are made when it is imported
    model = messages.ModelProto()
    kinds = model.SentencePiece
    special = {START: kinds.CONTROL, END: kinds.CONTROL, UNKNOWN: kinds.UNKNOWN}
    for number, (piece, score) in enumerate(zip(weights.pieces, weights.scores, strict=True)):
        kind = kinds.CONTROL if piece in (PADDING, MASK) else special.get(number, kinds.NORMAL)
        model.pieces.add(piece=piece, score=score, type=kind)
    model.trainer_spec.model_type = UNIGRAM
    model.trainer_spec.bos_id, model.trainer_spec.eos_id, model.trainer_spec.unk_id = START, END, UNKNOWN
    model.trainer_spec.pad_id = weights.pieces.index(PADDING)
    model.normalizer_spec.name = "identity"
    encoded: bytes = model.SerializeToString()
    return encoded
