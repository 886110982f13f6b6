"""What stands in a fake register: kinds of cases, cases, statuses, roles and documents, as ZGW has them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any
from uuid import NAMESPACE_URL, uuid5

Table = dict[str, Any]

PDF = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
    b"2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n%%EOF\n"
)
"""A small file that begins like a PDF."""


@dataclass(slots=True)
class Shelves:
    """Kasten: all objects of one register by kind and uuid. `base` ends in a slash."""

    base: str
    tables: dict[str, dict[str, Table]] = field(default_factory=dict)
    contents: dict[str, bytes] = field(default_factory=dict)

    def add(self, kind: str, name: str, **fields: Any) -> str:
        """Put one object on its shelf; its address."""
        uuid = str(uuid5(NAMESPACE_URL, f"{kind}/{name}"))
        url = f"{self.base}{API[kind]}{kind}/{uuid}"
        self.tables.setdefault(kind, {})[uuid] = {
            "url": url,
            **({"uuid": uuid} if kind == "zaken" else {}),
            **fields,
        }
        return url

    def all_of(self, kind: str) -> list[Table]:
        """Every object of a kind."""
        return list(self.tables.get(kind, {}).values())

    def find(self, url: str) -> Table | None:
        """The object at an address."""
        return next((t for shelf in self.tables.values() for t in shelf.values() if t["url"] == url), None)

    def of_case(self, kind: str, url: str) -> list[Table]:
        """The objects of a kind that belong to a case."""
        return [table for table in self.all_of(kind) if table["zaak"] == url]

    def add_case_type(
        self,
        name: str,
        statuses: list[tuple[str, str]],
        results: tuple[str, ...] = (),
        *,
        is_external: bool = True,
        has_decisions: bool = True,
    ) -> str:
        """A kind of case; `statuses` are (name, text for citizens) in order, the last one ends it."""
        url = self.add(
            "zaaktypen",
            name,
            identificatie=f"TYPE-{name}",
            omschrijving=name,
            indicatieInternOfExtern="extern" if is_external else "intern",
            besluittypen=[f"{self.base}{API['zaaktypen']}besluittypen/{uuid5(NAMESPACE_URL, name)}"]
            if has_decisions
            else [],
            vertrouwelijkheidaanduiding="zaakvertrouwelijk",
            doorlooptijd="P56D",
        )
        for number, (status, text) in enumerate(statuses, 1):
            self.add(
                "statustypen",
                f"{name}/{status}",
                zaaktype=url,
                volgnummer=number,
                omschrijving=status,
                omschrijvingGeneriek="",
                statustekst=text,
                isEindstatus=number == len(statuses),
                informeren=True,
            )
        for result in results:
            self.add("resultaattypen", f"{name}/{result}", zaaktype=url, omschrijving=result)
        return url

    def add_case(
        self,
        name: str,
        bsn: str,
        case_type: str,
        statuses: list[tuple[str, str]],
        *,
        start: str,
        planned: str | None = None,
        latest: str | None = None,
        end: str | None = None,
        result: str | None = None,
        confidentiality: str = "zaakvertrouwelijk",
        rsin: str = "002220647",
        role: str = "initiator",
        suspended: bool = False,
        extension: str | None = None,
        main_case: str | None = None,
    ) -> str:
        """A case of one citizen; `statuses` are (name of the status, moment)."""
        url = self.add(
            "zaken",
            name,
            identificatie=f"ZAAK-{name}",
            bronorganisatie=rsin,
            verantwoordelijkeOrganisatie=rsin,
            omschrijving="intern: aantekening van de behandelaar",
            zaaktype=case_type,
            startdatum=start,
            registratiedatum=start,
            einddatum=end,
            einddatumGepland=planned,
            uiterlijkeEinddatumAfdoening=latest,
            opschorting={"indicatie": suspended, "reden": "intern: wacht op advies" if suspended else ""},
            verlenging={"reden": "intern: drukte", "duur": extension} if extension else None,
            vertrouwelijkheidaanduiding=confidentiality,
            betalingsindicatie="",
            betalingsindicatieWeergave="**DEPRECATED** Het bedrag is nog niet betaald.",
            status=None,
            resultaat=None,
            hoofdzaak=main_case,
            deelzaken=[],
            zaakgeometrie=None,
        )
        case = self.find(url)
        assert case is not None
        self.add(
            "rollen",
            f"{name}/{bsn}/{role}",
            zaak=url,
            betrokkeneType="natuurlijk_persoon",
            omschrijvingGeneriek=role,
            betrokkeneIdentificatie={"inpBsn": bsn, "inpA_nummer": ""},
            gezetdoor=None,
        )
        for status, moment in statuses:
            of_type = next(
                own
                for own in self.all_of("statustypen")
                if own["zaaktype"] == case_type and own["omschrijving"] == status
            )
            case["status"] = self.add(
                "statussen",
                f"{name}/{status}",
                zaak=url,
                statustype=of_type["url"],
                datumStatusGezet=moment,
                statustoelichting="intern: aantekening bij deze status",
            )
        if result is not None:
            kind = next(
                r
                for r in self.all_of("resultaattypen")
                if r["zaaktype"] == case_type and r["omschrijving"] == result
            )
            case["resultaat"] = self.add(
                "resultaten", name, zaak=url, resultaattype=kind["url"], toelichting="intern"
            )
        if main_case is not None:
            main = self.find(main_case)
            assert main is not None
            main["deelzaken"].append(url)
        return url

    def add_document(
        self,
        case: str,
        title: str,
        *,
        state: str = "definitief",
        confidentiality: str = "zaakvertrouwelijk",
        content: bytes = PDF,
        on: str = "2026-11-02",
    ) -> str:
        """A document of a case."""
        name = f"{case}/{title}"
        url = self.add("enkelvoudiginformatieobjecten", name)
        uuid = url.rsplit("/", 1)[-1]
        document = self.find(url)
        assert document is not None
        document.update(
            titel=title,
            creatiedatum=on,
            verzenddatum=on,
            ontvangstdatum=None,
            vertrouwelijkheidaanduiding=confidentiality,
            status=state,
            formaat="application/x-msdownload",
            bestandsnaam="..\\evil.exe",
            bestandsomvang=len(content),
            inhoud=f"{url}/download?versie=1",
        )
        self.contents[uuid] = content
        self.add("zaakinformatieobjecten", name, zaak=case, informatieobject=url, titel=title)
        return url


API = {
    **dict.fromkeys(
        ("zaken", "statussen", "resultaten", "rollen", "zaakinformatieobjecten"), "zaken/api/v1/"
    ),
    **dict.fromkeys(("zaaktypen", "statustypen", "resultaattypen"), "catalogi/api/v1/"),
    "enkelvoudiginformatieobjecten": "documenten/api/v1/",
}
"""In which API of the standard each kind of object lives."""
