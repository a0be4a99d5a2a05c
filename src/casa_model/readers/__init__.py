"""Floor 3: what can be asked of a rule; each reader is one file."""
