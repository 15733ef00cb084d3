//! Where the site will lie. A static build does not know, and most of it need not: only what other programs read does.

use crate::process::Result;

/// The address of the site's root, with a `/` at its end: `https://host.example/seatrace/`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Home(String);

impl Home {
    /// Reads an address; `name` is what the person called it.
    ///
    /// # Errors
    /// It is no address of a folder on a host, and what one looks like.
    pub(crate) fn read(name: &str, text: &str) -> Result<Home> {
        let allowed = || format!("{name} needs an address such as https://host.example/seatrace/");
        let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
        let host = rest.and_then(|rest| rest.split('/').next()).ok_or_else(allowed)?;
        let plain = |c: char| c.is_ascii_alphanumeric() || "-._~:/%[]@".contains(c);
        if host.is_empty() || !text.chars().all(plain) {
            return Err(allowed());
        }
        Ok(Home(format!("{}/", text.trim_end_matches('/'))))
    }

    /// What `$SEATRACE_SITE` says, if it says anything.
    ///
    /// # Errors
    /// It is no address.
    pub(crate) fn from_env() -> Result<Option<Home>> {
        let text = std::env::var("SEATRACE_SITE").unwrap_or_default();
        if text.is_empty() {
            return Ok(None);
        }
        Home::read("SEATRACE_SITE", &text).map(Some)
    }

    /// The address of something on the site: a path below the root, `""` for the root itself.
    pub(crate) fn at(&self, path: &str) -> String {
        format!("{}{path}", self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_ends_in_a_slash() {
        let home = Home::read("--site", "https://host.example/sub").expect("an address");
        assert_eq!(home.at("s/deadlock/"), "https://host.example/sub/s/deadlock/");
        assert_eq!(Home::read("--site", "http://h:80/"), Ok(Home("http://h:80/".into())));
    }

    #[test]
    fn what_is_no_address_is_refused_by_name() {
        for text in [
            "",
            "host.example",
            "https://",
            "https:///x",
            "https://h/?q",
            "https://h/\"",
            "ftp://h/",
        ] {
            let error = Home::read("--site", text).expect_err(text);
            assert!(error.starts_with("--site needs"), "{error}");
        }
    }
}
