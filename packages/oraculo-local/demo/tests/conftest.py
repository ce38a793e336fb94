"""Makes the generator importable for its tests: it is a script's package, not an installed one."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))
