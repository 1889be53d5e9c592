"""Compile lexicon and gazetteer into the package when a wheel or an editable install is built."""

import sys
from pathlib import Path

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompileHook(BuildHookInterface):
    """Runs conflict_events.build from the source tree."""

    def initialize(self, version, build_data):  # noqa: ARG002 - the signature is hatchling's
        """Build the package data before files are collected; an sdist carries sources only."""
        if self.target_name != "wheel":
            return
        sys.path.insert(0, str(Path(self.root) / "src"))
        try:
            from conflict_events.build.__main__ import main

            main()
        finally:
            sys.path.pop(0)
