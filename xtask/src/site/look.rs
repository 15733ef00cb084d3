//! The look of the page in one sheet. Its sources are three, and Trunk makes each of them small by itself; in one file they
//! are smaller, because each repeats what the others say, and a browser asks for one file instead of three.

use super::standalone::{names, replace_tag};
use crate::process::Result;
use std::fs;
use std::path::Path;

/// Puts the sheets that the built page names into one file, named after what is in it, and gives the page that names that.
///
/// # Errors
/// The page names no sheet, or `dist/` cannot be read or written.
pub(super) fn join(dist: &Path, built: &str) -> Result<String> {
    let sheets = names(built, ".css");
    let first = sheets.first().ok_or("dist/index.html loads no style")?;
    let mut text = String::new();
    for name in &sheets {
        let path = dist.join(name);
        let sheet = fs::read_to_string(&path).and_then(|sheet| {
            fs::remove_file(&path)?;
            Ok(sheet)
        });
        text += &sheet.map_err(|error| format!("dist/{name}: {error}"))?;
    }
    let look = format!("look-{:08x}.css", crc32fast::hash(text.as_bytes()));
    super::write(dist, &look, text.as_bytes())?;
    let page = replace_tag(built, first, &format!("<link href=./{look} rel=stylesheet>"));
    Ok(sheets[1..].iter().fold(page, |page, name| replace_tag(&page, name, "")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_sheets_become_one_that_is_named_after_its_content() {
        let dist = std::env::temp_dir().join(format!("seatrace-look-{}", std::process::id()));
        let built = |sheets: [&str; 2]| {
            fs::create_dir_all(&dist).expect("a scratch folder");
            for (name, text) in ["a-1.css", "b-2.css"].into_iter().zip(sheets) {
                fs::write(dist.join(name), text).expect("writable");
            }
            let page =
                "<i><link href=./a-1.css rel=stylesheet><link href=./b-2.css rel=stylesheet></i>";
            let page = join(&dist, page).expect("joined");
            let look = names(&page, ".css").pop().expect("one sheet");
            assert_eq!(page, format!("<i><link href=./{look} rel=stylesheet></i>"));
            (fs::read_to_string(dist.join(&look)).expect("written"), look)
        };
        let (text, look) = built(["a{top:0}", "b{top:0}"]);
        assert_eq!(text, "a{top:0}b{top:0}", "the later sheet wins, as before");
        let (_, other) = built(["a{top:0}", "b{top:1px}"]);
        assert_ne!(look, other, "no browser keeps the old one");
        assert!(!dist.join("a-1.css").exists(), "nothing asks for it any more");
        assert!(join(&dist, "<p>").is_err());
        fs::remove_dir_all(&dist).expect("removable");
    }
}
