"""Every trap measured at a running register, one test each (the names say which)."""

from __future__ import annotations

import logging

import pytest

from overview.adapters.zgw.checking import check_source
from overview.adapters.zgw.details import ZgwDetails
from overview.adapters.zgw.errors import RegisterError
from overview.adapters.zgw.searching import BSN_KEY, EXPAND
from overview.domain.bsn import BadBsn, Bsn
from overview.domain.cases import CaseStatus
from tests.registers.builders import ANNA, BOB, CLIENT, NOBODY, Desk, serve


def test_an_unknown_search_key_is_ignored_in_silence_and_the_canary_notices(desk: Desk) -> None:
    desk.register.traps.ignores_bsn = True
    reading = desk.source.fetch_cases(ANNA)
    assert (reading.problem, reading.cases) == ("unsafe", ())
    # The citizen's own number was not even sent: the canary came first.
    assert [body[BSN_KEY] for body in desk.register.bodies] == ["999999990"]


@pytest.mark.parametrize(
    "text", ["", "123456789", "99999365", "9999936531", "99999365３", " 999993653", "000000000", None]
)
def test_nothing_is_asked_without_a_number_that_passes_the_11_test(text: str | None) -> None:
    with pytest.raises(BadBsn):
        Bsn(text)  # type: ignore[arg-type]


def test_without_a_sign_in_the_register_is_not_asked_at_all(desk: Desk) -> None:
    assert desk.source.fetch_cases(None).problem == "not_signed_in"
    assert desk.register.asked == []


def test_one_constant_names_the_search_key_as_the_standard_does(desk: Desk) -> None:
    assert BSN_KEY == "rol__betrokkeneIdentificatie__natuurlijkPersoon__inpBsn"
    desk.source.fetch_cases(ANNA)
    assert desk.register.bodies[-1][BSN_KEY] == "999993653"


def test_a_case_of_another_citizen_is_dropped_and_alarmed_without_naming_anybody(
    desk: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    desk.register.traps.mixes_in = True
    desk.source.make_sure = lambda budget: None  # type: ignore[method-assign]
    with caplog.at_level(logging.DEBUG):
        reading = desk.source.fetch_cases(BOB)
    assert {case.number for case in reading.cases} == {"ZAAK-B1-van-bob"}
    assert reading.problem == "partial"
    alarm = [record for record in caplog.records if record.levelno == logging.ERROR]
    assert len(alarm) == 1 and "somebody else" in alarm[0].getMessage()
    everything = caplog.text + repr(reading)
    for secret in ("999993653", "999991905", "ZAAK-A1", desk.register.shelves.all_of("zaken")[0]["uuid"]):
        assert secret not in everything


def test_after_a_foreign_case_the_canary_must_sing_again(desk: Desk) -> None:
    desk.source.fetch_cases(BOB)
    desk.register.traps.mixes_in = True
    assert desk.source.fetch_cases(BOB).problem == "partial"
    assert desk.source.fetch_cases(BOB).problem == "unsafe"


def test_the_number_of_the_citizen_stands_in_no_address_and_no_log_of_the_register(desk: Desk) -> None:
    case = desk.source.fetch_cases(ANNA).cases[0]
    ZgwDetails(desk.source).fetch_details(ANNA, case.id)
    assert len(desk.register.access_log) > 5
    assert "999993653" not in "\n".join(desk.register.access_log)


def test_a_standing_etag_hides_no_new_status(desk: Desk) -> None:
    before = desk.source.fetch_cases(ANNA).cases[0]
    case = desk.register.shelves.find(desk.register.shelves.all_of("zaken")[0]["url"])
    assert case is not None
    waiting = next(
        s for s in desk.register.shelves.all_of("statustypen") if s["omschrijving"] == "Wacht op u"
    )
    case["status"] = desk.register.shelves.add(
        "statussen",
        "new",
        zaak=case["url"],
        statustype=waiting["url"],
        datumStatusGezet="2026-11-25T08:00:00Z",
        statustoelichting="",
    )
    after = desk.source.fetch_cases(ANNA).cases[0]
    assert (before.status, after.status) == (CaseStatus.RECEIVED, CaseStatus.WAITING_FOR_YOU)


def test_related_cases_are_never_asked_for_and_never_used_when_they_come_along(desk: Desk) -> None:
    shelves, bob = desk.register.shelves, BOB.reveal()
    first = shelves.all_of("zaken")[0]
    benefit = first["zaaktype"]
    shelves.add_case("D1-deelzaak", bob, benefit, [], start="2026-11-03", main_case=first["url"])
    desk.register.traps.brings_related = True
    reading = desk.source.fetch_cases(ANNA)
    assert "deelzaken" not in EXPAND and "hoofdzaak" not in EXPAND
    assert "D1" not in repr(reading)


def test_only_status_result_and_roles_are_expanded(desk: Desk) -> None:
    desk.source.fetch_cases(ANNA)
    assert desk.register.bodies[-1]["expand"] == ["status", "resultaat", "rollen"]


def test_the_catalogue_is_read_once_and_a_citizen_then_costs_one_question(desk: Desk) -> None:
    desk.source.fetch_cases(ANNA)
    desk.register.asked.clear()
    desk.source.fetch_cases(ANNA)
    desk.source.fetch_cases(BOB)
    assert desk.register.asked == 2 * [("POST", "/town/zaken/api/v1/zaken/_zoek")]


def test_the_catalogue_is_read_again_after_its_hours() -> None:
    now = [0.0]
    with serve(clock=lambda: now[0]) as desk:
        desk.source.fetch_cases(ANNA)
        desk.register.asked.clear()
        now[0] = 6 * 3600 + 1
        desk.source.fetch_cases(ANNA)
        assert ("GET", "/town/catalogi/api/v1/statustypen") in desk.register.asked


def test_an_error_in_the_catalogue_is_not_kept(desk: Desk) -> None:
    types = desk.register.shelves.tables.pop("zaaktypen")
    reading = desk.source.fetch_cases(ANNA)
    assert (reading.problem, reading.cases) == ("partial", ())
    desk.register.shelves.tables["zaaktypen"] = types
    assert len(desk.numbers) == 2


def test_a_dropped_connection_is_tried_once_more(desk: Desk) -> None:
    desk.source.fetch_cases(ANNA)
    desk.register.traps.drops_connections = 1
    assert desk.source.fetch_cases(ANNA).problem == ""


def test_a_connection_dropped_twice_is_told_as_down(desk: Desk) -> None:
    desk.source.fetch_cases(ANNA)
    desk.register.asked.clear()
    desk.register.traps.drops_connections = 2
    assert desk.source.fetch_cases(ANNA).problem == "down"
    assert len(desk.register.asked) == 2


@pytest.mark.parametrize(("client", "secret"), [("stranger", None), (CLIENT, "x" * 40)])
def test_a_wrong_token_is_answered_403_and_never_401(client: str, secret: str | None) -> None:
    values = {"client_id": client, **({"secret": secret} if secret else {})}
    with serve(**values) as desk:
        assert desk.source.fetch_cases(ANNA).problem == "refused"


def test_a_refusal_does_not_open_the_circuit(desk: Desk) -> None:
    desk.register.traps.refuses = True
    for _ in range(5):
        assert desk.source.fetch_cases(ANNA).problem == "refused"
    desk.register.traps.refuses = False
    assert desk.source.fetch_cases(ANNA).problem == ""


def test_the_coordinate_header_goes_with_every_question(desk: Desk) -> None:
    # The fake register answers 412 or 406 without it, as a real one does.
    assert len(desk.numbers) == 2


def test_an_error_is_told_by_its_status_whatever_content_type_it_has(desk: Desk) -> None:
    desk.register.traps.status = 503
    assert desk.source.fetch_cases(ANNA).problem == "down"


def test_the_confidentiality_is_asked_for_and_checked_again(desk: Desk) -> None:
    assert "ZAAK-A4-geheim" not in desk.numbers
    assert desk.register.bodies[-1]["maximaleVertrouwelijkheidaanduiding"] == "zaakvertrouwelijk"
    desk.register.shelves.all_of("zaken")[0]["vertrouwelijkheidaanduiding"] = "openbaar"
    with serve(confidentiality="geheim") as open_desk:
        assert "ZAAK-A4-geheim" in open_desk.numbers


def test_a_register_that_does_not_filter_on_confidentiality_shows_nothing_secret(desk: Desk) -> None:
    desk.register.traps.ignores_confidentiality = True
    assert "ZAAK-A4-geheim" not in desk.numbers


def test_an_unknown_confidentiality_counts_as_secret() -> None:
    with serve() as desk:
        assert not desk.source.register.allows("iets_nieuws")
        assert not desk.source.register.allows(None)


def test_kinds_of_cases_for_staff_are_left_out(desk: Desk) -> None:
    assert "ZAAK-A3-intern" not in desk.numbers


def test_a_case_where_the_citizen_is_only_concerned_is_not_theirs(desk: Desk) -> None:
    assert [case.number for case in desk.source.fetch_cases(BOB).cases] == ["ZAAK-B1-van-bob"]


def test_a_status_without_a_text_for_citizens_is_not_shown_in_words(desk: Desk) -> None:
    for status in desk.register.shelves.all_of("statustypen"):
        status["statustekst"] = ""
    case = desk.source.fetch_cases(ANNA).cases[0]
    assert (case.status_text, case.status) == ("", CaseStatus.RECEIVED)


def test_texts_that_staff_wrote_are_never_read(desk: Desk) -> None:
    assert "intern" not in repr(desk.source.fetch_cases(ANNA)).casefold()
    assert "DEPRECATED" not in repr(desk.source.fetch_cases(ANNA))


def test_a_case_without_a_status_has_been_received(desk: Desk) -> None:
    desk.register.shelves.all_of("zaken")[0]["status"] = None
    assert desk.source.fetch_cases(ANNA).cases[0].status is CaseStatus.RECEIVED


def test_a_reopened_case_is_open_again(desk: Desk) -> None:
    closed = desk.register.shelves.all_of("zaken")[1]
    assert desk.source.fetch_cases(ANNA).cases[1].status is CaseStatus.DECIDED
    first = next(s for s in desk.register.shelves.all_of("statustypen") if s["volgnummer"] == 2)
    closed.update(einddatum=None, resultaat=None)
    closed["status"] = desk.register.shelves.add(
        "statussen",
        "again",
        zaak=closed["url"],
        statustype=first["url"],
        datumStatusGezet="2026-11-24T09:00:00Z",
        statustoelichting="",
    )
    assert desk.source.fetch_cases(ANNA).cases[1].status is CaseStatus.IN_PROGRESS


def test_suspended_and_extended_leave_the_dates_as_they_are(desk: Desk) -> None:
    raw = desk.register.shelves.all_of("zaken")[0]
    before = desk.source.fetch_cases(ANNA).cases[0]
    raw["opschorting"]["indicatie"] = True
    raw["verlenging"] = {"reden": "intern", "duur": "P42D"}
    after = desk.source.fetch_cases(ANNA).cases[0]
    assert (after.latest_on, after.expected_on) == (before.latest_on, before.expected_on)
    assert (
        after.is_suspended
        and after.is_extended
        and after.extension is not None
        and after.extension.count == 42
    )


def test_pages_are_followed_and_every_case_is_read_once(desk: Desk) -> None:
    desk.register.traps.page_size = 1
    assert sorted(desk.numbers) == ["ZAAK-A1", "ZAAK-A2"]


@pytest.mark.parametrize(
    "elsewhere",
    [
        "http://evil.example/zaken/api/v1/zaken/_zoek?page=2",
        "http://127.0.0.1:1/zaken/api/v1/zaken/_zoek?page=2",
        "//evil.example/?page=2",
        "http://[",
        "/zaken?page=2",
    ],
)
def test_a_next_page_outside_the_base_is_not_followed_and_the_reading_says_it_is_not_whole(
    desk: Desk, elsewhere: str
) -> None:
    desk.register.traps.next_url = elsewhere
    reading = desk.source.fetch_cases(ANNA)
    assert (len(reading.cases), reading.problem) == (2, "partial")


def test_a_next_page_that_goes_in_a_circle_ends(desk: Desk) -> None:
    desk.register.traps.next_url = f"{desk.register.shelves.base}zaken/api/v1/zaken/_zoek?page=1"
    assert desk.source.fetch_cases(ANNA).problem == "partial"


def test_a_register_without_expand_is_read_address_by_address(desk: Desk) -> None:
    desk.register.traps.no_expand = True
    cases = desk.source.fetch_cases(ANNA).cases
    assert [case.status for case in cases] == [CaseStatus.RECEIVED, CaseStatus.DECIDED]
    assert ("GET", "/town/zaken/api/v1/rollen") in desk.register.asked


def test_a_register_that_leaves_expand_out_in_silence_is_read_address_by_address(desk: Desk) -> None:
    desk.register.traps.ignores_expand = True
    assert sorted(desk.numbers) == ["ZAAK-A1", "ZAAK-A2"]


def test_without_expand_a_foreign_case_is_dropped_as_well(desk: Desk) -> None:
    desk.register.traps.no_expand = True
    desk.source.fetch_cases(BOB)
    desk.register.traps.mixes_in = True
    assert [case.number for case in desk.source.fetch_cases(BOB).cases] == ["ZAAK-B1-van-bob"]


@pytest.mark.parametrize("bad", ["", "1", "../../secret", "0" * 36, "A" * 8 + "-b" * 4])
def test_an_id_that_is_no_uuid_is_never_asked_for(desk: Desk, bad: str) -> None:
    assert ZgwDetails(desk.source).fetch_details(ANNA, bad) is None
    assert desk.register.asked == []


def test_the_version_is_noted(desk: Desk) -> None:
    desk.source.fetch_cases(ANNA)
    assert desk.source.client.version == "1.5.1"


def test_a_citizen_without_cases_has_none_and_no_problem(desk: Desk) -> None:
    reading = desk.source.fetch_cases(NOBODY)
    assert (reading.cases, reading.problem) == ((), "")


def test_the_history_and_what_is_still_to_come(desk: Desk) -> None:
    case = desk.source.fetch_cases(ANNA).cases[0]
    details = ZgwDetails(desk.source).fetch_details(ANNA, case.id)
    assert details is not None
    assert [line.text for line in details.reached] == ["Wij hebben uw aanvraag"]
    assert [line.text for line in details.coming] == [
        "Wij kijken ernaar",
        "Wij hebben iets van u nodig",
        "Klaar",
    ]


def test_nobody_opens_a_case_of_another(desk: Desk) -> None:
    case = desk.source.fetch_cases(ANNA).cases[0]
    details = ZgwDetails(desk.source)
    assert details.fetch_details(BOB, case.id) is None
    document = desk.register.shelves.all_of("enkelvoudiginformatieobjecten")[0]["url"].rsplit("/", 1)[-1]
    with details.open_document(BOB, case.id, document) as opened:
        assert opened is None


def test_documents_that_are_not_ready_or_too_secret_are_not_listed(desk: Desk) -> None:
    case = desk.source.fetch_cases(ANNA).cases[0]
    details = ZgwDetails(desk.source).fetch_details(ANNA, case.id)
    assert details is not None and details.documents is not None
    assert [document.title for document in details.documents] == ["Besluit"]


def test_without_rights_on_documents_the_rest_of_the_case_is_there(desk: Desk) -> None:
    desk.register.traps.refuses_documents = True
    case = desk.source.fetch_cases(ANNA).cases[0]
    details = ZgwDetails(desk.source).fetch_details(ANNA, case.id)
    assert details is not None and details.documents is None and details.reached


def open_first_document(desk: Desk) -> tuple[str, bytes] | None:
    case = desk.source.fetch_cases(ANNA).cases[0]
    details = ZgwDetails(desk.source)
    found = details.fetch_details(ANNA, case.id)
    assert found is not None and found.documents
    with details.open_document(ANNA, case.id, found.documents[0].id) as opened:
        return (opened[0], b"".join(opened[1])) if opened else None


def test_a_document_is_streamed_with_the_type_of_its_bytes(desk: Desk) -> None:
    opened = open_first_document(desk)
    assert opened is not None
    kind, body = opened
    assert kind == "application/pdf" and body.startswith(b"%PDF-") and body.rstrip().endswith(b"%%EOF")


def test_a_document_that_is_too_large_is_broken_off(desk: Desk) -> None:
    desk.register.traps.huge_document = True
    with pytest.raises(RegisterError, match="document-too-large"):
        open_first_document(desk)


def test_a_document_that_is_no_document_is_refused(desk: Desk) -> None:
    for uuid in desk.register.shelves.contents:
        desk.register.shelves.contents[uuid] = b"MZ\x90\x00 a program of sixteen signs or more"
    assert open_first_document(desk) is None


def test_the_check_of_a_good_register_says_so(desk: Desk) -> None:
    check = check_source(desk.source)
    assert check.is_good and check.canary == "ok" and check.version == "1.5.1"
    assert check.rights == {"zaken": "yes", "catalogi": "yes", "documenten": "yes"}


def test_the_check_names_what_is_missing(desk: Desk) -> None:
    desk.register.traps.refuses_documents = True
    assert check_source(desk.source).rights["documenten"] == "no"
    desk.register.traps.ignores_bsn = True
    assert (check_source(desk.source).canary, check_source(desk.source).problem) == ("failed", "unsafe")
    desk.register.traps.refuses = True
    assert check_source(desk.source).problem == "refused"
