"""Danger and need: fixed exits with phone numbers, before and beside everything else."""

from overview.web.screen.drawing import draw
from overview.wiring import get_portal

draw("danger_head.html")
draw("danger.html", exits=get_portal().catalogue.danger_exits)
