//! The shop: what the person at the page is told at each moment, and what can be pressed then.

use super::*;

/// What stands in a place, as it was put there.
fn raw(office: &Office, place: &str) -> String {
    let found = office.places.iter().rfind(|(id, _)| id == place);
    found.map(|(_, markup)| markup.clone()).unwrap_or_default()
}

/// A race of two, the second of whom is the person, who wants A1 as the first does.
fn told(strategy: &str, more: &str, order: &str, turn: &str) -> (String, Vec<String>) {
    let query = format!("users=2&seats=2x2&want=A1&clock=free&you=B&strategy={strategy}{more}");
    let mut office = Office::new();
    office.ask(json!({
        "kind": "scene", "query": query, "strategy": strategy, "order": order, "mode": "race", "tab": "Log", "language": "Rust",
        "turn": turn,
    }));
    let shop = raw(&office, "shop");
    let counter = shop.split("<div class='pick'>").next().unwrap_or_default();
    let acts = counter.split("data-do='").skip(1).filter_map(|rest| rest.split('\'').next());
    let head = shop.split("<h2>").nth(1).and_then(|rest| rest.split("</h2>").next());
    (head.unwrap_or_default().to_owned(), acts.map(str::to_owned).collect())
}

#[test]
fn each_moment_has_its_sentence_and_what_can_be_pressed() {
    let said = |strategy: &str, order: &str| {
        let (says, acts) = told(strategy, "&clicks=A1", order, "yours");
        format!("{strategy} {order}: {says} [{}]\n", acts.join(" "))
    };
    let mut all = String::new();
    let (says, acts) = told("naive", "", "", "yours");
    all += &format!("naive, nothing chosen: {says} [{}]\n", acts.join(" "));
    for order in ["", "B", "AB", "ABA", "ABAB", "AAB"] {
        all += &said("naive", order);
    }
    for order in ["AB", "ABAB", "ABABB", "BB"] {
        all += &said("optimistic", order);
    }
    for order in ["", "AB", "B", "BB", "BAB", "BABB"] {
        all += &said("pessimistic", order);
    }
    for order in ["", "B", "Bt", "BtBp", "BtBpBB", "AB", "BBpB", "BBdB"] {
        all += &said("two-phase", order);
    }
    expect_test::expect![[r#"
        naive, nothing chosen: Choose a seat. [rise:]
        naive : You have chosen A1. [go: rise:]
        naive B: A1 is free. [go: rise:]
        naive AB: A1 is free. [go: rise:]
        naive ABA: A1 is free. [go: rise:]
        naive ABAB: A1 is yours. It is Alice’s, too. [rise:]
        naive AAB: A1 went to somebody else. [rise:]
        optimistic AB: A1 is free. [go: rise:]
        optimistic ABAB: Sorry, somebody was quicker. [go: rise:]
        optimistic ABABB: A1 went to somebody else. [rise:]
        optimistic BB: A1 is yours. [rise:]
        pessimistic : You have chosen A1. [go: rise:]
        pessimistic AB: You are number 1 in the queue. []
        pessimistic B: One moment… [rise:]
        pessimistic BB: A1 is free, and locked for you. [go: rise:]
        pessimistic BAB: A1 is free, and locked for you. [go: rise:]
        pessimistic BABB: One moment… [rise:]
        two-phase : You have chosen A1. [go: rise:]
        two-phase B: A1 is held for you. [go:p go:d]
        two-phase Bt: Your hold has ended. [go:p go:d]
        two-phase BtBp: One moment… [rise:]
        two-phase BtBpBB: Your payment came after your hold had ended. [rise:]
        two-phase AB: Somebody else is paying for A1. [rise:]
        two-phase BBpB: A1 is yours. [rise:]
        two-phase BBdB: No ticket for A1. [rise:]
    "#]]
    .assert_eq(&all);
}

#[test]
fn what_was_pressed_is_on_its_way_and_who_watches_is_offered_the_place() {
    assert_eq!(told("naive", "&clicks=A1", "", "sent").0, "Sending…");
    let (says, acts) = told("naive", "", "A", "none");
    assert_eq!((says.as_str(), acts), ("Bob’s place is yours.", vec!["sit:".to_owned()]));
    let (says, acts) = told("naive", "&clicks=A1", "ABAB", "none");
    assert_eq!(
        (says.as_str(), acts),
        ("A1 is yours. It is Alice’s, too.", vec!["sit:".to_owned()])
    );
}

#[test]
fn the_seats_are_a_grid_of_which_each_names_its_state() {
    let mut office = Office::new();
    let scene = |order: &str, turn: &str| {
        json!({
            "kind": "scene", "query": "users=2&seats=2x2&want=A1&clock=free&you=B&clicks=B2&strategy=naive", "strategy": "naive",
            "order": order, "mode": "race", "tab": "Log", "language": "Rust", "turn": turn,
        })
    };
    office.ask(scene("AA", "yours"));
    let grid = raw(&office, "places");
    for name in [
        "Row A, seat 1, sold to Alice",
        "Row A, seat 2, free",
        "Row B, seat 2, free, chosen by you",
    ] {
        assert!(grid.contains(&format!("aria-label='{name}'")), "{name}: {grid}");
    }
    assert_eq!(grid.matches("tabindex='0'").count(), 1, "one stop for the Tab key");
    assert_eq!(grid.matches("data-do='click:").count(), 4);
    office.ask(scene("AAB", "yours"));
    assert!(!raw(&office, "places").contains("data-do"), "the order is under way");
    office.ask(scene("AAB", "none"));
    assert_eq!(raw(&office, "places"), "");
}

/// The text between two marks, as it is written.
fn between<'a>(markup: &'a str, from: &str, to: &str) -> &'a str {
    markup.split(from).nth(1).and_then(|rest| rest.split(to).next()).unwrap_or_default()
}

/// A shop of the person Bob, in a hall and with what was chosen.
struct Visit {
    office: Office,
    query: String,
    strategy: &'static str,
}

impl Visit {
    fn new(strategy: &'static str, more: &str) -> Visit {
        let query = format!("users=2&want=A1&you=B&strategy={strategy}{more}");
        Visit { office: Office::new(), query, strategy }
    }

    /// With these seats chosen, after this order, everything that was put.
    fn choosing(&mut self, clicks: &str, order: &str) -> Vec<String> {
        let clicks = if clicks.is_empty() { String::new() } else { format!("&clicks={clicks}") };
        self.ask(json!({
            "kind": "scene", "query": format!("{}{clicks}", self.query), "strategy": self.strategy, "order": order,
            "mode": "race", "tab": "Log", "language": "Rust", "turn": "yours",
        }))
    }

    /// What is said of a name, and what can be done with it.
    fn typing(&mut self, name: &str) -> String {
        self.ask(
            json!({ "kind": "pick", "of": "", "value": name, "on": false, "x": null, "y": null }),
        );
        let put = raw(&self.office, "shop-pick");
        let pick = if put.is_empty() { raw(&self.office, "shop") } else { put };
        let pick = pick.split("id='shop-pick'").last().unwrap_or_default();
        assert_eq!(between(pick, "data-for='", "'"), name, "Enter waits for this");
        let button = between(pick, "<button", "</button>");
        let says = between(pick, "<p ", "</p>").split('>').nth(1).unwrap_or_default();
        let label = button.split('>').nth(1).unwrap_or_default();
        format!("{name}: {says} [{label} {}]\n", between(button, "data-do='", "'"))
    }

    /// The places of the shop that something was put in.
    fn ask(&mut self, message: Value) -> Vec<String> {
        let mut message = message;
        message["v"] = json!(VERSION);
        let replies = self.office.clerk.hear(read(&message).expect("a request"));
        let put = replies.iter().filter_map(|reply| match &reply.says {
            Says::Put { place, .. } if place.starts_with("shop") || place == "places" => {
                Some(place.clone())
            }
            _ => None,
        });
        let put = put.collect();
        self.office.note(replies);
        put
    }
}

#[test]
fn a_seat_is_chosen_by_its_name_in_any_hall() {
    let mut visit = Visit::new("two-phase", "&seats=40x60&clock=free");
    visit.choosing("", "A");
    let names = ["", "a", "AN60", "b 7", "A1", "A61", "AO1", "what?", "7"];
    let mut all: String = names.iter().map(|name| visit.typing(name)).collect();
    visit.choosing("AN60", "A");
    all += &visit.typing("an60");
    visit.choosing("A2.A3.A4.A5.A6.A7.A8.AN60", "A");
    all += &["A2", "A9", "AN60"].map(|name| visit.typing(name)).concat();
    expect_test::expect![[r#"
        : Any from A1 to AN60. [Choose ]
        a: Row A has the seats A1 to A60. [Choose ]
        AN60: AN60 is free. [Choose AN60 click:2399]
        b 7: B7 is free. [Choose B7 click:66]
        A1: A1 is held by Alice. [Choose A1 click:0]
        A61: Row A has the seats A1 to A60. [Choose ]
        AO1: There is no row AO: the rows are A to AN. [Choose ]
        what?: “what?” names no seat. Write row and number, such as A1. [Choose ]
        7: “7” names no seat. Write row and number, such as A1. [Choose ]
        an60: You have chosen AN60 already. [Remove AN60 click:2399]
        A2: You have chosen A2 already. [Remove A2 click:1]
        A9: You have chosen 8 seats, the most for one purchase. Remove one first. [Choose A9 ]
        AN60: You have chosen AN60 already. [Remove AN60 click:2399]
    "#]]
    .assert_eq(&all);
    let mut small = Visit::new("naive", "&seats=1x1");
    small.choosing("", "");
    expect_test::expect![[r#"
        : This hall has one seat, A1. [Choose ]
        B1: There is no row B: this hall has row A alone. [Choose ]
        A2: Row A has one seat, A1. [Choose ]
    "#]]
    .assert_eq(&["", "B1", "A2"].map(|name| small.typing(name)).concat());
}

#[test]
fn what_is_chosen_is_listed_with_how_it_stands_and_whether_it_is_drawn() {
    let mut visit = Visit::new("two-phase", "&seats=40x60&clock=free");
    visit.choosing("A2.A1.AN60", "A");
    let shop = raw(&visit.office, "shop");
    let list = between(&shop, "<ul class='chosen' aria-label='Your seats'>", "</ul>");
    let items: Vec<String> = list
        .split("<li>")
        .skip(1)
        .map(|item| {
            let [name, notes] =
                [between(item, "<b>", "</b>"), between(item, "<small>", "</small>")];
            format!(
                "{name} [{notes}] {} {}",
                between(item, "data-do='", "'"),
                between(item, "aria-label='", "'")
            )
        })
        .collect();
    // The one that was chosen last is drawn.
    assert_eq!(
        items,
        [
            "A2 [not in the picture] click:1 Remove A2",
            "A1 [held by Alice, not in the picture] click:0 Remove A1",
            "AN60 [] click:2399 Remove AN60",
        ]
    );
    assert!(raw(&visit.office, "places").contains("Row AN, seat 60, free, chosen by you"));
}

#[test]
fn the_field_stays_with_who_types_in_it() {
    let mut visit = Visit::new("naive", "&seats=4x6");
    assert!(visit.choosing("", "").contains(&"shop".to_owned()));
    assert_eq!(visit.ask(json!({ "kind": "pick", "value": "B2" })), ["shop-pick"]);
    assert_eq!(
        visit.choosing("", "A"),
        Vec::<String>::new(),
        "a step of the others takes nothing away"
    );
    let mut put = visit.choosing("B2", "A");
    put.sort();
    assert_eq!(put, ["places", "shop-acts", "shop-chosen", "shop-pick", "shop-says"]);
    // Once the purchase has begun there is no field any more, and a later one begins empty.
    assert!(visit.choosing("B2", "AB").contains(&"shop".to_owned()));
    assert!(!raw(&visit.office, "shop").contains("shop-seat"));
    visit.choosing("", "");
    assert!(
        raw(&visit.office, "shop")
            .contains("id='shop-seat' data-do='pick:' data-enter='shop-take' value=''")
    );
    let mut nobody = Visit::new("naive", "");
    assert!(nobody.ask(json!({ "kind": "pick", "value": "B2" })).is_empty(), "nothing is on show");
}

#[test]
fn a_step_of_the_others_says_nothing_again_and_leaves_the_form_with_who_pays() {
    let mut visit = Visit::new("two-phase", "&seats=4x6&clock=free");
    assert!(visit.choosing("B2", "B").contains(&"shop".to_owned()));
    assert_eq!(visit.choosing("B2", "BA"), ["places"], "A1 is held by Alice");
    assert!(visit.choosing("B2", "BABp").contains(&"shop".to_owned()), "the form is gone");
    let mut visit = Visit::new("two-phase", "&seats=4x6&hold=20s");
    visit.choosing("B2", "B");
    assert_eq!(visit.choosing("B2", "Bw1500"), Vec::<String>::new(), "the page counts by itself");
}

/// What the payment form says of the time: its words, and until when the page counts.
fn time_left(hold: &str, order: &str) -> (String, String) {
    let mut visit = Visit::new("two-phase", &format!("&seats=2x2&clicks=B2&hold={hold}"));
    visit.choosing("", order);
    let shop = raw(&visit.office, "shop");
    let left = between(&shop, "<dt>Time left</dt><dd>", "</dd>");
    let text = left.trim_end_matches("</b>").rsplit('>').next().unwrap_or_default();
    (text.to_owned(), between(left, "data-until='", "'").to_owned())
}

#[test]
fn the_form_counts_down_as_long_as_the_scenario_holds() {
    for (hold, order, text, until) in [
        ("2s", "B", "2 s", "2000"),
        ("2s", "Bw1500", "500 ms", "2000"),
        ("20s", "B", "20 s", "20000"),
        ("20s", "Bw1500", "18.5 s", "20000"),
        ("200s", "B", "3 min 20 s", "200000"),
        ("200s", "Bw1500", "3 min 18 s", "200000"),
        ("2s", "Bt", "none", ""),
        ("off", "B", "no limit", ""),
        ("off", "Bw50000000", "no limit", ""),
    ] {
        assert_eq!(time_left(hold, order), (text.to_owned(), until.to_owned()), "{hold} {order}");
    }
}

#[test]
fn where_holds_do_not_end_a_late_payment_buys() {
    let (says, acts) = told("two-phase", "&hold=off&clicks=A1", "B", "yours");
    assert_eq!(
        (says.as_str(), acts),
        ("A1 is held for you.", vec!["go:p".to_owned(), "go:d".to_owned()])
    );
    assert_eq!(told("two-phase", "&hold=off&clicks=A1", "BtBpB", "yours").0, "A1 is yours.");
}

#[test]
fn the_form_says_what_is_paid_for_and_that_nothing_is_real() {
    let mut visit = Visit::new("two-phase", "&seats=2x2&clicks=B1.B2&paylost=10");
    visit.choosing("", "B2");
    let shop = raw(&visit.office, "shop");
    let form = between(&shop, "<fieldset class='paying'>", "</fieldset>");
    assert!(form.contains("<legend>Payment, simulated</legend>"), "{form}");
    assert!(form.contains("<dt>2 tickets</dt><dd>B1 and B2</dd>"), "{form}");
    assert!(form.contains("No card is asked for"), "{form}");
    let answers: Vec<&str> =
        form.split("data-do='").skip(1).filter_map(|rest| rest.split('\'').next()).collect();
    assert_eq!(answers, ["go:p", "go:d", "go:n"]);
    // Each is said to be what it is by its own note.
    for does in answers {
        assert!(form.contains(&format!("aria-describedby='note-{does}'")), "{form}");
        assert!(form.contains(&format!("<small id='note-{does}'>")), "{form}");
    }
}

#[test]
fn seats_say_who_holds_them_and_to_whom_they_are_sold() {
    let names = |strategy: &'static str, more: &str, order: &str| {
        let mut visit = Visit::new(strategy, &format!("&seats=1x2&users=3&clock=free{more}"));
        visit.choosing("", order);
        let places = raw(&visit.office, "places");
        let name = between(&places, "aria-label='Row", "'");
        format!("{strategy}{more} {order}: Row{name}\n")
    };
    let all = [
        names("two-phase", "", ""),
        names("two-phase", "", "A"),
        names("two-phase", "&expiry=lazy", "At"),
        names("two-phase", "", "AApA"),
        names("naive", "", "AA"),
        names("naive", "", "ACAC"),
        names("pessimistic", "&lock=seat", "A"),
        names("pessimistic", "&lock=seat", "AAA"),
    ];
    expect_test::expect![[r#"
        two-phase : Row A, seat 1, free
        two-phase A: Row A, seat 1, held by Alice
        two-phase&expiry=lazy At: Row A, seat 1, free, after a hold of Alice
        two-phase AApA: Row A, seat 1, sold to Alice
        naive AA: Row A, seat 1, sold to Alice
        naive ACAC: Row A, seat 1, double-sold to Alice and Carol
        pessimistic&lock=seat A: Row A, seat 1, free, locked by Alice
        pessimistic&lock=seat AAA: Row A, seat 1, sold to Alice, locked by Alice
    "#]]
    .assert_eq(&all.concat());
}
