"""Times on record: precision as other data sets code it."""

import pytest

from onrecord.records import When


@pytest.mark.parametrize(
    ("when", "code"),
    [
        (When("2025-09-03", "2025-09-03", "day"), 1),
        (When("2025-09-03", "2025-09-05", "range"), 2),
        (When("2025-09-01", "2025-09-07", "week"), 3),
        (When("2025-09-01", "2025-09-10", "range"), 4),
        (When("2025-09-01", "2025-09-30", "month"), 4),
        (When("2025-07-01", "2025-09-30", "quarter"), 5),
        (When("2025-01-01", "2025-12-31", "year"), 5),
        (When(None, None, "unknown"), 5),
    ],
)
def test_codes_of_precision(when: When, code: int) -> None:
    """Precision is coded as UCDP does, ranges by their length."""
    assert when.date_prec == code
