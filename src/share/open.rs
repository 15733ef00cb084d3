//! A whole link: what stands behind `?` and what stands behind `#`, together.

use super::fragment::{Broken, Fragment};
use super::link::Link;
use crate::scenario::{Problem, Query, Scenario};
use crate::texts::share as texts;
use crate::trace::Order;
use crate::units::cut;

/// Reads any text as a link, as [`Link::parse`] does, with the order that stands behind `#` in its scenario.
///
/// The order behind `#` counts before one in the query. One that cannot be used counts as not given and is a [`Problem`]: it
/// is named `fragment` if it cannot be read, and `order` if the scenario does not allow it.
///
/// # Example
/// ```
/// use seatrace::share::{exact, open};
/// use seatrace::trace::Order;
/// let order = Order::parse("AB2A").unwrap();
/// let link = format!("https://host.example/?v=1&users=2&clock=free#{}", exact(&order));
/// assert_eq!(open(&link).scenario.order, order);
/// let cut = open(&link[..link.len() - 1]);
/// assert!(cut.scenario.order.0.is_empty());
/// assert_eq!(cut.problems[0].parameter, "fragment");
/// ```
pub fn open(text: &str) -> Link {
    let link = Link::parse(text);
    // A text that is too long is not read at all.
    if link.problems.iter().any(|problem| problem.parameter == "link") {
        return link;
    }
    match Fragment::parse(text).order {
        None => link,
        Some(Ok(order)) => with_order(link, order),
        Some(Err(broken)) => with_problems(link, [unreadable(text, broken)]),
    }
}

fn with_order(link: Link, order: Order) -> Link {
    let had = &link.scenario.order;
    let twice = (!had.0.is_empty() && *had != order).then(|| given_twice(had));
    // Whether the scenario has these users and marks is for the query to say.
    let query = Scenario { order, ..link.scenario.clone() }.query();
    match Query::parse(&query) {
        Ok(scenario) => with_problems(Link { scenario, ..link }, twice),
        Err(problems) => with_problems(link, problems),
    }
}

fn with_problems(link: Link, more: impl IntoIterator<Item = Problem>) -> Link {
    let problems = link.problems.into_iter().chain(more).collect();
    Link { problems, ..link }
}

fn given_twice(order: &Order) -> Problem {
    let reason = Some(texts::ORDER_TWICE.into());
    Problem::new("order", &order.to_string(), reason, texts::GIVEN_ONCE.into())
}

fn unreadable(text: &str, broken: Broken) -> Problem {
    let reason = match broken {
        Broken::Newer(v) => texts::newer_order(v),
        Broken::Mangled => texts::MANGLED.into(),
        Broken::NoOrder => texts::NO_ORDER.into(),
    };
    let marked = text.split_once('#').or_else(|| cut(text, "%23"));
    let value = marked.map_or(text, |(_, fragment)| fragment);
    Problem::new("fragment", value, Some(reason), texts::AS_IT_WAS_SHARED.into())
}

impl Link {
    /// The link, if every part of it can be used.
    ///
    /// # Errors
    /// A [`Problem`] for each part that cannot; for a link of a newer version one alone, named `v`: what the rest of it means
    /// is not known here.
    ///
    /// # Example
    /// ```
    /// let problems = seatrace::share::open("v=2&users=0").strict().unwrap_err();
    /// assert_eq!(problems.len(), 1);
    /// assert_eq!(problems[0].parameter, "v");
    /// ```
    pub fn strict(self) -> Result<Link, Vec<Problem>> {
        if let Some(v) = self.newer {
            let reason = Some(texts::NEWER_LINK.into());
            return Err(vec![Problem::new("v", &v.to_string(), reason, "1".into())]);
        }
        if self.problems.is_empty() { Ok(self) } else { Err(self.problems) }
    }
}
