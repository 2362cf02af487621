"""The command line. `main` is what the command `onrecord` runs."""

import os
import sys

from onrecord.cli.output import Exit, safe, tolerant_streams
from onrecord.errors import OnrecordError

_INTERRUPTED = 130  # what shells use for a command that Ctrl-C ended


def main() -> None:
    """Run the command line; every trouble that a user can mend is one line on standard error."""
    from onrecord.cli.app import app

    tolerant_streams()
    try:
        app()
    except OnrecordError as error:
        _fail(str(error), Exit.UNUSABLE)
    except BrokenPipeError:
        _abandon_output()  # its reader has had enough (`| head`)
        sys.exit(Exit.FINE)
    except OSError as error:
        _abandon_output()
        where = f"{error.filename}: " if error.filename else ""
        _fail(f"{where}{(error.strerror or str(error)).lower()}", Exit.UNUSABLE)
    except KeyboardInterrupt:
        _fail("interrupted: what was added is kept, and the same command goes on from there", _INTERRUPTED)


def _abandon_output() -> None:
    """Send what is left in the buffer nowhere: writing it would fail again when Python ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _fail(message: str, status: int) -> None:
    print(safe(f"onrecord: {' '.join(message.split())}"), file=sys.stderr)
    sys.exit(status)
