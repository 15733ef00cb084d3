//! The page: the only module that knows the web. Everything it shows it reads from a desk.
//!
//! `app` puts the places together; `hooks` are the page's ties to the browser (timers, keys, address bar, theme);
//! `draw` holds the drawings of a race, `form` the editor of its scenario, and
//! `frame` what is shown inside somebody else's page: a program of its own, made of the same drawings.

mod app;
mod bill;
mod compare;
mod dom;
pub mod draw;
mod explore;
mod frame;
mod help;
mod hooks;
mod icons;
mod inspector;
mod lab;
mod newer;
mod notice;
mod rescue;
mod sentence;
mod share;
mod switch;
mod transport;

pub use frame::Frame;

/// Puts the page into the element with the id `app`, or into the body where there is none.
pub fn mount() {
    rescue::install();
    match dom::by_id("app") {
        Some(root) => yew::Renderer::<app::App>::with_root(root).render(),
        None => yew::Renderer::<app::App>::new().render(),
    };
}
