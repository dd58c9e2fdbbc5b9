"""Who speaks: the subject of each verb of speech, and whose words each quotation is.

From an article to one word, each module asking the next: `reader` (its quotes in order, and who was named before),
`attribution` (one quotation), `verbs` (the verbs of speech of a sentence), `subjects` (one of them), `picking` (one
window of the words around it), `candidates` and `likeliest` (the names there). What they ask lies beside them: whom
words mean that are no name (`who`, `pronouns`, `epithets`, `offices`, `roles`, `stand_ins`), bodies that speak
(`organisations` with capitals, `named_bodies` without), and what leads to a quotation where no verb does (`leads`,
`tells`, `behind`).
"""

from monitor.analysis.speakers.reader import quotes

__all__ = ["quotes"]
