"""Serve the newsroom: `python -m demo.newsroom --port N --catalogue DIR [--edition 2]`."""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

from demo.newsroom.content import PORT
from demo.newsroom.server import Newsroom


def main() -> int:
    """Serve until interrupted."""
    parser = argparse.ArgumentParser(prog="python -m demo.newsroom", description="An invented newsroom on loopback.")
    parser.add_argument("--port", type=int, default=PORT, help="one port on every outlet's address; 0 for a free one")
    parser.add_argument("--catalogue", type=Path, required=True, help="folder to write the outlets' YAML files to")
    parser.add_argument("--edition", type=int, default=1, help="2 serves the revised article")
    options = parser.parse_args()
    try:
        with Newsroom(port=options.port, catalogue=options.catalogue) as newsroom:
            newsroom.edition = options.edition
            sys.stdout.write(
                f"{len(newsroom.outlets)} outlets on port {newsroom.port}; catalogue in {options.catalogue}\n"
            )
            sys.stdout.flush()
            while True:
                time.sleep(3600)
    except KeyboardInterrupt:
        return 0
    except OSError as problem:
        sys.stderr.write(f"cannot serve on port {options.port}: {problem}; try --port 0\n")
        return 1


if __name__ == "__main__":
    sys.exit(main())
