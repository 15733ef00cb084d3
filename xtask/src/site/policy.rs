//! What each page may load: its content security policy.

use data_encoding::BASE64;
use sha2::{Digest, Sha256};

/// The pages with the program: their own files, nothing else. The program needs `wasm-unsafe-eval`; a sandboxed frame makes
/// its worker of a blob. There is no inline script, so none is allowed.
pub(super) const PROGRAM: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data: blob:; \
    connect-src 'self'; font-src 'self'; worker-src 'self' blob:; manifest-src 'self'; base-uri 'none'; form-action 'none'";

/// The page for what is not there: its own script and style, and to ask where the site begins.
pub(super) fn lost(script: &str, style: &str) -> String {
    format!(
        "default-src 'none'; script-src {}; style-src {}; img-src data:; connect-src 'self'; base-uri 'none'; form-action 'none'",
        source(script),
        source(style)
    )
}

/// The whole page in one file: its own script, the programs that this loads, and nothing from anywhere.
///
/// `strict-dynamic` lets the trusted script load what it carries as `data:` addresses; a script that stands in the page with
/// such an address is refused.
pub(super) fn standalone(script: &str, styles: &[String]) -> String {
    let styles = styles.iter().map(|style| source(style)).collect::<Vec<_>>().join(" ");
    format!(
        "default-src 'none'; script-src {} 'strict-dynamic' 'wasm-unsafe-eval'; style-src {styles} data:; img-src data: blob:; \
         connect-src data:; worker-src blob:; base-uri 'none'; form-action 'none'",
        source(script)
    )
}

/// The policy as a tag for the head.
pub(super) fn tag(policy: &str) -> String {
    format!("<meta http-equiv=Content-Security-Policy content=\"{policy}\">")
}

/// How a policy names an inline script or style: by what is in it, to the letter.
fn source(text: &str) -> String {
    format!("'sha256-{}'", BASE64.encode(&Sha256::digest(text)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_inline_script_is_named_by_its_hash() {
        // The example of the specification: https://www.w3.org/TR/CSP3/#external-hash
        let hash = "'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='";
        assert_eq!(source("alert('Hello, world.');"), hash);
        assert!(lost("a", "b").contains(&source("a")));
    }
}
