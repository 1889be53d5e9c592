"""Engines for many machines: each module is a thin layer over ``arrow.code_batch`` and gives the same rows in the same order."""
