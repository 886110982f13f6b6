"""What real registers do wrong, each to be switched on by itself (measured at a running register)."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class Traps:
    """Valkuilen. All off: the register does what the standard says.

    `ignores_bsn`: answers everybody's cases, as for a key it does not know. `mixes_in`: adds a case of
    somebody else to the right ones. `drops_connections`: so many questions are cut off before the
    answer. `half_page`: breaks off in the middle. `slow_seconds` waits before each answer.
    `status`: answers this status to everything. `body`: answers these bytes instead.
    """

    ignores_bsn: bool = False
    mixes_in: bool = False
    ignores_confidentiality: bool = False
    brings_related: bool = False
    no_expand: bool = False
    ignores_expand: bool = False
    stale_etag: bool = True
    refuses: bool = False
    refuses_documents: bool = False
    drops_connections: int = 0
    half_page: bool = False
    slow_seconds: float = 0.0
    status: int = 0
    body: bytes | None = None
    content_type: str = "application/json"
    redirect_to: str = ""
    next_url: str = ""
    page_size: int = 100
    version: str = "1.5.1"
    huge_document: bool = False
    headers: dict[str, str] = field(default_factory=dict)
