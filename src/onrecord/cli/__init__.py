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
        # the reader of our output has had enough (`| head`); what is left in the buffer must not raise again
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(Exit.FINE)
    except OSError as error:
        where = f"{error.filename}: " if error.filename else ""
        _fail(f"{where}{error.strerror or error}", Exit.UNUSABLE)
    except KeyboardInterrupt:
        _fail("interrupted: what was added is kept, and the same command goes on from there", _INTERRUPTED)


def _fail(message: str, status: int) -> None:
    print(safe(f"onrecord: {' '.join(message.split())}"), file=sys.stderr)
    sys.exit(status)
