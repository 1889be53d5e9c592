"""``python -m conflict_events``: the command line."""

import sys

from conflict_events.cli import main

if __name__ == "__main__":
    sys.exit(main())
