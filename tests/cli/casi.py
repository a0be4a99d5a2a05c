"""A file of one case, whose outcome is for a test to say."""

CASES = """formato = 1
regole = "crs-difficolta"
[[casi]]
codice = "isee-alla-soglia"
testo = "ISEE di 9.360,00 euro esatti"
norma = "rr-11-2019, art. 6, c. 1, lett. c"
al = 2024-09-02
[casi.fatti]
isee = "9360.00"
[casi.attesi]
esito = "{esito}"
"""
