"""`python -m overview <command>`."""

from overview.cli.main import main

main()
