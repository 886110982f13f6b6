"""All that is kept of somebody as JSON, for another computer program (AVG 20)."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

from overview.domain.cases import CaseReading
from overview.services.keeping.case_text import write_cases
from overview.services.keeping.rights import Everything


def write_everything(everything: Everything, now: datetime) -> str:
    """Everything, with moments in UTC; names of fields as in this project's documentation."""
    told = {
        "format": 1,
        "made_at": now.isoformat(),
        "version": everything.version,
        "saved_at": everything.saved_at.isoformat(),
        "overview": json.loads(everything.content),
        "consents": [
            {
                "agency": one.agency,
                "purpose": one.purpose.value,
                "given_at": one.given_at.isoformat(),
                "withdrawn_at": one.withdrawn_at.isoformat() if one.withdrawn_at else None,
                "text_version": one.text_version,
                "language": one.language,
                "at_screen": one.at_screen.value,
                "legal_basis": one.legal_basis,
            }
            for one in everything.consents
        ],
        "looked": [
            {
                "at": line.at.isoformat(),
                "who": line.name,
                "role": line.role,
                "action": line.action.value,
                "purpose": line.purpose,
            }
            for line in everything.looked
        ],
        "last_known_cases": [{"read_at": one.read_at.isoformat(), **_tell(one)} for one in everything.cases],
        "changes": [
            {"version": one.version, "at": one.at.isoformat(), "changed": json.loads(one.content)}
            for one in everything.changes
        ],
    }
    return json.dumps(told, ensure_ascii=False, indent=1)


def _tell(reading: CaseReading) -> dict[str, Any]:
    stored = write_cases(reading, reading.read_at)
    return {"source": stored.source, "agency": stored.agency, **json.loads(stored.content)}
