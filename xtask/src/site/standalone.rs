//! The whole page in one file, for `file://`, for places that take one file, and for hosts that know no wasm.

use crate::process::Result;
use data_encoding::BASE64;
use std::fs;
use std::path::Path;

/// The built page with its styles, scripts and programs inside.
///
/// A module that is loaded from a `data:` address may be imported where files may not. The scripts find each other through
/// `seatraceParts`, a table of such addresses by file name.
pub(super) fn page(dist: &Path, built: &str) -> Result<String> {
    let mut page = built.to_owned();
    for name in names(built, ".css") {
        let style =
            fs::read_to_string(dist.join(&name)).map_err(|e| format!("dist/{name}: {e}"))?;
        page = replace_tag(&page, &name, &format!("<style>{style}</style>"));
    }
    for name in names(built, ".svg") {
        let icon = address(dist, &name, "image/svg+xml")?;
        page = page.replace(&format!("./{name}"), &icon);
    }
    let boot = names(built, ".js").into_iter().find(|name| name.starts_with("boot-"));
    let boot = boot.ok_or("dist/index.html loads no boot script")?;
    let parts = parts(dist, built)?;
    let script = fs::read_to_string(dist.join(&boot)).map_err(|e| format!("dist/{boot}: {e}"))?;
    let inside = format!(
        "<script>globalThis.seatraceParts={{{parts}}}</script><script type=module>{script}</script>"
    );
    Ok(replace_tag(&page, &boot, &inside))
}

/// The programs as a table in JavaScript.
fn parts(dist: &Path, built: &str) -> Result<String> {
    let program = names(built, ".js").into_iter().find(|name| name.starts_with("seatrace-"));
    let wasm = names(built, ".wasm").into_iter().next();
    let (Some(program), Some(wasm)) = (program, wasm) else {
        return Err("dist/index.html loads no program".into());
    };
    let files = [
        ("program", program.as_str(), "text/javascript"),
        ("program-wasm", wasm.as_str(), "application/wasm"),
        ("helper.js", "helper.js", "text/javascript"),
        ("worker.js", "worker.js", "text/javascript"),
        ("worker_bg.wasm", "worker_bg.wasm", "application/wasm"),
        ("explore.css", "explore.css", "text/css"),
    ];
    let part = |(id, name, mime)| Ok(format!("{id:?}:{:?}", address(dist, name, mime)?));
    Ok(files.into_iter().map(part).collect::<Result<Vec<String>>>()?.join(","))
}

/// A file as an address of its own.
fn address(dist: &Path, name: &str, mime: &str) -> Result<String> {
    let bytes = fs::read(dist.join(name)).map_err(|error| format!("dist/{name}: {error}"))?;
    Ok(format!("data:{mime};base64,{}", BASE64.encode(&bytes)))
}

/// The files of a kind that the page names, as `./name`.
fn names(built: &str, kind: &str) -> Vec<String> {
    let name = |rest: &str| rest.split([' ', '>', '"']).next().unwrap_or("").to_owned();
    built.split("=./").skip(1).map(name).filter(|name| name.ends_with(kind)).collect()
}

/// Puts something in the place of the tag that names a file.
fn replace_tag(page: &str, name: &str, with: &str) -> String {
    let Some(at) = page.find(&format!("./{name}")) else { return page.to_owned() };
    let from = page[..at].rfind('<').unwrap_or(at);
    let end = page[at..].find('>').map_or(page.len(), |end| at + end + 1);
    let end = if page[end..].starts_with("</script>") { end + "</script>".len() } else { end };
    format!("{}{with}{}", &page[..from], &page[end..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_found_by_the_files_they_name() {
        let page =
            "<link href=./a-1.css rel=stylesheet><script src=./boot-2.js type=module></script><p>";
        assert_eq!(names(page, ".css"), ["a-1.css"]);
        assert_eq!(names(page, ".js"), ["boot-2.js"]);
        assert_eq!(replace_tag(&replace_tag(page, "boot-2.js", "B"), "a-1.css", "A"), "AB<p>");
    }
}
