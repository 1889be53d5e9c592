"""The one reader of tables in front of every tabular format: bytes of any table that people save, to its records.

``letters`` finds the encoding, ``lines`` the delimiter, the header and what stands above it, ``workbook`` opens
spreadsheets, ``names`` knows the header's spellings, ``blanks`` what stands for nothing, ``days`` the dates of a column.
Nothing is changed here: raw text and cells stay as they are in the file, so that it can be written back to the byte.
"""
