//! The scenario editor: what is done in it, what it says, and what can be undone.

use crate::scenario::{Query, params};
use crate::worker::{Editor, EditorDoes, Says, UNDO_MAX};
use EditorDoes::{Columns, Load, Redo, Reset, Rows, Seat, Set, Undo, Whose};

/// An editor that was opened on a query, and what stands in its places.
struct Dialog {
    editor: Editor,
    places: std::collections::BTreeMap<String, String>,
    /// The places that the last thing done has changed.
    touched: Vec<String>,
    /// The scenario that the page was last told.
    query: String,
    /// What the tab was last given to keep.
    kept: String,
}

impl Dialog {
    fn open(query: &str) -> Dialog {
        Dialog::open_again(query, None)
    }

    /// Another editor, after a reload.
    fn open_again(query: &str, kept: Option<&str>) -> Dialog {
        let mut editor = Editor::default();
        let says = editor.open(query, kept).unwrap();
        let mut dialog = Dialog {
            editor,
            places: std::collections::BTreeMap::new(),
            touched: Vec::new(),
            query: Query::parse(query).unwrap().query(),
            kept: String::new(),
        };
        dialog.hear(says);
        dialog
    }

    fn hear(&mut self, says: Vec<Says>) {
        self.touched.clear();
        for says in says {
            match says {
                Says::Put { place, markup } => {
                    self.touched.push(place.clone());
                    self.places.insert(place, markup);
                }
                Says::Change { query } => self.query = query,
                Says::Kept { text } => self.kept = text,
                other => panic!("{other:?}"),
            }
        }
    }

    fn does(&mut self, does: EditorDoes, of: &str, value: &str) -> &str {
        let says = self.editor.does(does, of, value);
        self.hear(says);
        &self.query
    }

    fn seat(&mut self, name: &str) -> &str {
        self.does(Seat, "", name)
    }
}

#[test]
fn every_parameter_has_a_field_with_its_help_and_its_limits() {
    let dialog = Dialog::open("");
    for param in params().iter().filter(|param| !["v", "s"].contains(&param.name)) {
        let field = &dialog.places[&format!("place-{}", param.name)];
        assert!(field.contains(&param.help().replace('\'', "&#39;")), "{}", param.name);
        assert!(field.contains(&format!("for='field-{}'", param.name)), "{}", param.name);
        assert!(field.contains("Usually "), "{}", param.name);
    }
}

#[test]
fn a_change_touches_only_what_it_changes() {
    let mut dialog = Dialog::open("");
    assert_eq!(dialog.does(Set, "users", "3"), "v=1&users=3");
    let mut touched = dialog.touched.clone();
    touched.sort();
    assert_eq!(touched, ["editor-hall", "editor-history", "place-users", "varied-users"]);
    assert_eq!(dialog.does(Set, "users", "none"), "v=1&users=3");
    assert_eq!(dialog.touched, ["place-users"]);
    assert!(dialog.places["place-users"].contains("users=none is not valid"));
    assert!(dialog.places["place-users"].contains("value='none'"), "nothing typed is lost");
    assert_eq!(dialog.does(Reset, "users", ""), "v=1");
    assert!(!dialog.places["place-users"].contains("data-edit='reset:users'"));
}

#[test]
fn changes_are_taken_back_one_by_one_and_done_again() {
    let mut dialog = Dialog::open("");
    dialog.does(Set, "users", "3");
    dialog.does(Set, "think", "5");
    dialog.does(Load, "s", "deadlock");
    let all = ["v=1&s=deadlock", "v=1&users=3&think=5", "v=1&users=3", "v=1"];
    assert_eq!(dialog.query, all[0]);
    for query in &all[1..] {
        assert_eq!(dialog.does(Undo, "", ""), *query);
    }
    assert_eq!(dialog.does(Undo, "", ""), "v=1", "there is nothing before");
    for query in all[..3].iter().rev() {
        assert_eq!(dialog.does(Redo, "", ""), *query);
    }
    dialog.does(Undo, "", "");
    dialog.does(Set, "users", "4");
    assert_eq!(dialog.does(Redo, "", ""), "v=1&users=4&think=5", "that future is gone");
}

#[test]
fn what_the_page_changes_by_itself_can_be_undone_too() {
    let mut dialog = Dialog::open("");
    dialog.does(Set, "users", "3");
    let back = Query::parse("seed=7").unwrap();
    let says = dialog.editor.follow(&back);
    dialog.hear(says);
    assert!(dialog.places["place-seed"].contains("value='7'"));
    assert_eq!(dialog.does(Undo, "", ""), "v=1&users=3");
}

#[test]
fn the_changes_that_can_be_undone_have_a_limit() {
    let mut dialog = Dialog::open("");
    for seed in 0..UNDO_MAX + 50 {
        dialog.does(Set, "seed", &seed.to_string());
    }
    let mut undone = 0;
    loop {
        let before = dialog.query.clone();
        if dialog.does(Undo, "", "") == before {
            break;
        }
        undone += 1;
    }
    assert_eq!(undone, UNDO_MAX);
}

#[test]
fn a_reload_loses_neither_what_can_be_undone_nor_what_was_typed() {
    let mut before = Dialog::open("");
    before.does(Set, "users", "3");
    before.does(Set, "seed", "7");
    before.does(Undo, "", "");
    before.does(Set, "think", "never");
    let kept = before.kept.clone();
    let mut after = Dialog::open_again("users=3", Some(&kept));
    assert!(after.places["place-think"].contains("value='never'"));
    assert!(after.places["place-think"].contains("think=never is not valid"));
    assert_eq!(after.does(Redo, "", ""), "v=1&users=3&seed=7");
    assert_eq!(after.does(Undo, "", ""), "v=1&users=3");
    assert_eq!(after.does(Undo, "", ""), "v=1");
}

#[test]
fn after_a_reload_of_another_scenario_its_history_begins_with_the_last() {
    let mut before = Dialog::open("");
    before.does(Set, "users", "3");
    before.does(Set, "think", "never");
    let mut after = Dialog::open_again("users=4", Some(&before.kept));
    assert!(!after.places["place-think"].contains("never"), "that was typed for another");
    assert_eq!(after.does(Undo, "", ""), "v=1&users=3");
    assert_eq!(after.does(Undo, "", ""), "v=1");
}

#[test]
fn what_a_tab_has_kept_is_taken_up_once_and_only_if_it_can_be_read() {
    let mut before = Dialog::open("");
    before.does(Set, "users", "3");
    let kept = before.kept.clone();
    before.does(Set, "users", "2");
    let says = before.editor.open("users=2", Some(&kept)).unwrap();
    before.hear(says);
    assert_eq!(before.does(Undo, "", ""), "v=1&users=3", "it goes on with its own");
    let newer = kept.replacen("\"v\":1", "\"v\":2", 1);
    for unread in ["", "{}", "[1]", &newer] {
        let mut dialog = Dialog::open_again("users=3", Some(unread));
        assert_eq!(dialog.does(Undo, "", ""), "v=1&users=3", "{unread}");
    }
}

#[test]
fn seats_are_wanted_by_pressing_them() {
    let mut dialog = Dialog::open("users=3");
    assert_eq!(dialog.seat("D2"), "v=1&users=3&want=D1.D2");
    assert_eq!(dialog.seat("D1"), "v=1&users=3&want=D2");
    dialog.seat("D2");
    assert_eq!(dialog.query, "v=1&users=3&want=D2", "somebody must want something");
    assert!(dialog.places["editor-hall"].contains("a user wants at least one seat"));
    dialog.does(Whose, "", "B");
    assert_eq!(dialog.seat("C5"), "v=1&users=3&want=D2,D2.C5");
    assert!(dialog.places["editor-hall"].contains("Row C, seat 5, wanted by Bob"));
    assert!(dialog.places["editor-hall"].contains("Row D, seat 2, wanted by everybody"));
    dialog.seat("D2");
    assert_eq!(dialog.query, "v=1&users=3&want=D2,C5");
    dialog.does(Undo, "", "");
    assert_eq!(dialog.seat("C5"), "v=1&users=3&want=D2", "equal orders are said once");
}

#[test]
fn drawn_wants_become_the_seats_that_were_drawn() {
    let mut dialog = Dialog::open("users=2&want=random&party=2&seats=3x3");
    let drawn = crate::lab::wants(&Query::parse(&dialog.query).unwrap());
    dialog.does(Whose, "", "A");
    let free = (0..9).map(crate::units::Seat).find(|seat| !drawn[0].contains(seat)).unwrap();
    let name = Query::parse(&dialog.query).unwrap().hall.name(free);
    dialog.seat(&name);
    let now = crate::lab::wants(&Query::parse(&dialog.query).unwrap());
    assert_eq!(now[1], drawn[1]);
    assert_eq!(now[0], [&drawn[0][..], &[free]].concat());
}

#[test]
fn rows_and_columns_come_and_go_one_by_one() {
    let mut dialog = Dialog::open("s=deadlock");
    let hall = |dialog: &Dialog| Query::parse(&dialog.query).unwrap().hall;
    let was = hall(&dialog);
    dialog.does(Rows, "", "more");
    dialog.does(Columns, "", "more");
    assert_eq!((hall(&dialog).rows, hall(&dialog).cols), (was.rows + 1, was.cols + 1));
    for _ in 0..50 {
        dialog.does(Rows, "", "less");
    }
    let refused = &dialog.places["place-seats"];
    assert!(refused.contains("is not valid"), "seats that are wanted cannot go: {refused}");
    assert!(hall(&dialog).rows >= 1);
}

#[test]
fn a_large_hall_is_typed_and_not_drawn() {
    let dialog = Dialog::open("seats=250x400&users=30");
    assert!(dialog.places["editor-hall"].contains("name the seats below"));
    assert!(dialog.places["editor-hall"].len() < 2_000);
}
