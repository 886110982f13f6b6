"""The portal as the demo provider knows it, and requests and answers in Authlib's form."""

from __future__ import annotations

import secrets
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from authlib.oauth2.rfc6749 import ClientMixin, OAuth2Payload, OAuth2Request


class DemoClient(ClientMixin):  # type: ignore[misc]
    """Het portaal, as the demo provider knows it."""

    def __init__(
        self, client_id: str, secret: str, redirect_uri: str, signed_out_uri: str, scopes: tuple[str, ...]
    ) -> None:
        self.client_id = client_id
        self._secret = secret
        self._redirect_uri = redirect_uri
        self._scopes = scopes
        self.client_metadata = {"post_logout_redirect_uris": [signed_out_uri]}

    def get_client_id(self) -> str:
        """Its name."""
        return self.client_id

    def get_default_redirect_uri(self) -> str:
        """Its only address."""
        return self._redirect_uri

    def get_allowed_scope(self, scope: str) -> str:
        """Of what is asked, what it may have."""
        return " ".join(one for one in (scope or "").split() if one in self._scopes)

    def check_redirect_uri(self, redirect_uri: str) -> bool:
        """The exact address and no other."""
        return redirect_uri == self._redirect_uri

    def check_client_secret(self, client_secret: str) -> bool:
        """In the same time, however much of it is right."""
        return secrets.compare_digest(client_secret.encode(), self._secret.encode())

    def check_endpoint_auth_method(self, method: str, endpoint: str) -> bool:
        """Always with the secret, in the header."""
        return method == "client_secret_basic"

    def check_response_type(self, response_type: str) -> bool:
        """The code flow only."""
        return response_type == "code"

    def check_grant_type(self, grant_type: str) -> bool:
        """No refresh tokens."""
        return grant_type == "authorization_code"


class _Payload(OAuth2Payload):  # type: ignore[misc]
    def __init__(self, fields: list[tuple[str, str]]) -> None:
        self._fields = dict(fields)
        self._lists: defaultdict[str, list[str]] = defaultdict(list)
        for name, value in fields:
            self._lists[name].append(value)

    @property
    def data(self) -> dict[str, str]:
        return self._fields

    @property
    def datalist(self) -> defaultdict[str, list[str]]:
        return self._lists


class DemoRequest(OAuth2Request):  # type: ignore[misc]
    """Verzoek in Authlib's form: the query of a GET, the body of a POST."""

    def __init__(
        self, method: str, url: str, headers: Mapping[str, str], fields: list[tuple[str, str]]
    ) -> None:
        super().__init__(method, url, headers=headers)
        self.payload = _Payload(fields)

    @property
    def args(self) -> dict[str, str]:
        """The query."""
        return self.payload.data

    @property
    def form(self) -> dict[str, str]:
        """The body."""
        return self.payload.data


@dataclass(slots=True)
class Answer:
    """Antwoord in Authlib's form, before the edge makes a response of it."""

    status: int
    body: Any
    headers: dict[str, str]

    @property
    def location(self) -> str:
        """Where it leads; empty when nowhere."""
        return self.headers.get("Location", "")

    @location.setter
    def location(self, value: str) -> None:
        self.headers["Location"] = value
