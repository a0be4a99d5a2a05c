"""Floor 2: the programme: places, services, hours, money."""
