"""Questions about a rule for all households: a closed union, as data.

Who answers them is `casa_model.proof`. A phrase in a question is a condition in the rule language
over what the measures declare, and over what they answer: see `Vocabolario`.
"""

from casa_model.rules.quesiti._contesto import Contesto, Giorni, Versione
from casa_model.rules.quesiti._dimostrazione import (
    Confini,
    Dimostrazione,
    Esempio,
    Perche,
    Risposta,
)
from casa_model.rules.quesiti._frase import leggi_frase
from casa_model.rules.quesiti._giorni import (
    SenzaValore,
    check_days,
    con_valori,
    giorni_della_legge,
    giorni_senza_valore,
)
from casa_model.rules.quesiti._leggi import leggi_proprieta
from casa_model.rules.quesiti._lettore import ALL_DAYS
from casa_model.rules.quesiti._nomi import (
    check_names,
    fatti_letti,
    righe,
    rows_of,
    tabelle_lette,
)
from casa_model.rules.quesiti._non_chiesta import NonChiesta
from casa_model.rules.quesiti._proprieta import Proprieta
from casa_model.rules.quesiti._quesito import (
    DiFrasi,
    Equivale,
    GiornoVuoto,
    Implica,
    Inutile,
    Mai,
    Monotona,
    Quesito,
    RigaVuota,
    Scoperto,
    Sempre,
    Sovrappone,
    SovrapponeMisure,
    StessaRisposta,
    Superfluo,
    Unica,
    Verso,
    only_question,
)
from casa_model.rules.quesiti._vocabolario import (
    AMMESSA,
    DA_COMPLETARE,
    IMPORTO,
    NON_AMMESSA,
    REQUISITO,
    Vocabolario,
    nome_requisito,
)

__all__ = [
    "ALL_DAYS",
    "AMMESSA",
    "DA_COMPLETARE",
    "IMPORTO",
    "NON_AMMESSA",
    "REQUISITO",
    "Confini",
    "Contesto",
    "DiFrasi",
    "Dimostrazione",
    "Equivale",
    "Esempio",
    "Giorni",
    "GiornoVuoto",
    "Implica",
    "Inutile",
    "Mai",
    "Monotona",
    "NonChiesta",
    "Perche",
    "Proprieta",
    "Quesito",
    "RigaVuota",
    "Risposta",
    "Scoperto",
    "Sempre",
    "SenzaValore",
    "Sovrappone",
    "SovrapponeMisure",
    "StessaRisposta",
    "Superfluo",
    "Unica",
    "Versione",
    "Verso",
    "Vocabolario",
    "check_days",
    "check_names",
    "con_valori",
    "fatti_letti",
    "giorni_della_legge",
    "giorni_senza_valore",
    "leggi_frase",
    "leggi_proprieta",
    "nome_requisito",
    "only_question",
    "righe",
    "rows_of",
    "tabelle_lette",
]
