"""The rule itself in sentences, beside its article."""
