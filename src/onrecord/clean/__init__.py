"""Every character of an article gets a block; the page's own words tell outlet, title, byline, day."""

from onrecord.clean.cleaning import clean
from onrecord.clean.known import Known

__all__ = ["Known", "clean"]
