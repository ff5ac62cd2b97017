//! Section numbers, as people write them in headings.
