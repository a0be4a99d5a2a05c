"""What worked cases cover of a rule, what they leave out, and the smallest case for each hole."""
