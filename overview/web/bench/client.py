"""A browser tab without a browser: Streamlit's protocol over a websocket, one click at a time."""

from __future__ import annotations

import json
import re
from types import TracebackType
from typing import Self

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect
from websockets.typing import Origin, Subprotocol

_ARTICLE = re.compile(r'<article[^>]* id="step-([^"]+)"')
_EVENTS = "$$STREAMLIT_INTERNAL_KEY_{id}__events"
"""The widget under which Streamlit takes what a component tells."""


class Tab:
    """Tabblad. After each click `buttons` maps keys to widget ids, `steps` names the steps shown."""

    def __init__(self, port: int) -> None:
        self._address = f"ws://localhost:{port}/_stcore/stream"
        self._origin = f"http://localhost:{port}"
        self._page = ""
        self._parts: dict[tuple[int, ...], str] = {}
        self._keeper = ""
        self.buttons: dict[str, str] = {}

    async def __aenter__(self) -> Self:
        self._line: ClientConnection = await connect(
            self._address, origin=Origin(self._origin), subprotocols=[Subprotocol("streamlit")], max_size=None
        )
        await self.click()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._line.close()

    @property
    def steps(self) -> list[str]:
        """The steps on the screen, in order."""
        return [found for _, part in sorted(self._parts.items()) for found in _ARTICLE.findall(part)]

    async def click(self, key: str | None = None) -> None:
        """Press the button with this key (none: the page is opened) and wait until it stands still."""
        message = BackMsg()
        if key is not None:
            state = message.rerun_script.widget_states.widgets.add()
            state.id, state.trigger_value = self.buttons[key], True
        await self._send(message)

    async def wish(self, name: str, of: str) -> None:
        """Press what has `data-wish` and `data-of`, as the keeper tells it."""
        message = BackMsg()
        state = message.rerun_script.widget_states.widgets.add()
        state.id = _EVENTS.format(id=self._keeper)
        state.json_trigger_value = json.dumps([{"event": "wish", "value": {"name": name, "of": of}}])
        await self._send(message)

    async def _send(self, message: BackMsg) -> None:
        message.rerun_script.page_script_hash = self._page
        message.rerun_script.query_string = ""
        self.buttons, self._parts = {}, {}
        await self._line.send(message.SerializeToString())
        while not await self._take():
            pass

    async def _take(self) -> bool:
        raw = await self._line.recv()
        message = ForwardMsg()
        message.ParseFromString(raw if isinstance(raw, bytes) else raw.encode())
        kind = message.WhichOneof("type")
        if kind == "new_session":
            self._page = message.new_session.page_script_hash
            self.buttons, self._parts = {}, {}
        elif kind == "delta" and message.delta.HasField("new_element"):
            self._keep(message)
        # A page that leads on ends early and starts again: only a whole run counts.
        return kind == "script_finished" and message.script_finished in (
            ForwardMsg.FINISHED_SUCCESSFULLY,
            ForwardMsg.FINISHED_WITH_COMPILE_ERROR,
        )

    def _keep(self, message: ForwardMsg) -> None:
        element = message.delta.new_element
        kind = element.WhichOneof("type")
        if kind == "button":
            # `$$ID-<hash>-<key>`: the key is what the page named it.
            self.buttons[element.button.id.split("-", 2)[-1]] = element.button.id
        elif kind == "bidi_component":
            self._keeper = element.bidi_component.id
        elif kind == "html":
            self._parts[tuple(message.metadata.delta_path)] = element.html.body
