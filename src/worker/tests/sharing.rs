//! Links that come with claims, and links to go.

use super::Office;
use crate::export::{Finished, Format};
use crate::lab;
use crate::scenario::Query;
use crate::share::{Link, exact, open};
use crate::trace::Order;
use serde_json::json;

const NAIVE: &str = "v=1&strategy=naive&users=2&clock=free&order=ABAB";

fn run(query: &str) -> Finished {
    let scenario = Query::parse(query).expect("a query");
    Finished::of(&scenario, lab::contests(&scenario)[0])
}

fn verified(link: &str) -> Office {
    let mut office = Office::new();
    office.ask(json!({ "kind": "verify", "link": link }));
    office
}

fn shared(query: &str, strategy: &str, order: &str) -> Office {
    let mut office = Office::new();
    // The dialog opens before the page has said what is on show.
    office.ask(json!({ "kind": "share", "base": "https://host.example/x/" }));
    office.scene(query, strategy, order, "race");
    office
}

fn choose(office: &mut Office, of: &str, value: &str, on: bool) {
    office.ask(json!({ "kind": "sharing", "of": of, "value": value, "on": on }));
}

/// The link that the dialog shows.
fn link(office: &Office) -> String {
    let markup = office.places.iter().find(|(id, _)| id == "shared-link").map(|(_, markup)| markup);
    let markup = markup.expect("the dialog shows a link");
    let value = markup.split("value='").nth(1).and_then(|rest| rest.split('\'').next());
    value.expect("it has a value").replace("&amp;", "&")
}

#[test]
fn a_run_that_a_link_is_about_is_made_again_and_confirmed_or_not() {
    let digest = run(NAIVE).digest;
    let office = verified(&format!("?{NAIVE}&d={digest}&at=4"));
    office.says("linked", "Confirmed. D1 is sold twice");
    let office = verified(&format!("?{NAIVE}&d=00000000"));
    office.says("linked", "Not confirmed: the outcome differs.");
    office.says(
        "linked",
        &format!("recorded with the result 00000000, and the run here has {digest}."),
    );
    let office = verified(&format!("?{}&d={digest}", NAIVE.replace("ABAB", "A3B2")));
    office.says("linked", "Not confirmed: the outcome differs.");
    office.says("linked", "2 choices of its order were not possible.");
    let office = verified(&format!("?{NAIVE}"));
    assert_eq!(office.text("linked"), "", "a link that claims nothing");
}

#[test]
fn what_a_link_says_of_every_order_is_checked_when_somebody_asks() {
    let query = "v=1&strategy=optimistic&users=3&clock=free";
    let check = |claim: &str, found: &str| {
        let mut office = verified(&format!("?{query}&claim={claim}"));
        office.says("linked", "This link says: ");
        office.says("linked", "Check it: try every order");
        office.scene(query, "optimistic", "", "explore").ask(json!({ "kind": "explore" })).finish();
        office.says("linked", found);
    };
    check("double-booking.0.150", "Confirmed. 0 of 150 orders sell a seat twice.");
    check(
        "double-booking.1.150",
        "Not confirmed. The link says: 1 of 150 orders sells a seat twice.",
    );
    let mut office = verified(&format!("?{query}&claim=double-booking.0.150"));
    office.scene("users=2", "naive", "", "explore").ask(json!({ "kind": "explore" })).finish();
    office.says("linked", "This link says: 0 of 150"); // another race says nothing of it
}

#[test]
fn a_fragment_is_unfolded_and_what_is_lost_of_it_is_said() {
    let order = Order::parse("A3B2tC").expect("an order");
    let whole = format!(
        "?v=1&users=3&strategy=two-phase&clock=free#{}&n=look%20at%20%3Cb%3E",
        exact(&order)
    );
    let office = verified(&whole);
    assert_eq!(office.unfolded, ["v=1&strategy=two-phase&users=3&clock=free&order=A3B2tC"]);
    office.says("linked", "look at &lt;b&gt;");
    let at = whole.find(".").expect("a payload") + 5;
    let office = verified(&whole[..at]);
    assert!(office.unfolded.is_empty());
    office.says("linked", "The order of this link is incomplete.");
    office.says("linked", "What you see is the scenario without it.");
}

#[test]
fn a_run_is_handed_on_with_its_order_and_its_digest() {
    let mut office = shared("v=1&users=2&strategy=naive,optimistic", "naive", "AB");
    let finished = run("v=1&users=2&strategy=naive");
    let order = &finished.run.order;
    let exact = format!(
        "https://host.example/x/?v=1&strategy=naive&users=2&order={order}&d={}",
        finished.digest
    );
    assert_eq!(link(&office), exact);
    choose(&mut office, "at", "on", true);
    assert_eq!(link(&office), format!("{exact}&at=2"));
    choose(&mut office, "play", "on", true);
    choose(&mut office, "note", "  look: <D1> ", false);
    assert_eq!(link(&office), format!("{exact}&at=2&play=1#n=look%3A%20%3CD1%3E"));
    assert_eq!(
        verified(&link(&office)).text("linked"),
        "look: &lt;D1&gt; ".trim().to_owned()
            + " Confirmed. "
            + &finished.says()
            + " The run was made again here and is the same, step for step."
    );
    choose(&mut office, "what", "scenario", true);
    let scenario = "https://host.example/x/?v=1&strategy=naive,optimistic&users=2&at=2&play=1#n=look%3A%20%3CD1%3E";
    assert_eq!(link(&office), scenario);
    assert!(office.errors.is_empty());
    choose(&mut office, "what", "orders", true);
    assert_eq!(office.errors, ["orders cannot be shared"]);
}

#[test]
fn what_every_order_does_is_handed_on_once_it_is_known() {
    let mut office = Office::new();
    office.scene("users=3", "optimistic", "", "explore").ask(json!({ "kind": "explore" })).finish();
    office.ask(json!({ "kind": "share", "base": "https://host.example/" }));
    let link = link(&office);
    assert_eq!(
        link,
        "https://host.example/?v=1&strategy=optimistic&users=3&clock=free&claim=double-booking.0.150&view=explore"
    );
    office.says("shared", "0 of 150 orders sell a seat twice.");
}

#[test]
fn a_long_order_stands_behind_the_fragment_and_is_read_back() {
    let query = "v=1&strategy=optimistic&users=26&seats=20x20&want=each&party=8&attempts=20&clock=free&sched=random";
    let office = shared(query, "optimistic", "");
    let link = link(&office);
    assert!(link.contains("#x1."), "{link}");
    let read = open(&link);
    assert_eq!(read.problems, Vec::new());
    assert_eq!(run(&read.query()).digest, read.settings.digest.expect("a digest"));
}

#[test]
fn an_address_that_is_too_long_gets_a_shorter_form() {
    let order = "ABAC".repeat(600);
    let query =
        format!("v=1&strategy=optimistic&users=3&attempts=20&clock=free&order={order}&theme=dark");
    let mut office = Office::new();
    office.ask(json!({ "kind": "address", "query": format!("?{query}") }));
    let address = &office.addresses[0];
    assert!(address.len() < query.len() / 2, "{}", address.len());
    assert_eq!(open(address), Link::parse(&query));
}

#[test]
fn every_file_is_saved_and_copied() {
    let mut office = shared("v=1&users=2&strategy=naive", "naive", "AB");
    let others = ["svg", "svg-dark", "png", "png-dark", "html", "qr"];
    let names =
        Format::all().map(Format::name).filter(|name| !name.starts_with("svg")).chain(others);
    let names: Vec<&str> = names.collect();
    for (name, way) in names.iter().flat_map(|name| [(name, "save"), (name, "copy")]) {
        office.ask(json!({ "kind": "take", "value": format!("{way}.{name}") }));
    }
    assert_eq!((office.files.len(), office.errors.len()), (2 * names.len(), 0));
    let digest = run("v=1&users=2&strategy=naive").digest;
    for (at, (taken, copy)) in office.files.iter().enumerate() {
        assert!(taken.name.starts_with(&format!("seatrace-naive-{digest}.")), "{}", taken.name);
        assert_eq!((*copy, taken.text.is_empty()), (at % 2 == 1, false));
    }
    office.ask(json!({ "kind": "take", "value": "save.pdf" }));
    assert_eq!(office.errors, ["there is no format pdf"]);
    let before = office.files.len();
    office.ask(json!({ "kind": "unshare" })).ask(json!({ "kind": "take", "value": "save.csv" }));
    assert_eq!(office.files.len(), before, "the dialog is closed");
}

#[test]
fn a_run_file_that_is_dropped_is_opened_again() {
    let finished = run(NAIVE);
    let text = Format::Run.write(&finished).expect("it is small");
    let mut office = Office::new();
    office.ask(json!({ "kind": "check", "name": "a.json", "text": text }));
    assert_eq!(office.opened, [finished.query()]);
    office.says("linked", "The run of the file was made again and is the same");
    let broken = text.replace(&finished.digest, "00000000");
    office.ask(json!({ "kind": "check", "name": "<b>.json", "text": broken }));
    office.says("linked", "&lt;b&gt;.json was not opened: the field digest is 00000000");
    assert_eq!(office.opened.len(), 1);
}

#[test]
fn while_no_dialog_is_open_nothing_is_prepared_for_it() {
    let mut office = Office::new();
    office.scene("users=2", "naive", "", "race");
    assert!(office.places.iter().all(|(id, _)| !id.starts_with("shared")));
}
