"""What a program shows on a terminal, for the tests of colours and bars."""

import os
import subprocess

import pytest


def shown_on_a_terminal(words, stream, environment):
    """Run a program with one of its streams on a pseudo-terminal.

    Returns its exit code and the bytes that it wrote there.
    """
    pty = pytest.importorskip("pty")
    leader, follower = pty.openpty()
    with subprocess.Popen(words, env=environment, **{stream: follower}) as process:
        os.close(follower)
        shown = b""
        try:
            while part := os.read(leader, 4096):
                shown += part
        except OSError:  # how Linux says that the other side has closed
            pass
    os.close(leader)
    return process.returncode, shown
