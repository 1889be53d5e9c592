"""Files of any kind and number to one file of records: in parts, in several processes, going on after a kill.

``code_files`` is the whole of it. Parts are cut from the input (``cut``), coded by themselves (``work``), kept beside
the output until all are there (``store``), and then written as one file in any format (``run``).
"""

from conflict_events.bulk.run import Progress, Summary, code_files, stream_files
from conflict_events.bulk.work import Job

__all__ = ["Job", "Progress", "Summary", "code_files", "stream_files"]
