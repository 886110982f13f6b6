"""`python -m overview.web.bench`: everything measured, as JSON."""

from __future__ import annotations

import json

from overview.web.bench.joint import measure_joint
from overview.web.bench.measuring import measure
from overview.web.bench.weighing import weigh

print(json.dumps(measure() | measure_joint() | weigh()))
