"""Who speaks in English, German, Dutch, Nordic and Finnish: first names, last names alone, bodies, he and she."""

from __future__ import annotations

import pytest

from tests.analysis import labelled

FIRST_NAMES = [  # what stands before them, whose sex they tell, what is no name for want of one
    ("de", "Der Fußballfan Benjamin Lahr klagt. „Das ist zu teuer“, sagt er.", ["Benjamin Lahr"]),
    ("de", "Das sagte Petra Holz. Nach ihr sprach Jan-Ole Rohr. „Wir gehen“, sagte sie.", ["Petra Holz"]),
    ("de", "Ihr Berater Udo Rohr schwieg. Petra Holz sprach. Udo Rohr ging. „Gut so“, sagte sie.", ["Petra Holz"]),
    (
        "de",
        "Petra Holz war gekommen. Künstliche Intelligenz hilft dabei sehr. „Wir lernen noch“, sagte sie.",
        ["Petra Holz"],
    ),
    ("de", "Petra Holz war gekommen. Die Ärzte sehen das anders. „Wir lernen noch“, sagen sie.", [""]),
    ("en", "Vendor Glenn Moore sold it. The vendor was glad. “It was time to go,” he said.", ["Glenn Moore"]),
    ("en", "It was President of the United States Edward Moore. He said: “We will rebuild.”", ["Edward Moore"]),
    ("en", "Anna Holm met Peter Moore on Monday. “It was a good talk,” he said.", ["Peter Moore"]),
    ("en", "Ada Holm spoke. Her book Some Silent Thing is out. “I read it all,” she said.", ["Ada Holm"]),
    ("en", "Bradley Moore was amused. “Are you good at it?” asked Brad.", ["Bradley Moore"]),
    ("en", "“No,” said the deputy director of Public Works Eva-Marie Holm.", ["Eva-Marie Holm"]),
    ("sv", "Wilgot Sjöstrand bor i Kiruna. ”Det är kallt här”, säger han.", ["Wilgot Sjöstrand"]),
    ("nl", "Anna Holm sprak met Joris Mol. ”Het was goed”, zei hij.", ["Joris Mol"]),
]
PRONOUNS = [  # he, she and an office with its article joined to it, behind a verb
    ("sv", "Ebba Lind var glad när hon fick frågan.\n– Det är bra, sa hon i dag.", ["Ebba Lind"]),
    ("sv", "Ebba Lind var glad i dag.  – Det är ganska bra, sade hon på tisdagen.", ["Ebba Lind"]),
    ("sv", "– Vi är glada, säger ministern Ebba Lind.\n– Det är svårt, säger ministern.", ["Ebba Lind", "Ebba Lind"]),
    ("nb", "– Vi er glade, sier statsråd Ola Dal.\n– Det er vanskelig, sier statsråden.", ["Ola Dal", "Ola Dal"]),
    ("nb", "– Det går i gal retning, slår Ola Dal fast.", ["Ola Dal"]),
    ("da", "- Børn legede, siger vagtchef Ib Dahl.\n- Der var en læge, siger vagtchefen.", ["Ib Dahl", "Ib Dahl"]),
    ("nl", "Anna Mol was blij. ”Het was een goed gesprek”, zegt ze.", ["Anna Mol"]),
    ("nl", "Chairman Dirk Mol ontkende dat. ”We sluiten niets uit”, zei hij.", ["Dirk Mol"]),
    (
        "en",
        "Carl Moore is free. Ian Wood met Eva Lind. “No,” she said. Moore rang, in which call he said: “We go on.”",
        ["Eva Lind", "Carl Moore"],
    ),
]
ALONE = [  # a last name or a first name that stands alone
    ("de", "Doch Prahl blieb. „Ich laufe nicht weg“, sagte er. Michael Prahl war seit 2009 da.", ["Michael Prahl"]),
    ("de", "Auf Fragen ging Dehl nicht ein. „Ich bleibe“, sagte er. Dehl sagte, er gehe nie.", ["Dehl"]),
    ("en", "In the studio, Weller was asked about it. He replied: “We are where we are.” So is Weller.", ["Weller"]),
    ("en", "It was what Megan likes. “I am the captain of the team,” she explained.", ["Megan"]),
    ("en", "Speaking on the Early Show, Weller smiled. “We go on,” he said, and then Weller left.", ["Weller"]),
]
BODIES = [  # a body's name goes on behind a preposition
    ("en", "The Department of Justice said: “We will look into this case.”", ["Department of Justice"]),
    ("en", "“We look into it,” the Union of Danish Students said.", ["Union of Danish Students"]),
    ("en", "“We look into it,” said the Centers for Disease Control.", ["Centers for Disease Control"]),
    ("en", "The Project on Open Government has called it “a textbook case”.", ["Project on Open Government"]),
    ("en", "A spokesman for the Bank of Lund said it was “a very good deal”.", [""]),
    ("en", "“We look into it,” Anna Holm of the University of Lund said.", ["Anna Holm"]),
    ("en", "“We look into it,” said the Court of Appeal judge Anna Roth.", ["Anna Roth"]),
    ("en", "Analysts at Lund Consulting Group wrote that it is “a very good deal”.", [""]),
]
PLACES = [  # what stands beside a quotation
    ("en", "Her son, actor Carl Moore (“The Shore,” “One Day”), agrees. “It is hard,” he said.", ["Carl Moore"]),
    ("en", "Anna Holm did it. In Anna Holm’s words, “it was the best we could do at the time.”", ["Anna Holm"]),
    ("de", "Er habe „einen ganzen Haufen Holzköpfe gefunden“: „Fünf von ihnen saßen auf dem Berg.“", [""]),
    ("de", "Herbert Dehl war gekommen. „Wir sind die Spitze“, betonte der VW-Boss.", ["Herbert Dehl"]),
    ("de", "Simone Holz war gekommen. Wovor Holz vor allem warnt: „Kaufen Sie das nicht.“", ["Simone Holz"]),
    ("de", "Es ist so einfach wie „der Umweg über das Tier“, der so viel Land braucht.", [""]),
    ("nl", "Harry Mol zei dat hij \"bijzonder teleurgesteld ' ' was dat het niet doorging.", ["Harry Mol"]),
    (
        "en",
        "Weller was asked. He replied: 'Is there a place?\n'I think we have points.'\nOf him, Weller said no more.",
        ["Weller"],
    ),
]


@pytest.mark.parametrize(("language", "text", "speakers"), [*FIRST_NAMES, *PRONOUNS, *ALONE, *BODIES, *PLACES])
def test_who_speaks(language: str, text: str, speakers: list[str]) -> None:
    assert labelled.speakers(text, language) == speakers
