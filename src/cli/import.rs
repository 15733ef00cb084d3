//! `import`: opens a run file, runs it again and says whether it is the same run.

use super::Answer;
use super::file::read;
use crate::export::{Finished, RUN_FILE_BYTES_MAX, import};
use crate::player::transcript;
use std::ffi::OsStr;

/// What the file says, where to see it, and the transcript; `-` is standard input.
pub(super) fn answer(path: &OsStr) -> Answer {
    let name = path.to_string_lossy();
    let bytes = match read(path, RUN_FILE_BYTES_MAX) {
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
