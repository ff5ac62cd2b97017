//! One integration binary: data in, text out.
