//! Every word for people, in Korean and English, in one table.
