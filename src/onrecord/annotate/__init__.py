"""Annotation: sentences, tags, parse, names and attributions of an article, from one small encoder."""

from onrecord.annotate.annotator import Annotator, load_annotator

__all__ = ["Annotator", "load_annotator"]
