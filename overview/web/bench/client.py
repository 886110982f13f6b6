"""A browser tab without a browser: Streamlit's protocol over a websocket, one click at a time."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from types import TracebackType
from typing import Final, Self

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect
from websockets.typing import Origin, Subprotocol

_ARTICLE: Final = re.compile(r'<article[^>]* id="step-([^"]+)"')
_EVENTS: Final = "$$STREAMLIT_INTERNAL_KEY_{id}__events"
"""The widget under which Streamlit takes what a component tells."""


@dataclass(frozen=True, slots=True)
class _Element:
    """Element op het scherm: its id or HTML, its fragment, and in which run it came."""

    kind: str
    said: str
    fragment: str
    run: str


class Tab:
    """Tabblad. After each click `buttons` maps keys to widget ids, `steps` names the steps shown.

    As the page in a browser does, it sends with a press the fragment that the pressed element belongs to,
    and keeps of a run of fragments everything that is not in them.
    """

    def __init__(self, port: int) -> None:
        self._address = f"ws://localhost:{port}/_stcore/stream"
        self._origin = f"http://localhost:{port}"
        self._page = self._run = ""
        self._drawn_anew: frozenset[str] = frozenset()
        self._elements: dict[tuple[int, ...], _Element] = {}

    async def __aenter__(self) -> Self:
        self._line: ClientConnection = await connect(
            self._address, origin=Origin(self._origin), subprotocols=[Subprotocol("streamlit")], max_size=None
        )
        await self._send(BackMsg())
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._line.close()

    @property
    def html(self) -> str:
        """All HTML on the screen, in order."""
        shown = sorted(self._elements.items())
        return "\n".join(element.said for _, element in shown if element.kind == "html")

    @property
    def steps(self) -> list[str]:
        """The steps on the screen, in order."""
        return _ARTICLE.findall(self.html)

    @property
    def buttons(self) -> dict[str, str]:
        """Widget ids of the native buttons by key: `$$ID-<hash>-<key>`."""
        ids = [element.said for element in self._elements.values() if element.kind == "button"]
        return {one.split("-", 2)[-1]: one for one in ids}

    async def click(self, key: str) -> None:
        """Press the button with this key and wait until the screen stands still."""
        message = BackMsg()
        state = message.rerun_script.widget_states.widgets.add()
        state.id, state.trigger_value = self.buttons[key], True
        message.rerun_script.fragment_id = self._find("button", state.id).fragment
        await self._send(message)

    async def wish(self, name: str, of: str) -> None:
        """Press what has `data-wish` and `data-of`, as the keeper tells it."""
        keeper = self._find("bidi_component")
        message = BackMsg()
        state = message.rerun_script.widget_states.widgets.add()
        state.id = _EVENTS.format(id=keeper.said)
        state.json_trigger_value = json.dumps([{"event": "wish", "value": {"name": name, "of": of}}])
        message.rerun_script.fragment_id = keeper.fragment
        await self._send(message)

    def _find(self, kind: str, said: str | None = None) -> _Element:
        return next(one for one in self._elements.values() if one.kind == kind and said in (None, one.said))

    async def _send(self, message: BackMsg) -> None:
        message.rerun_script.page_script_hash = self._page
        message.rerun_script.query_string = ""
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
            self._run = message.metadata.run.script_run_id
            self._drawn_anew = frozenset(message.metadata.run.fragment_ids)
        elif kind == "delta" and message.delta.HasField("new_element"):
            self._keep(message)
        # A page that leads on ends early and starts again: only a whole run counts.
        if kind != "script_finished" or message.script_finished == ForwardMsg.FINISHED_EARLY_FOR_RERUN:
            return False
        self._drop_what_is_gone()
        return True

    def _keep(self, message: ForwardMsg) -> None:
        element = message.delta.new_element
        kind = element.WhichOneof("type") or ""
        said = {"button": element.button.id, "bidi_component": element.bidi_component.id}
        path = tuple(message.metadata.delta_path)
        self._elements[path] = _Element(
            kind, said.get(kind, element.html.body), message.delta.fragment_id, self._run
        )

    def _drop_what_is_gone(self) -> None:
        """Gone is what did not come again in a whole run, or that was in a fragment of this run."""
        self._elements = {
            path: element
            for path, element in self._elements.items()
            if element.run == self._run or (self._drawn_anew and element.fragment not in self._drawn_anew)
        }
