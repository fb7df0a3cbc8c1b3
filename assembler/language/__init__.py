"""What is known of a language, as data: one TOML file a language in `data/`, read into `Language`."""
