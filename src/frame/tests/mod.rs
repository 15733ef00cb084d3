//! A host without a browser: it says things to the usher and hears what comes back.

mod anything;
mod host;
mod keys;
mod protocol;
mod reader;
