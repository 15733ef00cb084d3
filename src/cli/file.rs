//! Files that a command reads.

use std::ffi::OsStr;
use std::fs::File;
use std::io::{Read, stdin};

/// The bytes of a file, or with `-` of standard input: at most one more than `max`, so that a longer one is refused and not
/// read to the end.
pub(super) fn read(file: &OsStr, max: usize) -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let limit = max as u64 + 1;
    if file == "-" {
        stdin().lock().take(limit).read_to_end(&mut bytes)?;
    } else {
        File::open(file)?.take(limit).read_to_end(&mut bytes)?;
    }
    Ok(bytes)
}
