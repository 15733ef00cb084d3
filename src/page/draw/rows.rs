//! The ground layer of a hall: the free seats, the letters of the rows and the numbers below.
//!
//! A row of free seats is two paths, not thirty elements: a hall of 1,000 seats costs no more than a hundred nodes, and as
//! the props rarely change it is not even compared while a race is played.

use crate::player::Floor;
use crate::units::{Hall, Seat};
use std::fmt::Write;
use std::rc::Rc;
use yew::{Html, Properties, classes, component, html};

const CUSHION: &str =
    "h12.5a3 3 0 0 1 3 3v10.5a3 3 0 0 1-3 3h-12.5a3 3 0 0 1-3-3v-10.5a3 3 0 0 1 3-3z";
const ARMS: &str = "v6.5a7.5 7.5 0 0 0 7.5 7.5h9.5a7.5 7.5 0 0 0 7.5-7.5v-6.5";

/// What the ground layer depends on.
#[derive(Properties, PartialEq)]
pub(super) struct RowsProps {
    /// Where seats stand.
    pub(super) floor: Rc<Floor>,
    /// The seats that are drawn on top instead, in order.
    pub(super) changed: Rc<Vec<Seat>>,
}

/// The free seats.
#[component]
pub(super) fn Rows(props: &RowsProps) -> Html {
    let floor = &props.floor;
    let rows = floor.rows.clone().map(|row| {
        let (mut cushions, mut arms) = (String::new(), String::new());
        for seat in floor.seats(row).filter(|s| props.changed.binary_search(s).is_err()) {
            let (x, y) = floor.at(seat);
            let (cx, cy) = (f64::from(x) + 7.75, f64::from(y) + 2.75);
            let (ax, ay) = (f64::from(x) + 1.75, y + 11);
            // Writing to a String cannot fail.
            let _ = write!(cushions, "M{cx} {cy}{CUSHION}");
            let _ = write!(arms, "M{ax} {ay}{ARMS}");
        }
        html! { <g key={row}><path class="f-c" d={cushions} /><path class="f-a" d={arms} /></g> }
    });
    html! { <g>{ for rows }</g> }
}

/// What the letters and numbers depend on.
#[derive(Properties, PartialEq)]
pub(super) struct AxesProps {
    /// Where seats stand.
    pub(super) floor: Rc<Floor>,
    /// The seats under discussion: their row and number turn bold.
    pub(super) on: Rc<Vec<Seat>>,
}

/// The letters at both ends of each row and the numbers below.
#[component]
pub(super) fn Axes(props: &AxesProps) -> Html {
    let floor = &props.floor;
    let hall = floor.hall;
    // In a wide hall letters grow, and only some are shown.
    let grow = (floor.width() as f32 / 400.0).max(1.0);
    let skip = (grow * 0.75).ceil() as u32;
    let rows = floor.rows.clone().filter_map(|row| {
        let on = props.on.iter().any(|seat| hall.row(*seat) == row);
        let shown = on || (skip <= 1 || (row - floor.rows.start).is_multiple_of(skip));
        let (name, y) = (Hall::row_name(row), floor.row_y(row) + 15);
        shown.then(|| {
            html! { <g key={row}>
                { label(&name, floor.left() + 10, y, grow, on) }
                { label(&name, floor.right() - 10, y, grow, on) }
            </g> }
        })
    });
    let foot = 2 + floor.rows.len() as i32 * 32 + (8.0 * grow) as i32;
    let cols = floor.cols.clone().filter_map(|col| {
        let on = props.on.iter().any(|seat| hall.col(*seat) == col);
        let crowded = props.on.iter().any(|seat| hall.col(*seat).abs_diff(col) <= 2);
        let shown = on || skip <= 1 || ((col + 1).is_multiple_of(5) && !crowded);
        let number = (col + 1).to_string();
        let y = foot + floor.bend(col);
        shown.then(
            || html! { <g key={col}>{ label(&number, floor.col_x(col) + 14, y, grow, on) }</g> },
        )
    });
    html! { <g><g>{ for rows }</g><g>{ for cols }</g></g> }
}

fn label(text: &str, x: i32, y: i32, grow: f32, on: bool) -> Html {
    let place = format!("translate({x} {y}) scale({grow:.2})");
    html! { <text class={classes!("ax", on.then_some("on"))} transform={place}>{ text }</text> }
}
