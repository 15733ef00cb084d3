//! Parsers cannot fail: the bodies of the fuzz targets, on their seeds, on what is near to these, and on anything.
//!
//! `cargo xtask soak` runs the same bodies under libFuzzer.

mod bodies;

use bodies::{BODIES, Body};
use proptest::prelude::*;
use std::fs;
use std::path::Path;

/// A seed is small, so that a fuzzer tries it often.
const SEED_BYTES_MAX: usize = 1_024;

/// The seeds of a body, in the order of their names.
fn seeds(name: &str) -> Vec<Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/seeds").join(name);
    let entries = fs::read_dir(&folder).expect("every body has a folder of seeds");
    let mut files: Vec<_> = entries.map(|entry| entry.expect("it can be read").path()).collect();
    files.sort();
    files.iter().map(|file| fs::read(file).expect("it can be read")).collect()
}

#[test]
fn every_body_has_seeds_and_passes_them() {
    for (name, body) in BODIES {
        let seeds = seeds(name);
        assert!(seeds.len() >= 3, "{name}");
        for seed in seeds {
            assert!(seed.len() <= SEED_BYTES_MAX, "{name}");
            body(&seed);
        }
    }
}

#[test]
fn every_body_is_a_fuzz_target_and_no_other_is() {
    let manifest = include_str!("../../fuzz/Cargo.toml");
    let named = |line: &str| line.strip_prefix("name = \"").map(|name| name.replace('"', ""));
    let targets: Vec<String> = manifest.lines().filter_map(named).skip(1).collect();
    assert_eq!(targets, BODIES.map(|(name, _)| name));
}

/// A change of some bytes.
#[derive(Clone, Debug)]
enum Edit {
    /// Bytes are put in.
    Insert(Vec<u8>),
    /// So many bytes go.
    Remove(usize),
    /// A byte changes.
    Flip(u8),
    /// Everything behind goes.
    Cut,
    /// So many bytes are there twice.
    Double(usize),
}

fn edit() -> impl Strategy<Value = (usize, Edit)> {
    let words = prop::sample::select(
        &[
            "&", "=", "?", "#", "%23", "x1.", ",", ".", "\"", "{", "[", "null", "-1", "1e999", "w",
            "9999", "\n", "\u{fe}",
        ][..],
    );
    let edit = prop_oneof![
        words.prop_map(|word| Edit::Insert(word.as_bytes().to_vec())),
        prop::collection::vec(any::<u8>(), 1..8).prop_map(Edit::Insert),
        (1..20usize).prop_map(Edit::Remove),
        any::<u8>().prop_map(Edit::Flip),
        Just(Edit::Cut),
        (1..40usize).prop_map(Edit::Double),
    ];
    (any::<usize>(), edit)
}

fn edited(mut bytes: Vec<u8>, edits: &[(usize, Edit)]) -> Vec<u8> {
    for (at, edit) in edits {
        let at = at % (bytes.len() + 1);
        let until = |len: &usize| (at + len).min(bytes.len());
        match edit {
            Edit::Insert(more) => drop(bytes.splice(at..at, more.iter().copied())),
            Edit::Remove(len) => drop(bytes.drain(at..until(len))),
            Edit::Flip(bits) => bytes.iter_mut().skip(at).take(1).for_each(|byte| *byte ^= bits),
            Edit::Cut => bytes.truncate(at),
            Edit::Double(len) => {
                let part = bytes[at..until(len)].to_vec();
                bytes.splice(at..at, part);
            }
        }
    }
    bytes
}

fn body() -> impl Strategy<Value = Body> {
    prop::sample::select(BODIES.to_vec())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(if std::env::var_os("SEATRACE_SOAK").is_some() { 20_000 } else { 1_000 }))]

    #[test]
    fn what_is_near_to_a_seed_is_read(
        (name, body) in body(), at in any::<prop::sample::Index>(), edits in prop::collection::vec(edit(), 0..6)
    ) {
        let seeds = seeds(name);
        body(&edited(seeds[at.index(seeds.len())].clone(), &edits));
    }

    #[test]
    fn anything_is_read((_, body) in body(), bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        body(&bytes);
    }
}
