"""`python -m oraculo_local` is `oraculo`."""

from oraculo_local.cli import main

main()
