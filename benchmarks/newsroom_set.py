"""Write the demo's newsroom as a labelled set: `benchmarks/newsroom_set.py newsroom.jsonl`."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from demo.newsroom.content import load_outlets, load_samples
from demo.newsroom.gold import gold


def main() -> None:
    """Write one line an article, with its event."""
    events, outlets = gold(), load_outlets()
    rows = [
        {
            "id": sample.key,
            "language": outlets[sample.outlet].language,
            "outlet": sample.outlet,
            "published": sample.published.isoformat(),
            "headline": sample.headline,
            "body": "\n".join(sample.body),
            "event": events[sample.key],
        }
        for sample in load_samples()
        if sample.key in events
    ]
    lines = [json.dumps(row, ensure_ascii=False) + "\n" for row in rows]
    Path(sys.argv[1]).write_text("".join(lines), "utf-8")


if __name__ == "__main__":
    main()
