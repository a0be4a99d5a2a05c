"""What can be wrong with opening hours: the codes of `InvalidHours`, and their sentences."""

from __future__ import annotations

from typing import Final

from casa_model.errors._entry import Entry

REGOLE: Final = {
    "regola-vuota": Entry(
        it="la regola è vuota; scrivi per esempio `FREQ=WEEKLY;BYDAY=MO`",
        en="the rule is empty; write for example `FREQ=WEEKLY;BYDAY=MO`",
    ),
    "regola-parte": Entry(
        it="`{parte}` non è una parte della regola; scrivi `NOME=valore`, maiuscolo e senza spazi, "
        "con un solo `;` fra due parti",
        en="`{parte}` is no part of a rule; write `NAME=value`, in capitals and without blanks, "
        "with one `;` between two parts",
    ),
    "regola-parte-ignota": Entry(
        it="la regola non ammette `{parte}`; usa solo {ammesse}",
        en="a rule admits no `{parte}`; use only {ammesse}",
    ),
    "regola-parte-ripetuta": Entry(
        it="`{parte}` è scritto due volte; tieni uno solo dei due",
        en="`{parte}` is written twice; keep only one",
    ),
    "regola-count": Entry(
        it="`COUNT` non è ammesso; scrivi l'ultimo giorno in `UNTIL`",
        en="`COUNT` is not admitted; write the last day in `UNTIL`",
    ),
    "regola-ore": Entry(
        it="`{parte}` non è ammesso: la regola dice i giorni; scrivi le ore in `dalle` e `alle`",
        en="`{parte}` is not admitted: a rule tells days; write the times in `dalle` and `alle`",
    ),
    "regola-wkst": Entry(
        it="la settimana comincia sempre di lunedì, non `{valore}`; togli `WKST`",
        en="a week always begins on Monday, not `{valore}`; leave `WKST` out",
    ),
    "regola-senza-freq": Entry(
        it="manca `FREQ`; scrivi `FREQ=DAILY`, `FREQ=WEEKLY` o `FREQ=MONTHLY`",
        en="`FREQ` is missing; write `FREQ=DAILY`, `FREQ=WEEKLY` or `FREQ=MONTHLY`",
    ),
    "regola-freq": Entry(
        it="`{valore}` non è una frequenza; scrivi `DAILY`, `WEEKLY` o `MONTHLY`",
        en="`{valore}` is no frequency; write `DAILY`, `WEEKLY` or `MONTHLY`",
    ),
    "regola-interval": Entry(
        it="`INTERVAL` non può essere `{valore}`; scrivi un numero da 1 a 999, senza zeri davanti",
        en="`INTERVAL` cannot be `{valore}`; write a number from 1 to 999, without leading zeros",
    ),
    "regola-byday": Entry(
        it="`{valore}` non è un giorno di `BYDAY`; scrivi `MO`, `TU`, `WE`, `TH`, `FR`, `SA` o "
        "`SU`, e prima, se la regola è mensile, un numero da 1 a 5 o -1",
        en="`{valore}` is no day of `BYDAY`; write `MO`, `TU`, `WE`, `TH`, `FR`, `SA` or `SU`, "
        "after a number from 1 to 5 or -1 if the rule is monthly",
    ),
    "regola-byday-numero": Entry(
        it="`{valore}` ha un numero, e la regola è settimanale; togli il numero o scrivi "
        "`FREQ=MONTHLY`",
        en="`{valore}` has a number, and the rule is weekly; leave the number out or write "
        "`FREQ=MONTHLY`",
    ),
    "regola-byday-senza-numero": Entry(
        it="`{valore}` non dice quale del mese; scrivi per esempio `1{valore}`, o `FREQ=WEEKLY` "
        "per ogni settimana",
        en="`{valore}` does not say which one of the month; write for example `1{valore}`, or "
        "`FREQ=WEEKLY` for every week",
    ),
    "regola-byday-daily": Entry(
        it="`BYDAY` non va con `FREQ=DAILY`; scrivi `FREQ=WEEKLY`",
        en="`BYDAY` does not go with `FREQ=DAILY`; write `FREQ=WEEKLY`",
    ),
    "regola-bymonthday": Entry(
        it="`{valore}` non è un giorno del mese; scrivi un numero da 1 a 31, senza zeri davanti",
        en="`{valore}` is no day of a month; write a number from 1 to 31, without leading zeros",
    ),
    "regola-bymonthday-fuori-posto": Entry(
        it="`BYMONTHDAY` va solo con `FREQ=MONTHLY`; cambia la frequenza o toglilo",
        en="`BYMONTHDAY` goes only with `FREQ=MONTHLY`; change the frequency or leave it out",
    ),
    "regola-bymonth": Entry(
        it="`{valore}` non è un mese; scrivi un numero da 1 a 12, senza zeri davanti",
        en="`{valore}` is no month; write a number from 1 to 12, without leading zeros",
    ),
    "regola-valore-ripetuto": Entry(
        it="`{parte}` ripete `{valore}`; scrivilo una volta sola",
        en="`{parte}` repeats `{valore}`; write it only once",
    ),
    "regola-until": Entry(
        it="`{valore}` non è un giorno di `UNTIL`; scrivi anno, mese e giorno, senza ora, per "
        "esempio `20261231`",
        en="`{valore}` is no day of `UNTIL`; write year, month and day, without a time, for "
        "example `20261231`",
    ),
}
"""What can be wrong with the rule that says on which days."""

ORARI: Final = {
    **REGOLE,
    "orario-giorno-fuori": Entry(
        it="`{campo}` è il {giorno}; gli orari si scrivono per giorni dal {primo} al {ultimo}",
        en="`{campo}` is {giorno}; hours are written for days from {primo} to {ultimo}",
    ),
    "apertura-dal-diverso": Entry(
        it="il primo giorno {dal} non è un giorno di `{regola}`; scrivi in `dal` il primo giorno "
        "di apertura",
        en="the first day {dal} is no day of `{regola}`; write the first day of opening in `dal`",
    ),
    "ora-con-secondi": Entry(
        it="`{campo}` non è un minuto intero; togli secondi e frazioni",
        en="`{campo}` is no whole minute; leave out seconds and fractions",
    ),
    "fascia-rovescia": Entry(
        it="la chiusura {alle} non viene dopo l'apertura {dalle}; scambia le due ore, o dividi "
        "in due giorni ciò che passa la mezzanotte",
        en="closing at {alle} does not come after opening at {dalle}; swap them, or split in two "
        "days what goes past midnight",
    ),
    "chiusura-rovescia": Entry(
        it="la chiusura finisce il {al}, prima di cominciare il {dal}; scambia i due giorni",
        en="the closure ends on {al}, before it begins on {dal}; swap the two days",
    ),
    "chiusure-sovrapposte": Entry(
        it="il {giorno} è in due chiusure; lascia ogni giorno in una sola",
        en="{giorno} is in two closures; leave every day in only one",
    ),
    "straordinaria-vuota": Entry(
        it="l'apertura straordinaria del {giorno} non ha ore; scrivile, o scrivi una chiusura",
        en="the extraordinary opening of {giorno} has no times; write them, or write a closure",
    ),
    "straordinarie-doppie": Entry(
        it="il {giorno} ha due aperture straordinarie; scrivi tutte le ore in una sola",
        en="{giorno} has two extraordinary openings; write all the times in only one",
    ),
    "orario-vuoto": Entry(
        it="l'orario non ha aperture; scrivine una, o lascia l'orario non noto",
        en="the hours have no opening; write one, or leave the hours unknown",
    ),
}
"""What can be wrong with opening hours, the rule included."""
