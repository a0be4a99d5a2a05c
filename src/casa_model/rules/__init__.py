"""Floor 2: what a rule is and what it answers. A rule never knows who reads it."""
