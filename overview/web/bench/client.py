"""A browser tab without a browser: Streamlit's protocol over a websocket, one click at a time."""

from __future__ import annotations

import re
from types import TracebackType
from typing import Self

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect
from websockets.typing import Origin, Subprotocol

_ARTICLE = re.compile(r'<article[^>]* id="step-')


class Tab:
    """Tabblad. After each click `buttons` maps keys to widget ids, `steps` counts the steps shown."""

    def __init__(self, port: int) -> None:
        self._address = f"ws://localhost:{port}/_stcore/stream"
        self._origin = f"http://localhost:{port}"
        self._page = ""
        self._parts: dict[tuple[int, ...], str] = {}
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
    def steps(self) -> int:
        """How many steps are on the screen."""
        return sum(len(_ARTICLE.findall(part)) for part in self._parts.values())

    async def click(self, key: str | None = None) -> None:
        """Press the button with this key (none: the page is opened) and wait until it stands still."""
        message = BackMsg()
        message.rerun_script.page_script_hash = self._page
        message.rerun_script.query_string = ""
        if key is not None:
            state = message.rerun_script.widget_states.widgets.add()
            state.id, state.trigger_value = self.buttons[key], True
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
        if element.WhichOneof("type") == "button":
            # `$$ID-<hash>-<key>`: the key is what the page named it.
            self.buttons[element.button.id.split("-", 2)[-1]] = element.button.id
        elif element.WhichOneof("type") == "html":
            self._parts[tuple(message.metadata.delta_path)] = element.html.body
