"""What a release left behind must go on working: databases of 0.1 that are upgraded and run."""
