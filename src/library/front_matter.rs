//! Front matter: split off by us, read by a YAML or TOML parser under limits of ours.
