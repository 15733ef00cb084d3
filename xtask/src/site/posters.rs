//! The pictures of the scenarios, for previews of links, for pages that cannot show a frame, and for print.
//!
//! Each is the picture that the lab exports, once as SVG and once drawn with fonts that come inside crates, so that the same
//! scenario gives the same pixels on every machine. Both families are under the SIL Open Font License 1.1.

use super::pages::{NEUTRAL, shown};
use crate::process::Result;
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree, fontdb::Database};
use seatrace::export::{Format, SVG_SIZE};
use seatrace::scenario::gallery;
use std::sync::Arc;

/// Programs that show previews read no larger pictures.
const PNG_BYTES_MAX: usize = 300_000;

/// A poster, under its name without an ending.
pub(super) struct Poster {
    pub(super) name: &'static str,
    pub(super) svg: String,
    pub(super) png: Vec<u8>,
}

/// One for each scenario of the gallery, and one for every other link.
///
/// # Errors
/// A picture cannot be drawn, or is too large.
pub(super) fn posters() -> Result<Vec<Poster>> {
    let options = Options { fontdb: Arc::new(fonts()), ..Options::default() };
    let neutral = (NEUTRAL, include_str!("../../../static/poster.svg").to_owned());
    let mut pictures = vec![neutral];
    for entry in gallery() {
        let svg = Format::Svg.write(&shown(&entry.scenario()));
        pictures.push((entry.slug, svg.map_err(|error| format!("{}: {error}", entry.slug))?));
    }
    let draw = |(name, svg): (&'static str, String)| {
        let png = png(&svg, &options).map_err(|error| format!("poster/{name}.png: {error}"))?;
        Ok(Poster { name, svg, png })
    };
    pictures.into_iter().map(draw).collect()
}

fn png(svg: &str, options: &Options<'_>) -> Result<Vec<u8>> {
    let tree = Tree::from_str(svg, options).map_err(|error| error.to_string())?;
    let (width, height) = SVG_SIZE;
    let mut canvas = Pixmap::new(width as u32, height as u32).ok_or("it has no size")?;
    resvg::render(&tree, Transform::identity(), &mut canvas.as_mut());
    let png = canvas.encode_png().map_err(|error| error.to_string())?;
    if png.len() > PNG_BYTES_MAX {
        return Err(format!("{} bytes are more than {PNG_BYTES_MAX}", png.len()));
    }
    Ok(png)
}

/// The families that stand for the page's serif and sans.
const SERIF: &str = "Libertinus Serif";
const SANS: &str = "Noto Sans";

fn fonts() -> Database {
    let mut fonts = Database::new();
    for font in [notosans::REGULAR_TTF, notosans::BOLD_TTF].into_iter().chain(typst_assets::fonts())
    {
        fonts.load_font_data(font.to_vec());
    }
    fonts.set_serif_family(SERIF);
    fonts.set_sans_serif_family(SANS);
    fonts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_families_are_there() {
        let fonts = fonts();
        for family in [SERIF, SANS] {
            assert!(
                fonts.faces().any(|face| face.families.iter().any(|(name, _)| name == family)),
                "{family}"
            );
        }
    }

    #[test]
    fn every_picture_is_drawn_with_its_words() {
        let posters = posters().expect("they can be drawn");
        assert_eq!(posters.len(), 1 + gallery().len());
        for Poster { name, svg, png } in &posters {
            let canvas = Pixmap::decode_png(png).expect("a picture");
            assert_eq!((canvas.width() as i32, canvas.height() as i32), SVG_SIZE, "{name}");
            // The title alone has more ink than this; without fonts there is none.
            let ink = |x: u32, y: u32| canvas.pixel(x, y).is_some_and(|p| p.red() < 100);
            let dark = (48..1150)
                .flat_map(|x| (70..110).map(move |y| (x, y)))
                .filter(|(x, y)| ink(*x, *y));
            assert!(dark.count() > 500, "{name} has no title");
            assert!(svg.contains("<title"), "{name}");
        }
    }
}
