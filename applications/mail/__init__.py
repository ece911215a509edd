"""E-mails about applications: read, told apart and matched. No models, no network."""
