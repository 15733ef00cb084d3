//! A history from elsewhere, on its way through the judge.

use crate::export::{CheckObject, check_object};
use crate::history::{Broken, Checking, History};

/// A file that is being checked.
pub struct Hearing {
    /// The name of the file.
    pub name: String,
    checking: Checking,
}

impl Hearing {
    /// # Errors
    /// The file is no history.
    pub fn new(name: &str, text: &str) -> Result<Hearing, Broken> {
        let checking = Checking::new(History::parse(text.as_bytes())?)?;
        Ok(Hearing { name: name.into(), checking })
    }

    /// Checks seats that belong together; so many of how many are checked. One call looks at no more operations than
    /// [`crate::history::LOOKS_MAX`].
    pub fn advance(&mut self) -> (usize, usize) {
        self.checking.advance();
        self.checking.progress()
    }

    /// What was found.
    pub fn finish(self) -> CheckObject {
        check_object(&self.checking.finish())
    }
}
