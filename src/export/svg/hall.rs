//! The wanted seats at the moment that is drawn.

use super::WANTED_DRAWN_MAX;
use super::palette::Palette;
use crate::export::Finished;
use crate::player::{Ground, Look, Markup, SeatView, Stage};
use crate::texts::forms::plural;
use crate::units::{Seat, User};
use std::collections::BTreeMap;

/// Where they stand: four in a row.
const LEFT: i32 = 880;
const TOP: i32 = 172;
const PITCH: (i32, i32) = (72, 96);
const IN_A_ROW: usize = 4;

pub(super) fn hall(out: &mut Markup, run: &Finished, palette: &Palette, when: &str) {
    let seats = wanted(run);
    let stage =
        Stage::at_step(&Ground::new(&run.scenario, run.contest), &run.run.trace, run.steps());
    let cap = format!("The wanted {}, {when}", plural(seats.len() as u32, "seat"));
    out.put("<text class='fade' x='%' y='%'>$</text>\n", &[LEFT, TOP - 26], &[&cap]);
    let none = SeatView::default();
    // A seat that everybody wants is the picture.
    let size = if seats.len() == 1 { 400 } else { 190 };
    for (at, seat) in seats.iter().take(WANTED_DRAWN_MAX).enumerate() {
        let (x, y) = ((at % IN_A_ROW) as i32 * PITCH.0, (at / IN_A_ROW) as i32 * PITCH.1);
        let place = [LEFT + x, TOP + y, size];
        out.put("<g transform='translate(% %) scale(~)'>\n", &place, &[]);
        let view = stage.seats.get(seat).unwrap_or(&none);
        drawn(out, &Look::of(view), palette);
        let name = run.scenario.hall.name(*seat);
        // 16 px, whatever the size of the seat.
        let font = 160_000 / size;
        out.put(
            "<text class='mid' x='14' y='~' style='font-size:~px'>$</text>\n",
            &[2_700 + font, font],
            &[&name],
        );
        if let Some(lock) = &view.lock {
            out.put(
                "<text class='mid' x='14' y='~' style='font-size:~px'>$</text>\n",
                &[2_700 + 2 * font, font * 13 / 16],
                &[format!("locked {}", initial(lock.owner)).trim()],
            );
        }
        out.raw("</g>\n");
    }
    let more = seats.len().saturating_sub(WANTED_DRAWN_MAX) as u32;
    if more > 0 {
        let note = format!("{more} more wanted {} not drawn", plural(more, "seat"));
        out.put("<text class='fade' x='%' y='488'>$</text>\n", &[LEFT], &[&note]);
    }
}

/// The seats that users want, the most wanted first.
fn wanted(run: &Finished) -> Vec<Seat> {
    let mut users: BTreeMap<Seat, u32> = BTreeMap::new();
    for seat in run.wants.iter().flatten() {
        *users.entry(*seat).or_default() += 1;
    }
    let mut seats: Vec<(u32, Seat)> =
        users.into_iter().map(|(seat, n)| (u32::MAX - n, seat)).collect();
    seats.sort_unstable();
    seats.into_iter().map(|(_, seat)| seat).collect()
}

const CUSHION: &str = "<rect x='4.75' y='2.75' width='18.5' height='16.5' rx='3' fill='$' stroke='$'/>\n\
    <path fill='none' stroke='$' stroke-width='2' d='M1.75 11v6.5a7.5 7.5 0 0 0 7.5 7.5h9.5a7.5 7.5 0 0 0 7.5-7.5V11'/>\n";

fn drawn(out: &mut Markup, look: &Look, palette: &Palette) {
    let initials =
        |users: &[User]| -> String { users.iter().take(2).map(|user| initial(*user)).collect() };
    let (fill, line, text, class) = match look {
        Look::Booked(user) => (palette.user(*user), palette.user(*user), initial(*user), "on"),
        Look::Sold(owners) => return sold(out, owners, palette),
        Look::Held(hold) | Look::Spent(hold) => {
            (palette.raised, palette.user(hold.user), initial(hold.user).to_lowercase(), "cap")
        }
        Look::Free | Look::Wanted(_) => (palette.raised, palette.edge, String::new(), "cap"),
        Look::Read(users) => (palette.raised, palette.edge, initials(users).to_lowercase(), "cap"),
    };
    out.put(CUSHION, &[], &[fill, line, line]);
    out.put(
        "<text class='mid $' x='14' y='15' style='font-size:11px'>$</text>\n",
        &[],
        &[class, &text],
    );
}

/// A seat with several owners: the first two share it, and the others are counted.
fn sold(out: &mut Markup, owners: &[User], palette: &Palette) {
    let (first, second) = (palette.user(owners[0]), palette.user(owners[1]));
    out.put(CUSHION, &[], &[first, palette.anomaly, palette.anomaly]);
    out.put(
        "<path fill='$' d='M14 3.25h6.25a2.5 2.5 0 0 1 2.5 2.5v10.5a2.5 2.5 0 0 1-2.5 2.5H14z'/>\n",
        &[],
        &[second],
    );
    let texts = [initial(owners[0]), initial(owners[1])];
    for (x, text) in [10, 18].into_iter().zip(&texts) {
        out.put(
            "<text class='mid on' x='%' y='14' style='font-size:8px'>$</text>\n",
            &[x],
            &[text],
        );
    }
    let times = format!("×{}", owners.len());
    out.put(
        "<text class='bad-fill' x='27' y='5' style='font-size:7px;font-weight:700'>$</text>\n",
        &[],
        &[&times],
    );
}

/// Empty beyond Zoe: there is no room for a number in half a seat, and the description names everybody.
fn initial(user: User) -> String {
    user.letter().map_or_else(String::new, String::from)
}
