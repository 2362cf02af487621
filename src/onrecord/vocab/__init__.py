"""The field's knowledge as data: kinds of engagement and cue words, and their loader."""

from onrecord.vocab.load import Example, Kind, Trigger, Vocab, VocabularyError, load_vocab

__all__ = ["Example", "Kind", "Trigger", "Vocab", "VocabularyError", "load_vocab"]
