//! Which seats each user wants: drawn before the run.

use crate::race::{Purpose, below, draw};
use crate::scenario::{Scenario, Want};
use crate::units::{Seat, User, ranked};

/// The seat that everybody wants where all want the same: number 31 of the original program's hall, row D, seat 1.
const SAME: u32 = 30;

/// How often a Zipf draw is repeated when it falls on a seat the order already has.
const REDRAWS_MAX: u64 = 64;

/// The seats of each user's order, as asked for.
pub fn wants(scenario: &Scenario) -> Vec<Vec<Seat>> {
    let weights = Weights::new(scenario);
    let mut all: Vec<Vec<Seat>> =
        (0..scenario.users).map(|user| order_of(scenario, &weights, User(user))).collect();
    if let (Some(you), false) = (scenario.you, scenario.clicks.is_empty()) {
        all[you.0 as usize] = scenario.clicks.clone();
    }
    all
}

fn order_of(scenario: &Scenario, weights: &Weights, user: User) -> Vec<Seat> {
    let (seats, party) = (scenario.hall.seats(), scenario.party);
    let from = |first: u32| (0..party).map(|i| Seat((first + i) % seats)).collect();
    match &scenario.want {
        Want::Same => from(SAME.min(seats - party)),
        Want::Each => from(
            u32::try_from(u64::from(user.0) * u64::from(party) % u64::from(seats))
                .expect("below seats"),
        ),
        Want::Random => distinct(party, |i, chosen| uniform(scenario, user, i, chosen)),
        Want::Zipf => distinct(party, |i, chosen| weights.draw(scenario, user, i, chosen)),
        Want::Seats(orders) => orders[user.0 as usize % orders.len()].clone(),
    }
}

fn distinct(party: u32, mut next: impl FnMut(u32, &[Seat]) -> Seat) -> Vec<Seat> {
    let mut chosen = Vec::new();
    for i in 0..party {
        let seat = next(i, &chosen);
        chosen.push(seat);
    }
    chosen
}

/// Uniform over the seats that are not chosen yet.
fn uniform(scenario: &Scenario, user: User, i: u32, chosen: &[Seat]) -> Seat {
    let left = scenario.hall.seats() - chosen.len() as u32;
    let drawn = draw(scenario.seed, user, Purpose::Want, u64::from(i));
    let mut seat = below(drawn, u64::from(left)) as u32;
    for taken in ranked(chosen.to_vec(), |seat| u64::from(seat.0)) {
        seat += u32::from(taken.0 <= seat);
    }
    Seat(seat)
}

/// Zipf's weights with exponent 1, in whole numbers: a float would round differently somewhere, some day.
struct Weights {
    /// The sum of the weights up to and including each seat.
    sums: Vec<u64>,
}

impl Weights {
    fn new(scenario: &Scenario) -> Weights {
        let seats = if scenario.want == Want::Zipf { scenario.hall.seats() } else { 0 };
        let mut sum = 0;
        let sums = (1..=u64::from(seats)).map(|rank| {
            sum += (1 << 32) / rank;
            sum
        });
        Weights { sums: sums.collect() }
    }

    fn draw(&self, scenario: &Scenario, user: User, i: u32, chosen: &[Seat]) -> Seat {
        let total = *self.sums.last().expect("a hall has seats");
        for redraw in 0..REDRAWS_MAX {
            let index = u64::from(i) * REDRAWS_MAX + redraw;
            let at = below(draw(scenario.seed, user, Purpose::Want, index), total);
            let seat = Seat(self.sums.partition_point(|sum| *sum <= at) as u32);
            if !chosen.contains(&seat) {
                return seat;
            }
        }
        let all = (0..self.sums.len() as u32).map(Seat);
        all.into_iter()
            .find(|seat| !chosen.contains(seat))
            .expect("a party is not larger than the hall")
    }
}
