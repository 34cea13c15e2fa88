"""``python -m generator`` is ``pincite``."""

from generator.cli import main

if __name__ == "__main__":
    main()
