"""Who is who in one article: names, titles, descriptions and pronouns resolved to actors, or left unresolved."""

from onrecord.extract.cast.cast import Cast
from onrecord.extract.cast.descriptions import BODY_WORDS
from onrecord.extract.cast.figures import Figure, figure_of, local_figure

__all__ = ["BODY_WORDS", "Cast", "Figure", "figure_of", "local_figure"]
