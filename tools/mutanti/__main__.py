"""Plant every fault in the shipped measures, and say who catches each.

    python -m tools.mutanti [MEASURE...]

Ends with 1 when a fault goes free that is not proven to change no answer.
"""

from __future__ import annotations

import sys
from collections import Counter

from casa_model.casa import edizione
from casa_model.exchange.casi import casi_dell_edizione
from tools.mutanti.caccia import Chi, caccia
from tools.mutanti.frasi import frasi


def main(codes: list[str]) -> int:
    """Every measure of the edition, or those named."""
    free = 0
    for codice, misura in edizione().misure.items():
        if codes and codice not in codes:
            continue
        prede = tuple(caccia(misura, casi_dell_edizione(codice).casi, frasi(codice)))
        count = Counter(preda.chi for preda in prede)
        told = ", ".join(f"{chi}: {count[chi]}" for chi in Chi)
        print(f"{codice}: {len(prede)} faults; {told}")
        for preda in prede:
            if preda.chi in {Chi.UGUALE, Chi.NESSUNO}:
                print(f"  {preda.chi}: {preda.mutante.dove}: {preda.mutante.che_cosa}")
        free += count[Chi.NESSUNO]
    return 1 if free else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
