//! A link as a QR code, for slides and print.

use crate::texts::share as texts;
use fast_qr::{ECL, QRBuilder};
use std::fmt;

/// The longest text that is made a QR code, in bytes: what version 13 holds at error correction L (ISO/IEC 18004), the most
/// that a phone reads well from a slide.
pub const QR_BYTES_MAX: usize = 425;

/// A text that is too long for a QR code.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct TooLong {
    /// How long it is, in bytes.
    pub bytes: usize,
}

impl fmt::Display for TooLong {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&texts::too_long_for_a_code(self.bytes, QR_BYTES_MAX))
    }
}

/// The light margin that readers need, in modules.
const QUIET: usize = 4;

/// An SVG image of a text: one unit a module, black on white in every theme, because readers need it so.
///
/// # Errors
/// The text is longer than [`QR_BYTES_MAX`].
pub fn qr_svg(text: &str) -> Result<String, TooLong> {
    let too_long = TooLong { bytes: text.len() };
    if text.len() > QR_BYTES_MAX {
        return Err(too_long);
    }
    let code = QRBuilder::new(text).ecl(ECL::L).build().map_err(|_| too_long)?;
    let size = code.size;
    let dark = |(row, col): &(usize, usize)| code[*row][*col].value();
    let modules = (0..size).flat_map(|row| (0..size).map(move |col| (row, col)));
    let square = |(row, col): (usize, usize)| format!("M{} {}h1v1h-1z", col + QUIET, row + QUIET);
    let path: String = modules.filter(dark).map(square).collect();
    let side = size + 2 * QUIET;
    Ok(format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {side} {side}\" role=\"img\" \
         aria-label=\"{}\" shape-rendering=\"crispEdges\">\
         <path fill=\"#fff\" d=\"M0 0h{side}v{side}h-{side}z\"/><path d=\"{path}\"/></svg>",
        texts::QR_CODE
    ))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::arbitrary::any_scenario;
    use proptest::prelude::*;

    /// Reads an image of the code with a decoder that is not ours.
    fn read(svg: &str) -> String {
        let side = svg.split("viewBox=\"0 0 ").nth(1).and_then(|s| s.split(' ').next());
        let side: usize = side.and_then(|side| side.parse().ok()).expect("a size");
        let mut dark = vec![false; side * side];
        for square in svg.split("d=\"").nth(2).expect("the modules").split('M').skip(1) {
            let (col, rest) = square.split_once(' ').expect("a place");
            let row = rest.split('h').next().expect("a row");
            let at = |text: &str| text.parse::<usize>().expect("a number");
            dark[at(row) * side + at(col)] = true;
        }
        const SCALE: usize = 4;
        let shade = |x: usize, y: usize| if dark[y / SCALE * side + x / SCALE] { 0 } else { 255 };
        let mut image =
            rqrr::PreparedImage::prepare_from_greyscale(side * SCALE, side * SCALE, shade);
        let grids = image.detect_grids();
        assert_eq!(grids.len(), 1, "one code");
        grids[0].decode().expect("it can be read").1
    }

    #[test]
    fn a_code_says_the_link() {
        let link = "https://host.example/seatrace/?v=1&strategy=naive&clock=free&order=AB2ACDE";
        assert_eq!(read(&qr_svg(link).expect("short enough")), link);
        let long = "x".repeat(QR_BYTES_MAX);
        assert_eq!(read(&qr_svg(&long).expect("short enough")), long);
        assert_eq!(qr_svg(&(long + "x")), Err(TooLong { bytes: QR_BYTES_MAX + 1 }));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(20))]
        #[test]
        fn every_link_that_fits_is_read_as_it_was(scenario in any_scenario()) {
            let link = format!("https://host.example/?{}", scenario.query());
            match qr_svg(&link) {
                Ok(svg) => prop_assert_eq!(read(&svg), link),
                Err(TooLong { bytes }) => prop_assert!(bytes > QR_BYTES_MAX),
            }
        }
    }
}
