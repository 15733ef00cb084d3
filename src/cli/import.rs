//! `import`: opens a run file, runs it again and says whether it is the same run.

use super::Answer;
use crate::export::{Finished, RUN_FILE_BYTES_MAX, import};
use crate::player::transcript;
use std::ffi::OsStr;
use std::fs::File;
use std::io::Read;

/// What the file says, where to see it, and the transcript.
pub(super) fn answer(path: &OsStr) -> Answer {
    let name = path.to_string_lossy();
    let bytes = match read(path) {
        Ok(bytes) => bytes,
        Err(error) => return Answer::bad_input(format!("seatrace: {name}: {error}\n")),
    };
    match import(&bytes) {
        Err(error) => Answer::bad_input(format!("seatrace: {name}: {error}\n")),
        Ok(imported) => {
            let Finished { scenario, contest, run, digest, .. } = &imported.run;
            let said = [Some(imported.caption.title), imported.caption.note];
            let mut lines: Vec<String> =
                said.into_iter().flatten().filter(|text| !text.is_empty()).collect();
            lines.push(format!("The same run: its digest is {digest}."));
            lines.push(format!("See it: seatrace run '{}'", imported.run.query()));
            lines.push(String::new());
            lines.extend(transcript(scenario, *contest, &run.trace));
            Answer::good(lines.join("\n") + "\n")
        }
    }
}

/// The bytes of a file; of one that is too long no more than it takes to see that.
fn read(path: &OsStr) -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    File::open(path)?.take(RUN_FILE_BYTES_MAX as u64 + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}
