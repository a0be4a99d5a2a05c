"""Planted faults in the shipped rules: each must be caught, or proven to change no answer.

    make mutanti

`alberi` plants them in expressions, `misure` in measures, `caccia` looks for who catches them.
"""
