"""Precision as UCDP GED codes it (`date_prec`)."""

from onrecord.records.time import Precision

_CODES: dict[Precision, int] = {
    "day": 1, "range": 2, "week": 3, "month": 4, "quarter": 5, "year": 5, "unknown": 5,
}  # fmt: skip


def precision_code(precision: Precision, days: int | None = None) -> int:
    """1 exact day, 2 two to six days, 3 a week, 4 a month, 5 longer or not known.

    `days`, the number of days of a range, tells ranges apart ("early June" is 10 days: 4).
    """
    if precision != "range" or days is None:
        return _CODES[precision]
    for code, most in ((1, 1), (2, 6), (3, 7), (4, 31)):
        if days <= most:
            return code
    return 5
