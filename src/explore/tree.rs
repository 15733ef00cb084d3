//! The observation tree: what a strategy does after every history of answers.
//!
//! A strategy is a pure function from its answers to its next step. So it is run once for each history of answers that a
//! show could give, and its next step kept as a node. After that exploring polls no future: a user is a node number, and an
//! answer leads to another.

use super::TooLarge;
use crate::race::{Next, Plan, Puppet, Told};
use crate::trace::{Op, Outcome};
use std::rc::Rc;

/// A node, or a result: numbers below [`RESULTS`] are finished users.
pub(super) type Node = u16;

/// What became of a finished user. Users with the same result are the same from then on.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(u16)]
pub(super) enum End {
    Booked,
    Taken,
    Held,
    GaveUp,
    Declined,
    Unpaid,
    Refunded,
    /// Crashed with no money in it.
    Crashed,
    /// Crashed with money captured: neither seat nor refund will come of it.
    CrashedPaid,
    /// Crashed with a refund due.
    CrashedDue,
}

/// How many numbers stand for results.
pub(super) const RESULTS: Node = End::CrashedDue as Node + 1;

impl End {
    fn of(told: Told) -> End {
        match told {
            Told::Booked => End::Booked,
            Told::Taken => End::Taken,
            Told::Held => End::Held,
            Told::GaveUp => End::GaveUp,
            Told::Declined => End::Declined,
            Told::Unpaid => End::Unpaid,
            Told::Refunded => End::Refunded,
        }
    }
}

/// The most nodes that the tree of one strategy may have.
const NODES_MAX: usize = 4_000;

const NO_CHILD: Node = Node::MAX;

/// The answers there are: their numbers are places in a node's list of children.
const ANSWERS: usize = Outcome::NoAnswer as usize + 1;

/// What is known of a user who stands at a node.
#[derive(Clone, Debug)]
pub(super) struct Standing {
    /// What it is about to do.
    pub(super) op: Op,
    /// The seat of its order that this is about, by its place.
    pub(super) slot: Option<u8>,
    /// The seats of its order read in this round, as bits: what a commit will compare.
    pub(super) read: u8,
    /// The seats of its order that it has sold to itself, as bits.
    pub(super) sold: u8,
    /// What a crash would make of it.
    pub(super) if_crashed: End,
    children: [Node; ANSWERS],
}

impl Standing {
    /// Where the answer leads.
    pub(super) fn child(&self, answer: Outcome) -> Node {
        let child = self.children[answer as usize];
        assert_ne!(child, NO_CHILD, "{:?} was never tried at {:?}", answer, self.op);
        child
    }
}

/// All nodes of one plan. Users with the same plan share it.
pub(super) struct Tree {
    standings: Vec<Standing>,
    /// How often a strategy was polled.
    pub(super) polls: u64,
}

/// The node of a user that has done nothing yet.
pub(super) const ROOT: Node = RESULTS;

impl Tree {
    /// Runs the plan's strategy on every history of answers; a payment may have these.
    pub(super) fn new(plan: &Rc<Plan>, payments: &[Outcome]) -> Result<Tree, TooLarge> {
        let mut grower = Grower { plan, payments, standings: Vec::new(), polls: 0 };
        grower.run(&[], 0, 0, End::Crashed)?;
        // Each node is visited after its parent, so the list grows under the loop until no history is left.
        let mut histories = vec![Vec::new()];
        let mut at = 0;
        while at < histories.len() {
            for answer in grower.answers(at) {
                let history: Vec<Outcome> = [&histories[at][..], &[answer]].concat();
                let (read, sold, if_crashed) = after(&grower.standings[at], answer);
                let child = grower.run(&history, read, sold, if_crashed)?;
                grower.standings[at].children[answer as usize] = child;
                if child >= RESULTS {
                    histories.push(history);
                }
            }
            at += 1;
        }
        let mut tree = Tree { standings: grower.standings, polls: grower.polls };
        if !tree.uses(Op::Commit) {
            // Nothing will compare what was read: to remember it would need a bit that such a user does not have.
            tree.standings.iter_mut().for_each(|standing| standing.read = 0);
        }
        Ok(tree)
    }

    /// Where a user stands.
    pub(super) fn at(&self, node: Node) -> &Standing {
        &self.standings[usize::from(node - RESULTS)]
    }

    /// The highest number of a node.
    pub(super) fn last(&self) -> Node {
        RESULTS + self.standings.len() as Node
    }

    pub(super) fn uses(&self, op: Op) -> bool {
        self.standings.iter().any(|standing| standing.op == op)
    }
}

struct Grower<'a> {
    plan: &'a Rc<Plan>,
    payments: &'a [Outcome],
    standings: Vec<Standing>,
    polls: u64,
}

impl Grower<'_> {
    /// Runs the strategy on a history, and keeps what it does next.
    fn run(
        &mut self,
        history: &[Outcome],
        read: u8,
        sold: u8,
        if_crashed: End,
    ) -> Result<Node, TooLarge> {
        let (mut puppet, mut next) = Puppet::start(self.plan);
        for answer in history {
            next = puppet.answer(*answer);
        }
        self.polls += 1 + history.len() as u64;
        let request = match next {
            Next::End(told) => return Ok(End::of(told) as Node),
            Next::Await(request) => request,
        };
        if self.standings.len() == NODES_MAX {
            return Err(TooLarge::Histories(NODES_MAX));
        }
        let slot = request.slot.map(|slot| slot.0);
        let children = [NO_CHILD; ANSWERS];
        self.standings.push(Standing { op: request.op, slot, read, sold, if_crashed, children });
        Ok(RESULTS + (self.standings.len() - 1) as Node)
    }

    /// What the show could answer here.
    fn answers(&self, at: usize) -> Vec<Outcome> {
        let standing = &self.standings[at];
        match standing.op {
            Op::Read | Op::Check => {
                // A packed state does not know whose a booking is: the explorer would have to, for such a strategy.
                let own = standing.slot.is_some_and(|slot| standing.sold & 1 << slot != 0);
                assert!(!own, "no strategy looks at a seat that it has sold to itself");
                vec![Outcome::Free, Outcome::Taken]
            }
            Op::Commit => vec![Outcome::Ok, Outcome::Conflict],
            Op::Reserve => vec![Outcome::Ok, Outcome::Taken, Outcome::Held],
            Op::Confirm => vec![Outcome::Ok, Outcome::Refused],
            Op::Pay => self.payments.to_vec(),
            _ => vec![Outcome::Ok],
        }
    }
}

/// What a step and its answer do to what is known of a user.
fn after(before: &Standing, answer: Outcome) -> (u8, u8, End) {
    let slot = before.slot.map_or(0, |slot| 1u8 << slot);
    let read = match before.op {
        Op::Read => before.read | slot,
        Op::Commit => 0,
        _ => before.read,
    };
    let sold = match before.op {
        Op::Write | Op::Update => before.sold | slot,
        _ => before.sold, // a commit or a confirm that sells is the last step
    };
    let if_crashed = match (before.op, answer) {
        (Op::Pay, Outcome::Captured) => End::CrashedPaid,
        (Op::Confirm, Outcome::Refused) => End::CrashedDue,
        (Op::Refund, _) => End::Crashed,
        _ => before.if_crashed,
    };
    (read, sold, if_crashed)
}
