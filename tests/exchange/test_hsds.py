"""HSDS 3.1: valid against the schemas of the standard, closed, and with the hours of the wall."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from exchange.test_presidi import SECRET, reserved
from jsonschema import Draft202012Validator, FormatChecker
from programma.edition import FONTE, edition

from casa_model.casa import programma_intero
from casa_model.exchange.hsds import hsds, identifier
from casa_model.programma.presidi import ServizioAttivo

ON = date(2024, 2, 1)
HERE = Path(__file__).parents[2]
SCHEMAS = HERE.parent / "shared" / "data" / "hsds"
"""Not in the project: CC BY-SA. `make hsds` fails without them; a checkout alone skips these."""
GOLDEN = "30434301-bd6e-5ff9-b1fb-f353b3becd4e"
"""What was exported once is found again by it."""
needs_schemas = pytest.mark.skipif(not SCHEMAS.exists(), reason="the schemas of HSDS: `make hsds`")


def closed(schema: Any) -> Any:  # noqa: ANN401 - a JSON Schema
    """The same schema, in which an unknown key fails."""
    if isinstance(schema, list):
        return [closed(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    found = {key: closed(value) for key, value in schema.items()}
    return {**found, "additionalProperties": False} if "properties" in found else found


def validator(name: str) -> Draft202012Validator:
    """The closed schema of a kind of document."""
    text = (SCHEMAS / "3.1" / f"{name}.json").read_text("utf-8")
    return Draft202012Validator(closed(json.loads(text)), format_checker=FormatChecker())


def faults(documents: dict[str, list[Any]]) -> list[str]:
    """What the schemas say of an export."""
    return [
        f"{name}: {error.json_path}: {error.message}"
        for name, rows in documents.items()
        for row in rows
        for error in validator(name).iter_errors(row)
    ]


@needs_schemas
class TestSchemas:
    """Every document is one of the standard."""

    @pytest.mark.parametrize("lang", ["it", "en"])
    def test_the_shipped_edition(self, lang: Any) -> None:  # noqa: ANN401 - a language
        """On several days, with reserved services and without."""
        for on in (date(2020, 11, 9), date(2025, 10, 1), date(2026, 11, 28)):
            for riservati in (False, True):
                found = hsds(programma_intero(), on=on, lang=lang, riservati=riservati)

                assert faults(found) == []
                assert found["organization"]

    @pytest.mark.parametrize("name", ["organization", "service", "service_at_location"])
    def test_a_closed_schema_can_fail(self, name: str) -> None:
        """The examples of the standard pass, and fail with one key more."""
        text = (SCHEMAS / "examples" / f"{name}_full.json").read_text("utf-8")
        example = json.loads(text)

        assert list(validator(name).iter_errors(example)) == []
        assert list(validator(name).iter_errors({**example, "chiave": 1})) != []

    def test_the_test_edition(self) -> None:
        """And one with everything in it."""
        (uno,) = edition().presidi
        full = evolve(edition(), presidi=(evolve(uno, indirizzo="via Prova 1"),))

        assert faults(hsds(full, on=ON)) == []


class TestDocuments:
    """What stands where."""

    FOUND = hsds(edition(), on=ON)

    def test_each_is_there_once(self) -> None:
        """An organization with its grant, a service, a service at a location."""
        (organization,) = self.FOUND["organization"]
        (service,) = self.FOUND["service"]
        (at,) = self.FOUND["service_at_location"]

        assert organization["id"] == identifier("organization", "aler-prova")
        assert [each["source"] for each in organization["funding"]] == ["Prova: 900,00 €"]
        assert service["organization_id"] == organization["id"]
        assert (at["service"]["id"], at["description"]) == (service["id"], "dal 2024-02-01")
        assert "addresses" not in at["location"]
        assert at["location"]["description"] == "quartiere Nord"

    def test_identifiers_stay(self) -> None:
        """The same thing has the same one in every export, and another thing another."""
        assert hsds(edition(), on=date(2024, 3, 1))["service"] == self.FOUND["service"]
        assert identifier("service", "a") == GOLDEN
        assert identifier("service", "a") != identifier("location", "a")

    def test_the_address(self) -> None:
        """With its comune and province; the postal code is not known."""
        (uno,) = edition().presidi
        full = evolve(
            edition(),
            presidi=(evolve(uno, indirizzo="via Prova 1", quartiere=None, servizi=uno.servizi),),
        )
        (address,) = hsds(full, on=ON)["service_at_location"][0]["location"]["addresses"]

        assert (address["address_1"], address["city"], address["state_province"]) == (
            "via Prova 1", "Paese", "MI",
        )  # fmt: skip
        assert address["postal_code"] == ""

    def test_another_place_is_another_location(self) -> None:
        """A service given elsewhere does not move the others, nor changes their identifiers."""
        whole = reserved()
        shown, full = (hsds(whole, on=ON, riservati=each) for each in (False, True))
        (one,) = shown["service_at_location"]
        first, desk, alone = full["service_at_location"]

        assert first == one
        assert len({each["id"] for each in (first, desk, alone)}) == 3
        assert desk["location"]["addresses"][0]["address_1"] == SECRET
        assert len({each["location"]["id"] for each in (first, desk, alone)}) == 3
        assert len({each["location"]["addresses"][0]["id"] for each in (first, desk)}) == 2

    def test_identifiers_do_not_follow_the_order(self) -> None:
        """On a day with one service less, the other is still itself."""
        whole = reserved()
        host, alone = whole.presidi
        turned = evolve(whole, presidi=(evolve(host, servizi=host.servizi[::-1]), alone))
        (one,) = hsds(turned, on=ON)["service_at_location"]
        _, other, _ = hsds(turned, on=ON, riservati=True)["service_at_location"]

        assert one["service"]["name"] == other["service"]["name"]
        assert one["id"] == other["id"]

    def test_in_english(self) -> None:
        """A service whose start is not known says so; a grant without an amount has none."""
        (uno,) = edition().presidi
        undated = evolve(
            edition(),
            presidi=(evolve(uno, servizi=(ServizioAttivo("portierato", FONTE),)),),
            concessioni=(evolve(edition().concessioni[0], totale=None),),
        )
        found = hsds(undated, on=ON, lang="en")

        assert found["service_at_location"][0]["description"] == "since when: not known"
        assert found["organization"][0]["funding"][0]["source"] == "Test"

    def test_a_comune_may_be_the_owner(self) -> None:
        """Then it is an organization too."""
        (uno,) = edition().presidi
        own = evolve(edition(), presidi=(evolve(uno, ente="paese"),))
        names = [each["name"] for each in hsds(own, on=ON)["organization"]]

        assert names == ["Aler di prova", "Paese"]
