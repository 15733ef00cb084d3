//! The plot of the lanes: the axis of steps, the band of now, and what every row holds.

use super::grid::Grid;
use super::marks::{arrows, marks};
use super::ribbons::ribbons;
use super::sign::hue;
use super::spans::spans;
use crate::player::{Session, lapse};
use yew::{Html, classes, html};

/// Words above the axis keep so far apart.
const WORDS_APART: i32 = 104;

/// The numbers of the steps, the chip of now, and where virtual time was idle. It stays in sight while the rows scroll.
pub(super) fn axis(grid: &Grid, session: &Session) -> Html {
    let numbers = (grid.first..grid.cursor).map(|step| {
        html! { <text key={step} class="mid fade" x={grid.x(step).to_string()} y="29">{ step }</text> }
    });
    let mut free_from = 0;
    let cuts = session.lanes().cuts.iter().filter(|(step, _)| grid.has(*step)).map(|(step, ms)| {
        let x = (grid.x(*step) - 12).clamp(44, grid.width() - 38);
        let room = x >= free_from;
        if room {
            free_from = x + WORDS_APART;
        }
        let words = if room { format!("{} later", lapse(*ms)) } else { "…".to_string() };
        let x = if room { x } else { grid.x(*step) - 12 };
        html! { <text key={*step} class="mid fade" x={x.to_string()} y="9">{ words }</text> }
    });
    html! {
        <svg class="plot axis" width={grid.width_em()} viewBox={format!("0 0 {} 36", grid.width())} aria-hidden="true">
            <g>{ (grid.first > 1).then(|| html! { <text class="fade" x="2" y="29">{ "…" }</text> }) }</g>
            <g>{ for numbers }</g>
            <g>{ for cuts.collect::<Vec<_>>() }</g>
            <g>{ now_chip(grid) }</g>
        </svg>
    }
}

fn now_chip(grid: &Grid) -> Html {
    if grid.cursor == 0 {
        return html! { <g></g> };
    }
    let x = grid.x(grid.cursor);
    let wide = if grid.cursor > 999 { 32 } else { 24 };
    html! { <g>
        <rect class="now-band" x={(x - 12).to_string()} y="16" width="24" height="20" />
        <rect class="now-chip" x={(x - wide / 2).to_string()} y="16" width={wide.to_string()} height="18" rx="2" />
        <text class="mid now-n" x={x.to_string()} y="29">{ grid.cursor }</text>
    </g> }
}

/// The rows.
pub(super) fn plot(grid: &Grid, session: &Session, label: &str) -> Html {
    let (width, height) = (grid.width(), grid.height());
    let lanes = session.lanes();
    let rows = grid.rows.iter().enumerate().filter_map(|(row, user)| {
        let lane = lanes.lanes.get(user.0 as usize)?;
        Some(html! { <g key={user.0} class={hue(*user)}>
            { spans(grid, row, lane) }
            { marks(grid, row, lane, session) }
        </g> })
    });
    let rules = (0..=grid.rows.len()).map(|row| {
        let line = format!("M0 {}.5H{}", row as i32 * grid.lane(), grid.ruled());
        html! { <path key={row} class="lane-l" d={line} /> }
    });
    let cuts = lanes.cuts.iter().filter(|(step, _)| grid.has(*step)).map(|(step, _)| {
        html! { <path key={*step} class="brk" d={format!("M{} -20V{}", grid.x(*step) - 12, height)} /> }
    });
    let band = (grid.cursor > 0).then(|| {
        let x = (grid.x(grid.cursor) - 12).to_string();
        html! { <rect class="now-band" {x} y="0" width="24" height={height.to_string()} /> }
    });
    html! {
        <svg class={classes!("plot", "rows")} width={grid.width_em()} viewBox={format!("0 0 {width} {height}")} role="img" aria-label={label.to_string()}>
            <g>{ for band }</g>
            <g>{ for rules }</g>
            <g>{ for cuts }</g>
            <g>{ for rows }</g>
            { arrows(grid, &lanes.arrows) }
            { ribbons(grid, session) }
        </svg>
    }
}
