"""What is known, on disk: versions built beside each other, one of them in force."""
