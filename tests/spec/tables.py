"""The meaning of every node as small tables, the unknown included: data for tests and for docs.

A cell is written as it is printed: `vero`, `falso`, `?` (not known), a number, a day, a label. The
facts of members are lists, one value a member: `vero, ?`; a lone `?` is a list that is not known.
"""

from __future__ import annotations

from spec.form import SpecTable, section

TABLES = (
    SpecTable(
        "Not",
        "The contrary of an unknown is unknown.",
        ("a",),
        ("not a",),
        ("vero | falso", "falso | vero", "? | ?"),
    ),
    SpecTable(
        "And, or",
        "Kleene's strong tables: one `falso` is enough for `and`, one `vero` for `or`.",
        ("a", "b"),
        ("a and b", "a or b"),
        (
            "vero | vero | vero | vero",
            "vero | falso | falso | vero",
            "vero | ? | ? | vero",
            "falso | vero | falso | vero",
            "falso | falso | falso | falso",
            "falso | ? | falso | ?",
            "? | vero | ? | vero",
            "? | falso | falso | ?",
            "? | ? | ? | ?",
        ),
    ),
    SpecTable(
        "What is missing of and, or",
        "While the whole is not known, every part that is not known; then nothing.",
        ("a", "b"),
        ("a and b",),
        (
            "vero | ? | ? | b",
            "falso | ? | falso | –",
            "? | falso | falso | –",
            "? | vero | ? | a",
            "? | ? | ? | a, b",
        ),
        missing=True,
    ),
    SpecTable(
        "If",
        "An unknown condition leaves the value unknown, also when both cases are the same. "
        "Only the condition is asked for until it is known, then only the case that it chose.",
        ("c", "x", "y"),
        ("x if c else y",),
        (
            "vero | 1 | 2 | 1 | –",
            "falso | 1 | 2 | 2 | –",
            "vero | 1 | ? | 1 | –",
            "vero | ? | 2 | ? | x",
            "falso | 1 | ? | ? | y",
            "? | 1 | 1 | ? | c",
            "? | ? | ? | ? | c",
        ),
        missing=True,
    ),
    SpecTable(
        "Comparison",
        "Unknown as soon as one side is. Scales are aligned: 0.5 is 0.50.",
        ("x", "y"),
        ("x < y", "x <= y", "x > y", "x >= y", "x == y", "x != y"),
        (
            "1 | 2 | vero | vero | falso | falso | falso | vero",
            "0.5 | 0.50 | falso | vero | falso | vero | vero | falso",
            "2 | 1 | falso | falso | vero | vero | falso | vero",
            "-1 | ? | ? | ? | ? | ? | ? | ?",
            "? | 1 | ? | ? | ? | ? | ? | ?",
        ),
    ),
    SpecTable(
        "Membership",
        "Of a value in a written set.",
        ("area", "n"),
        ('area in {"accesso", "protezione"}', 'area not in {"accesso"}', "n in {1, 2.50}"),
        (
            "accesso | 1 | vero | falso | vero",
            "decadenza | 2.5 | falso | vero | vero",
            "? | 3 | ? | ? | falso",
            "accesso | ? | vero | falso | ?",
        ),
    ),
    SpecTable(
        "Arithmetic",
        "Exact, and unknown as soon as one part is: zero times an unknown is unknown too.",
        ("x", "y"),
        ("x + y", "x - y", "x * y", "min(x, y)", "max(x, y)"),
        (
            "0.10 | 0.2 | 0.30 | -0.10 | 0.020 | 0.10 | 0.20",
            "9359.99 | 0.01 | 9360.00 | 9359.98 | 93.5999 | 0.01 | 9359.99",
            "-1.5 | 2 | 0.5 | -3.5 | -3.0 | -1.5 | 2",
            "0 | ? | ? | ? | ? | ? | ?",
            "? | 1 | ? | ? | ? | ? | ?",
        ),
    ),
    SpecTable(
        "Rounding",
        "The only way to lose digits: half away from zero, negatives too.",
        ("x",),
        ("arrotonda(x, 0)", "arrotonda(x, 1)", "arrotonda(x, 2)"),
        (
            "2.5 | 3 | 2.5 | 2.50",
            "-2.5 | -3 | -2.5 | -2.50",
            "0.449 | 0 | 0.4 | 0.45",
            "0.05 | 0 | 0.1 | 0.05",
            "-0.05 | 0 | -0.1 | -0.05",
            "0.005 | 0 | 0 | 0.01",
            "-0.0049 | 0 | 0 | 0",
            "? | ? | ? | ?",
        ),
    ),
    SpecTable(
        "Months and years",
        "Complete ones; 0 when the second day comes before the first. "
        "A day at the end of a month is complete at the end of a shorter one.",
        ("prima", "dopo"),
        ("mesi_tra(prima, dopo)", "anni_tra(prima, dopo)"),
        (
            "2021-10-27 | 2023-10-26 | 23 | 1",
            "2021-10-27 | 2023-10-27 | 24 | 2",
            "2023-01-31 | 2023-02-27 | 0 | 0",
            "2023-01-31 | 2023-02-28 | 1 | 0",
            "2024-02-29 | 2025-02-27 | 11 | 0",
            "2024-02-29 | 2025-02-28 | 12 | 1",
            "2024-02-29 | 2028-02-28 | 47 | 3",
            "2023-02-28 | 2023-01-31 | 0 | 0",
            "2023-02-28 | 2020-01-01 | 0 | 0",
            "? | 2023-01-31 | ? | ?",
            "2023-01-31 | ? | ? | ?",
        ),
    ),
    SpecTable(
        "Months later",
        "The same day so many months later, or the last day of that month.",
        ("giorno", "n"),
        ("piu_mesi(giorno, n)",),
        (
            "2023-01-31 | 1 | 2023-02-28",
            "2024-01-31 | 1 | 2024-02-29",
            "2024-02-29 | 12 | 2025-02-28",
            "2024-03-31 | -1 | 2024-02-29",
            "2024-03-31 | ? | ?",
            "? | 1 | ?",
        ),
    ),
    SpecTable(
        "Index",
        "Here `scala` is 1.00 for one, 1.57 for two, 2.04 for three. An unknown index is unknown.",
        ("n",),
        ("scala[n]", "scala[min(n, 3)]"),
        ("1 | 1.00 | 1.00", "3 | 2.04 | 2.04", "? | ? | ?"),
    ),
    SpecTable(
        "Table",
        "The first row that holds. A row that is not known, reached before one that holds, makes "
        "the value unknown, whatever stands below.",
        ("a", "b", "x"),
        ("fascia",),
        (
            "vero | vero | 5 | 1 | –",
            "vero | ? | ? | 1 | –",
            "falso | vero | 5 | 5 | –",
            "falso | vero | ? | ? | x",
            "falso | falso | ? | 3 | –",
            "? | vero | 5 | ? | a",
            "? | ? | ? | ? | a",
            "falso | ? | ? | ? | b",
        ),
        missing=True,
        rows_of_table=(("a", "1"), ("b", "x"), ("altrimenti", "3")),
    ),
    SpecTable(
        "Some member, every member",
        "Any and all over the members; nothing is known of a list that is not known.",
        (),
        ("qualcuno(membri, studia)", "tutti(membri, studia)"),
        (
            "vero | vero | vero | –",
            "falso | falso | falso | –",
            "vero, falso | vero | falso | –",
            "vero, ? | vero | ? | –",
            "falso, ? | ? | falso | studia",
            "? , ? | ? | ? | studia",
            "? | ? | ? | membri",
        ),
        members=("studia",),
        missing=True,
    ),
    SpecTable(
        "How many members",
        "Known when the condition is known for each, also where the members that are known would "
        "settle a comparison: so `qualcuno` asks for less than `conta`.",
        (),
        ("conta(membri, studia)", "conta(membri, studia) >= 2"),
        (
            "vero, falso, vero | 2 | vero | –",
            "falso, falso | 0 | falso | –",
            "vero, ? | ? | ? | studia",
            "vero, vero, ? | ? | ? | studia",
            "? | ? | ? | membri",
        ),
        members=("studia",),
        missing=True,
    ),
    SpecTable(
        "Sum over members",
        "It needs the condition of each member, and the value of those who meet it.",
        (),
        ("somma(membri, reddito, studia)",),
        (
            "100.00, 20.50 | vero, vero | 120.50 | –",
            "100.00, 20.50 | vero, falso | 100.00 | –",
            "100.00, ? | vero, falso | 100.00 | –",
            "100.00, ? | falso, falso | 0 | –",
            "100.00, ? | vero, vero | ? | reddito",
            "100.00, 20.50 | vero, ? | ? | studia",
            "?, 20.50 | vero, ? | ? | reddito, studia",
            "? | ? | ? | membri",
        ),
        members=("reddito", "studia"),
        missing=True,
    ),
)
"""What each node means."""

VERDICT = SpecTable(
    "Verdict",
    "Two requirements, `a` and `b`. One that is false decides, and nothing more is asked; all else "
    "that is not known is to be completed.",
    ("a", "b"),
    ("verdict",),
    (
        "vero | vero | ammesso | –",
        "vero | falso | non-ammesso | –",
        "vero | ? | da-completare | b",
        "falso | ? | non-ammesso | –",
        "? | falso | non-ammesso | –",
        "? | ? | da-completare | a, b",
    ),
    missing=True,
)
"""What a measure answers."""

DEROGA = SpecTable(
    "Derogation",
    "A requirement whose condition is `a` and whose derogation is `b`. The finding names what made "
    "it hold, the condition first.",
    ("a", "b"),
    ("holds", "by"),
    (
        "vero | vero | vero | condizione | –",
        "vero | ? | vero | condizione | –",
        "falso | vero | vero | b | –",
        "? | vero | vero | b | –",
        "falso | falso | falso | – | –",
        "falso | ? | ? | – | b",
        "? | falso | ? | – | a",
        "? | ? | ? | – | a, b",
    ),
    missing=True,
)
"""How a requirement with a derogation comes out."""


def markdown() -> str:
    """Every table as it stands in the documentation."""
    return "\n".join(section(table) for table in (*TABLES, DEROGA, VERDICT))
