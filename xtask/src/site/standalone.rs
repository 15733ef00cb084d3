//! The whole page in one file, for `file://`, for places that take one file, and for hosts that know no wasm.
//!
//! A scenario can be baked into it: whoever hands the file on puts a query into its first tag, [`BAKED_INTO`], which becomes
//! `<html lang=en data-query="v=1&amp;users=3">`. That is what the page opens where its address has no query. The tag stands
//! in the file exactly once, and nothing that the policy has a hash of changes with it.

use super::policy;
use crate::process::Result;
use data_encoding::BASE64;
use std::fs;
use std::path::Path;

/// What the file is called.
pub(super) const NAME: &str = "seatrace-standalone.html";

/// Where a query is baked in: the share dialog looks for this tag.
pub(super) const BAKED_INTO: &str = "<html lang=en>";

/// The built page with its styles, scripts and programs inside.
///
/// A module that is loaded from a `data:` address may be imported where files may not. The scripts find each other through
/// `seatraceParts`, a table of such addresses by file name.
///
/// # Errors
/// The built page is not what this was written for.
pub(super) fn page(dist: &Path, built: &str) -> Result<String> {
    let read = |name: &str| {
        let text = fs::read_to_string(dist.join(name));
        text.map_err(|error| format!("dist/{name}: {error}"))
    };
    let mut page = built.to_owned();
    let mut styles = Vec::new();
    for name in names(built, ".css") {
        let style = read(&name)?;
        page = replace_tag(&page, &name, &format!("<style>{style}</style>"));
        styles.push(style);
    }
    for name in names(built, ".svg") {
        let icon = address(dist, &name, "image/svg+xml")?;
        page = page.replace(&format!("./{name}"), &icon);
    }
    for name in [".js", ".wasm"].into_iter().flat_map(|kind| names(built, kind)) {
        if !name.starts_with("boot-") {
            page = replace_tag(&page, &name, ""); // loaded in advance elsewhere; here it is inside
        }
    }
    let boot = names(built, ".js").into_iter().find(|name| name.starts_with("boot-"));
    let boot = boot.ok_or("dist/index.html loads no boot script")?;
    let script = format!(
        "globalThis.seatraceParts={{{}}};{}",
        parts(dist, built)?,
        START.replace("BOOT", &address(dist, &boot, "text/javascript")?)
    );
    let policy = policy::tag(&policy::standalone(&script, &styles));
    let page = replace_tag(&page, &boot, "").replacen("<title>", &format!("{policy}<title>"), 1);
    let page = page.replacen("</body>", &format!("<script>{script}</script></body>"), 1);
    whole(&page, &script)?;
    Ok(page)
}

/// The policy trusts what a trusted script adds, and nothing that stands in the page beside it.
const START: &str = "{const start=document.createElement('script');start.type='module';start.src='BOOT';document.head.append(start)}";

/// What must hold of the file, whatever Trunk makes of the page one day.
fn whole(page: &str, script: &str) -> Result {
    if page.matches(BAKED_INTO).count() != 1 {
        return Err(format!("{NAME} must have {BAKED_INTO} exactly once"));
    }
    if script.contains("</script") || !page.contains(script) {
        return Err(format!("the script of {NAME} must stand in it as it is"));
    }
    if let Some(at) = ["=./", "=\"./"].into_iter().find_map(|mark| page.find(mark)) {
        let name: String = page[at..].chars().take(40).collect();
        return Err(format!("{NAME} still asks for a file: {name}"));
    }
    Ok(())
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
        ("share.js", "share.js", "text/javascript"),
        ("editor.js", "editor.js", "text/javascript"),
        ("worker.js", "worker.js", "text/javascript"),
        ("worker_bg.wasm", "worker_bg.wasm", "application/wasm"),
        ("grid.js", "grid.js", "text/javascript"),
        ("shop.css", "shop.css", "text/css"),
        ("explore.css", "explore.css", "text/css"),
        ("editor.css", "editor.css", "text/css"),
        ("compare.css", "compare.css", "text/css"),
        ("inspector.css", "inspector.css", "text/css"),
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
pub(super) fn names(built: &str, kind: &str) -> Vec<String> {
    let name = |rest: &str| rest.split([' ', '>', '"']).next().unwrap_or("").to_owned();
    built.split("=./").skip(1).map(name).filter(|name| name.ends_with(kind)).collect()
}

/// Puts something in the place of the tag that names a file.
pub(super) fn replace_tag(page: &str, name: &str, with: &str) -> String {
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

    #[test]
    fn a_file_that_is_not_whole_is_refused() {
        let page = format!("{BAKED_INTO}<script>let a</script>");
        assert_eq!(whole(&page, "let a"), Ok(()));
        assert!(
            whole("<html lang=\"en\"><script>let a</script>", "let a").is_err(),
            "nothing can be baked in"
        );
        assert!(whole(&format!("{page}{page}"), "let a").is_err());
        assert!(whole(&page, "let b").is_err());
        assert!(whole(&format!("{page}'</script>'"), "'</script>'").is_err());
        assert!(whole(&format!("{page}<img src=./a.png>"), "let a").is_err());
    }
}
