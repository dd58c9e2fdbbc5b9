"""Names in Korean: a family name and two syllables, with the title behind them and particles at words' ends.

`words` and `hangul` tell what a word is by its syllables, `labelling` which may be a name's, `naming` who is named.
"""

from monitor.analysis.names.korean.naming import Korean

__all__ = ["Korean"]
