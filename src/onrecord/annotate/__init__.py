"""Annotation: sentences, tags, parse, names and attributions of an article, from one small encoder."""

from onrecord.annotate.annotator import Annotator, load_annotator
from onrecord.annotate.plain import plain

__all__ = ["Annotator", "load_annotator", "plain"]
