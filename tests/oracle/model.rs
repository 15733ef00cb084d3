//! What a race depends on, as far as the steps care.

/// How a user books.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Strategy {
    Naive,
    Optimistic,
    Pessimistic,
    TwoPhase,
}

/// Whether there is one version, or one lock, for the whole show or one a seat.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Scope {
    Show,
    Seat,
}

/// In which order an order of several seats takes its locks.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum LockOrder {
    Asked,
    Sorted,
}

/// What becomes of a seat whose hold has expired.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Expiry {
    Timer,
    Lazy,
    /// The period of the sweeper, in ms; above 0.
    Sweep(u64),
}

/// What a confirm with a dead token may still do.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Late {
    Refund,
    AcceptIfFree,
    Accept,
}

/// One user: how it books, and the seats it wants, in the order asked.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Party {
    pub strategy: Strategy,
    pub wants: Vec<usize>,
}

/// What a lock or a version belongs to: a seat, or with `None` the show.
pub type Place = Option<usize>;

/// Everything a race depends on. Start from [`Model::new`] and change what a test is about.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Model {
    pub users: Vec<Party>,
    /// Read-to-commit rounds of an optimistic user; at least 1.
    pub attempts: u32,
    pub version: Scope,
    pub lock: Scope,
    pub lock_order: LockOrder,
    /// How long a hold lives, in ms; none: for ever.
    pub hold_ms: Option<u64>,
    pub expiry: Expiry,
    /// Together at most 100. They decide which answers a payment may get, never how often.
    pub payfail_percent: u32,
    pub paylost_percent: u32,
    pub late: Late,
    /// At most so many crashes in a run.
    pub crash: u32,
}

impl Model {
    /// These users, with the defaults of DESIGN §6 for all the rest.
    pub fn new(users: Vec<Party>) -> Model {
        Model {
            users,
            attempts: 3,
            version: Scope::Show,
            lock: Scope::Show,
            lock_order: LockOrder::Asked,
            hold_ms: Some(600_000),
            expiry: Expiry::Timer,
            payfail_percent: 10,
            paylost_percent: 0,
            late: Late::Refund,
            crash: 0,
        }
    }

    /// `users` users of one strategy, all wanting seat 0.
    pub fn same(strategy: Strategy, users: usize) -> Model {
        Model::wanting(strategy, &vec![&[0][..]; users])
    }

    /// `users` users of one strategy, each wanting a seat of its own.
    pub fn each(strategy: Strategy, users: usize) -> Model {
        Model::new((0..users).map(|u| Party { strategy, wants: vec![u] }).collect())
    }

    /// Users of one strategy who want these seats.
    pub fn wanting(strategy: Strategy, orders: &[&[usize]]) -> Model {
        Model::new(orders.iter().map(|o| Party { strategy, wants: o.to_vec() }).collect())
    }

    /// One user for each of these strategies, all wanting `wants`.
    pub fn mix(strategies: &[Strategy], wants: &[usize]) -> Model {
        let party = |&strategy| Party { strategy, wants: wants.to_vec() };
        Model::new(strategies.iter().map(party).collect())
    }

    /// Panics where the model would mean nothing, rather than count something else.
    pub fn validate(&self) {
        assert!(!self.users.is_empty(), "a race needs a user");
        assert!(self.attempts > 0, "an optimistic user needs an attempt");
        assert!(self.hold_ms != Some(0), "a hold of 0 ms would never live");
        assert!(self.expiry != Expiry::Sweep(0), "a sweeper needs a period");
        assert!(self.payfail_percent + self.paylost_percent <= 100, "percentages beyond 100");
        for party in &self.users {
            let mut seats = party.wants.clone();
            seats.sort_unstable();
            seats.dedup();
            assert!(!seats.is_empty() && seats.len() == party.wants.len(), "{party:?}");
        }
    }

    /// The seats a user wants, in the order asked.
    pub fn wants(&self, user: usize) -> &[usize] {
        &self.users[user].wants
    }

    /// What counts the changes of this seat.
    pub fn version_of(&self, seat: usize) -> Place {
        match self.version {
            Scope::Show => None,
            Scope::Seat => Some(seat),
        }
    }

    /// The locks a user takes, in the order of acquisition.
    pub fn locks_of(&self, user: usize) -> Vec<Place> {
        let mut seats = self.wants(user).to_vec();
        match (self.lock, self.lock_order) {
            (Scope::Show, _) => return vec![None],
            (Scope::Seat, LockOrder::Asked) => {}
            (Scope::Seat, LockOrder::Sorted) => seats.sort_unstable(),
        }
        seats.into_iter().map(Some).collect()
    }
}
