"""How much work a call does, counted and not timed: the same number on every machine, however busy it is."""

import sys


def calls(function, *arguments):
    """Calls of Python and C functions that running ``function(*arguments)`` makes."""
    count = 0

    def note(_frame, event, _argument):
        nonlocal count
        if event in ("call", "c_call"):
            count += 1

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        function(*arguments)
    finally:
        sys.setprofile(before)
    return count


def steps(function, *arguments):
    """Lines of Python that running ``function(*arguments)`` runs, each turn of a loop anew, and calls into C.

    Sees loops that call nothing, which ``calls`` does not, and takes several times as long.
    """
    count = 0

    def line(_frame, event, _argument):
        nonlocal count
        count += event == "line"
        return line

    def call(_frame, event, _argument):
        nonlocal count
        count += event == "c_call"

    before = sys.gettrace(), sys.getprofile()
    sys.settrace(line)
    sys.setprofile(call)
    try:
        function(*arguments)
    finally:
        sys.setprofile(before[1])
        sys.settrace(before[0])
    return count
