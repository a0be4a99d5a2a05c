"""An amount shared out among beneficiaries, to the cent, by a named method, with the working.

`maggiori_resti` follows an index of need, `minimo_e_massimo` also keeps a floor and a cap for each,
`parti_uguali` follows nothing. What each of them promises, and what none of them can, stands in
`casa_model.programma.riparto._metodi` and is tested over random apportionments.
"""

from casa_model.programma.riparto._fabbisogno import Fabbisogno
from casa_model.programma.riparto._metodi import maggiori_resti, minimo_e_massimo, parti_uguali
from casa_model.programma.riparto._metodo import Limite, Metodo
from casa_model.programma.riparto._quota import QuotaRiparto
from casa_model.programma.riparto._riparto import Riparto

__all__ = [
    "Fabbisogno",
    "Limite",
    "Metodo",
    "QuotaRiparto",
    "Riparto",
    "maggiori_resti",
    "minimo_e_massimo",
    "parti_uguali",
]
