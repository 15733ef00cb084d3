//! What stands behind `#` in a link: an order too long for the query, and a note that no server should see.
//!
//! `#x1.<payload>.<check>` carries an order; programs that pass links on mangle fragments, so it is checked: payload is
//! base64url (RFC 4648, no padding), check the CRC-32 of the payload's bytes in 7 digits of Crockford's base 32. `#` may have
//! become `%23`, and whatever was appended behind the check is ignored. `n=<note>`, percent-encoded, may stand alone or behind
//! an `&`.
//!
//! The payload is a dictionary and indices into it; varint is LEB128.
//!
//! | part | layout |
//! |---|---|
//! | distinct choices, in order of first use | varint count, then for each a byte: user x 5 + mark (0 none, 1 `p`, 2 `d`, 3 `n`, 4 `k`), 130 `t`, 131 `w` and a varint of ms |
//! | choices | varint count, then for each its place in the dictionary, in as few bits as the largest takes, most significant first |
//!
//! # Example
//! ```
//! use seatrace::share::{Fragment, exact};
//! use seatrace::trace::Order;
//! let order = Order::parse("A3B2tC").unwrap();
//! let link = format!("https://host.example/?v=1#{}&n=see%20step%203", exact(&order));
//! let fragment = Fragment::parse(&link);
//! assert_eq!(fragment.order, Some(Ok(order)));
//! assert_eq!(fragment.note.as_deref(), Some("see step 3"));
//! ```

use crate::trace::{CHOICES_MAX, Choice, Mark, Order, WAIT_MS_MAX};
use crate::units::{LETTERS, User, cut};
use data_encoding::BASE64URL_NOPAD;
use percent_encoding::percent_decode_str;

/// The longest note that is shown, in characters; the rest is cut.
pub const NOTE_CHARS_MAX: usize = 500;

/// What a fragment says.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Fragment {
    /// The order that it carries, if it carries one.
    pub order: Option<Result<Order, Broken>>,
    /// The note.
    pub note: Option<String>,
}

/// Why an order in a fragment cannot be used.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Broken {
    /// It was made by a newer version.
    Newer(u32),
    /// It is cut off, or characters have changed: the check does not fit.
    Mangled,
    /// The check fits, but the payload is no order.
    NoOrder,
}

/// The fragment that carries an order, without `#`.
pub fn exact(order: &Order) -> String {
    let payload = pack(order);
    format!("x1.{}.{}", BASE64URL_NOPAD.encode(&payload), check(&payload))
}

impl Fragment {
    /// Whether a link has a fragment that says something to this program: cheaper than reading it.
    pub fn is_in(link: &str) -> bool {
        marked(link).is_some_and(|text| {
            let order = text.strip_prefix("%23").unwrap_or(text).strip_prefix('x');
            let order = order.is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
            order || text.split('&').any(|part| part.starts_with("n="))
        })
    }

    /// Reads the fragment of a link; any text means something.
    pub fn parse(link: &str) -> Fragment {
        let Some(text) = marked(link) else { return Fragment::default() };
        let note = text.split('&').find_map(|part| part.strip_prefix("n=")).map(read_note);
        Fragment { order: read_exact(text.strip_prefix("%23").unwrap_or(text)), note }
    }
}

/// What stands behind `#`, or behind what programs make of it.
fn marked(link: &str) -> Option<&str> {
    Some(link.split_once('#').or_else(|| cut(link, "%23"))?.1)
}

fn read_note(text: &str) -> String {
    let note = percent_decode_str(text).decode_utf8_lossy();
    note.chars().filter(|c| !c.is_control()).take(NOTE_CHARS_MAX).collect()
}

/// None where there is no order at all.
fn read_exact(text: &str) -> Option<Result<Order, Broken>> {
    let text = text.strip_prefix('x')?;
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let (version, rest) = text.split_at(digits);
    let version: u32 = version.parse().ok()?;
    match rest.strip_prefix('.') {
        Some(_) if version != 1 => Some(Err(Broken::Newer(version))),
        Some(rest) => Some(read_checked(rest)),
        // Cut off just there.
        None => rest.is_empty().then_some(Err(Broken::Mangled)),
    }
}

fn read_checked(rest: &str) -> Result<Order, Broken> {
    let (payload, behind) = rest.split_once('.').ok_or(Broken::Mangled)?;
    let payload = BASE64URL_NOPAD.decode(payload.as_bytes()).map_err(|_| Broken::Mangled)?;
    if behind.get(..CHECK_CHARS) != Some(check(&payload).as_str()) {
        return Err(Broken::Mangled);
    }
    unpack(&payload).ok_or(Broken::NoOrder)
}

const CHECK_CHARS: usize = 7;

/// CRC-32 as of IEEE 802.3, bit by bit: the table of a library would be a tenth of all that a frame loads.
fn crc32(bytes: &[u8]) -> u32 {
    let bit = |crc: u32, _| if crc & 1 == 1 { crc >> 1 ^ 0xedb8_8320 } else { crc >> 1 };
    !bytes.iter().fold(u32::MAX, |crc, byte| (0..8).fold(crc ^ u32::from(*byte), bit))
}

fn check(payload: &[u8]) -> String {
    super::digest::crockford(u64::from(crc32(payload)), CHECK_CHARS)
}

const MARKS: [Option<Mark>; 5] =
    [None, Some(Mark::Captured), Some(Mark::Declined), Some(Mark::NoAnswer), Some(Mark::Crash)];
const TIME: u8 = LETTERS as u8 * MARKS.len() as u8;
const WAIT: u8 = TIME + 1;

fn pack(order: &Order) -> Vec<u8> {
    let mut dictionary: Vec<Choice> = Vec::new();
    let mut places = Vec::new();
    for choice in &order.0 {
        let place = dictionary.iter().position(|known| known == choice).unwrap_or_else(|| {
            dictionary.push(*choice);
            dictionary.len() - 1
        });
        places.push(place);
    }
    let mut bytes = Vec::new();
    write_number(dictionary.len() as u64, &mut bytes);
    dictionary.iter().for_each(|choice| write_choice(*choice, &mut bytes));
    write_number(places.len() as u64, &mut bytes);
    let width = width(dictionary.len());
    let bits = places.iter().flat_map(|place| (0..width).rev().map(move |bit| place >> bit & 1));
    let bits: Vec<usize> = bits.collect();
    bytes.extend(bits.chunks(8).map(|byte| {
        let value = byte.iter().fold(0, |value, bit| value << 1 | *bit as u8);
        value << (8 - byte.len())
    }));
    bytes
}

fn unpack(bytes: &[u8]) -> Option<Order> {
    let mut rest = bytes;
    let count = usize::try_from(read_number(&mut rest)?).ok()?;
    // Each takes a byte at least, so a wrong count cannot ask for more room than there is text.
    let dictionary: Vec<Choice> =
        (0..count.min(rest.len() + 1)).map(|_| read_choice(&mut rest)).collect::<Option<_>>()?;
    let len = usize::try_from(read_number(&mut rest)?).ok().filter(|len| *len <= CHOICES_MAX)?;
    let width = width(dictionary.len());
    if rest.len() != (len * width).div_ceil(8) {
        return None;
    }
    let bit = |at: usize| usize::from(rest[at / 8] >> (7 - at % 8) & 1);
    let place =
        |at: usize| (0..width).fold(0, |place, bit_at| place << 1 | bit(at * width + bit_at));
    let choices = (0..len).map(|at| dictionary.get(place(at)).copied()).collect::<Option<_>>()?;
    Some(Order(choices))
}

/// The bits of a place in a dictionary of so many.
fn width(entries: usize) -> usize {
    (usize::BITS - entries.saturating_sub(1).leading_zeros()) as usize
}

fn write_choice(choice: Choice, bytes: &mut Vec<u8>) {
    match choice {
        Choice::Step(user, mark) => {
            let mark = MARKS.iter().position(|known| *known == mark).unwrap_or(0);
            bytes.push(user.0 as u8 * MARKS.len() as u8 + mark as u8);
        }
        Choice::Time => bytes.push(TIME),
        Choice::Wait(ms) => {
            bytes.push(WAIT);
            write_number(ms, bytes);
        }
    }
}

fn read_choice(rest: &mut &[u8]) -> Option<Choice> {
    let (&byte, behind) = rest.split_first()?;
    *rest = behind;
    match byte {
        TIME => Some(Choice::Time),
        WAIT => read_number(rest).filter(|ms| (1..=WAIT_MS_MAX).contains(ms)).map(Choice::Wait),
        step if step < TIME => {
            let (user, mark) = (step / MARKS.len() as u8, step % MARKS.len() as u8);
            Some(Choice::Step(User(user.into()), MARKS[usize::from(mark)]))
        }
        _ => None,
    }
}

fn write_number(mut number: u64, bytes: &mut Vec<u8>) {
    while number >= 0x80 {
        bytes.push(number as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
}

fn read_number(rest: &mut &[u8]) -> Option<u64> {
    let mut number = 0u64;
    for shift in (0..u64::BITS).step_by(7) {
        let (&byte, behind) = rest.split_first()?;
        *rest = behind;
        number |= u64::from(byte & 0x7f).checked_shl(shift)?;
        if byte < 0x80 {
            return Some(number);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn order(text: &str) -> Order {
        Order::parse(text).expect("an order")
    }

    /// Frozen with version 1.
    #[test]
    fn a_fragment_is_what_it_has_always_been() {
        assert_eq!(exact(&order("A3B2tC")), FROZEN);
        assert_eq!(Fragment::parse(&format!("?v=1#{FROZEN}")).order, Some(Ok(order("A3B2tC"))));
    }

    const FROZEN: &str = "x1.BAAFggoHAWw.16PWJ81";

    #[test]
    fn what_programs_do_to_fragments_is_seen_through() {
        let exact = exact(&order("AB2ApBdtw250Ck"));
        let read = |link: String| Fragment::parse(&link).order;
        let good = Some(Ok(order("AB2ApBdtw250Ck")));
        for link in [
            format!("#{exact}"),
            format!("https://host.example/x/?v=1&users=3#{exact}"),
            format!("https://host.example/x/%23{exact}"),
            format!("#%23{exact}"),
            format!("#{exact}#?secret=abc"),
            format!("#{exact}?userid=5&lang=de"),
            format!("#{exact}&utm_source=x"),
        ] {
            assert_eq!(read(link.clone()), good, "{link}");
        }
        for link in ["", "?v=1", "#", "#top", "#x", "#x1a", "#?secret=abc"] {
            assert_eq!(read(link.into()), None, "{link}");
        }
        assert_eq!(read(format!("#{}", exact.replace("x1", "x2"))), Some(Err(Broken::Newer(2))));
        for len in "x1".len()..exact.len() {
            assert_eq!(read(format!("#{}", &exact[..len])), Some(Err(Broken::Mangled)), "{len}");
        }
    }

    #[test]
    fn a_fragment_is_noticed_without_being_read() {
        let exact = exact(&order("AB2"));
        for link in
            [format!("?v=1#{exact}"), format!("/%23{exact}"), format!("#%23{exact}"), "#n=x".into()]
        {
            assert!(Fragment::is_in(&link), "{link}");
        }
        for link in ["", "?v=1", "#", "#explore", "#race", "#xylophone", "#?secret=abc", "?want=D1"]
        {
            assert!(!Fragment::is_in(link), "{link}");
        }
    }

    #[test]
    fn the_check_is_the_usual_crc_32() {
        for text in ["", "123456789", "a longer text, with some bytes: \u{0}\u{ff}"] {
            assert_eq!(crc32(text.as_bytes()), crc32fast::hash(text.as_bytes()), "{text}");
        }
        assert_eq!(crc32(b"123456789"), 0xcbf4_3926);
    }

    #[test]
    fn notes_are_read_alone_and_behind_an_order() {
        let note = |link: &str| Fragment::parse(link).note;
        assert_eq!(note("?v=1#n=look%20here"), Some("look here".into()));
        assert_eq!(note(&format!("#{}&n=%3Cb%3E", exact(&order("A")))), Some("<b>".into()));
        assert_eq!(note("#nothing"), None);
        let long = format!("#n={}", "x".repeat(10_000));
        assert_eq!(note(&long).map(|note| note.len()), Some(NOTE_CHARS_MAX));
    }

    fn choices() -> impl Strategy<Value = Choice> {
        let mark = prop::sample::select(MARKS.to_vec());
        prop_oneof![
            8 => (0..LETTERS, mark).prop_map(|(user, mark)| Choice::Step(User(user), mark)),
            1 => Just(Choice::Time),
            1 => (1..=WAIT_MS_MAX).prop_map(Choice::Wait),
        ]
    }

    proptest! {
        #[test]
        fn orders_go_there_and_back(choices in prop::collection::vec(choices(), 0..300)) {
            let order = Order(choices);
            let link = format!("?v=1#{}", exact(&order));
            prop_assert_eq!(Fragment::parse(&link).order, Some(Ok(order)));
        }

        #[test]
        fn any_text_is_read(text in ".*", payload in prop::collection::vec(any::<u8>(), 0..60)) {
            Fragment::parse(&text);
            Fragment::parse(&format!("#x1.{text}"));
            let checked = format!("#x1.{}.{}", BASE64URL_NOPAD.encode(&payload), check(&payload));
            let read = Fragment::parse(&checked).order;
            prop_assert!(!matches!(read, Some(Err(Broken::Mangled))));
        }
    }
}
