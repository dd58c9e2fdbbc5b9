"""Sentences that name nobody are told by their capitals, and none that names somebody is."""

from __future__ import annotations

import pytest

from monitor.analysis.names import Cast, naming
from monitor.analysis.speakers.nobody import holds_no_name
from monitor.analysis.speakers.scene import Scene
from monitor.text.folded import tokens

KNOWN = "Petra Lindqvist"


@pytest.mark.parametrize(
    ("language", "sentence", "nobody"),
    [
        ("de", "Der Preis für Strom stieg im Winter um ein Drittel.", True),
        ("de", "Dann kam Jan von der Wiese zum Bahnhof.", False),
        ("de", "Die Ärztin Lindqvist blieb stumm.", False),
        ("de", "Auch Anna schwieg.", False),
        ("en", "The price of power rose by a third in winter.", True),
        ("en", "They met Omar Haddad on Monday.", False),
        ("en", "On Monday Lindqvist left.", False),
        ("en", "His wife Zorabel kept silent.", False),
        ("en", "Oddly, Brandtner opened the door first.", False),
        ("pl", "Ceny prądu wzrosły zimą o jedną trzecią.", True),
        ("ru", "Цены на свет зимой выросли на треть.", True),
        ("ru", "Об этом знал Иван Гуров.", False),
    ],
)
def test_nobody(language: str, sentence: str, nobody: bool) -> None:
    kind = naming(language)
    scene = Scene(f"{sentence} Later Karl Brandtner spoke.", Cast(kind), [])
    scene.cast.introduce(KNOWN, [word.folded for word in tokens(KNOWN)])
    assert holds_no_name(scene, scene.stretch(tokens(sentence))) is nobody
