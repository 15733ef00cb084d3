//! What a link says of all orders: "0 of 150 schedules double-book".

use crate::measure::Class;
use std::fmt;

/// So many schedules of all end in a class. The numbers are decimal and as long as they need to be.
///
/// Printed as `double-booking.0.150`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Claim {
    /// The class.
    pub class: Class,
    /// Schedules that end in it.
    pub count: String,
    /// All schedules.
    pub all: String,
}

/// The most digits of a number of schedules: that of 26 users fits by far.
pub const CLAIM_DIGITS_MAX: usize = 200;

impl Claim {
    pub(super) fn read(text: &str) -> Option<Claim> {
        let [class, count, all] = text.split('.').collect::<Vec<_>>().try_into().ok()?;
        let class =
            Class::ALL.into_iter().find(|known| known.name().eq_ignore_ascii_case(class))?;
        let number = |digits: &str| {
            let plain = digits == "0" || !digits.starts_with('0');
            let short = (1..=CLAIM_DIGITS_MAX).contains(&digits.len());
            let valid = plain && short && digits.bytes().all(|b| b.is_ascii_digit());
            valid.then(|| digits.to_owned())
        };
        Some(Claim { class, count: number(count)?, all: number(all)? })
    }
}

impl fmt::Display for Claim {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}.{}", self.class, self.count, self.all)
    }
}
