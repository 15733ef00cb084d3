//! How high the frame would like to be: told to the host, never too often, and never round in circles.
//!
//! The height of the content does not depend on that of the frame. But a host that follows may make a scroll bar come and go,
//! which changes the width and so the height again. So after [`RESIZES_MAX`] messages there are no more until somebody does
//! something, or the width changes by more than a scroll bar.

/// The least time between two messages, in ms: ten a second.
pub const RESIZE_MS: f64 = 100.0;

/// The most messages between two things that somebody did.
pub const RESIZES_MAX: u32 = 3;

/// A change of fewer px is no news.
const CHANGE_PX: u32 = 2;

/// A scroll bar is narrower than this, in px.
const SCROLL_BAR_PX: u32 = 24;

/// What was measured and what was told.
#[derive(Clone, Debug, Default)]
pub(super) struct Size {
    told: Option<(u32, u32)>,
    told_ms: f64,
    /// Since somebody did something.
    count: u32,
    now: Option<(u32, u32)>,
    /// The width at which counting began.
    width: u32,
}

impl Size {
    /// Somebody did something: the content may have another height now.
    pub(super) fn expect_change(&mut self) {
        self.count = 0;
    }

    /// The width and height of the content, in px.
    pub(super) fn measured(&mut self, width: u32, height: u32) {
        if self.width.abs_diff(width) >= SCROLL_BAR_PX {
            self.width = width;
            self.count = 0;
        }
        self.now = Some((width, height));
    }

    /// What to tell at this time, if anything.
    pub(super) fn due(&mut self, at_ms: f64) -> Option<(u32, u32)> {
        if self.wait_ms(at_ms)? > 0.0 {
            return None;
        }
        (self.told, self.told_ms) = (self.now, at_ms);
        self.count += 1;
        self.now
    }

    /// How long to wait until there is something to tell, in ms; none while there is not.
    pub(super) fn wait_ms(&self, at_ms: f64) -> Option<f64> {
        let (_, height) = self.now?;
        let news = self.told.is_none_or(|(_, told)| told.abs_diff(height) >= CHANGE_PX);
        let first = self.told.is_none();
        let wait_ms = if first { 0.0 } else { (self.told_ms + RESIZE_MS - at_ms).max(0.0) };
        (news && self.count < RESIZES_MAX).then_some(wait_ms)
    }

    /// The height that was measured last, in px; 0 before.
    pub(super) fn height(&self) -> u32 {
        self.now.map_or(0, |(_, height)| height)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// A host that gives the frame the height it asks for, and a content whose height follows its width in any way.
    fn talk(heights: &[u32], scroll_bar: bool) -> u32 {
        let mut size = Size::default();
        let mut told = 0;
        for (at, height) in heights.iter().enumerate() {
            let width = if scroll_bar && at % 2 == 1 { 685 } else { 700 };
            size.measured(width, *height);
            told += u32::from(size.due(at as f64 * RESIZE_MS).is_some());
        }
        told
    }

    proptest! {
        #[test]
        fn it_ends_after_three_messages(heights in proptest::collection::vec(0u32..3_000, 0..200), bar: bool) {
            prop_assert!(talk(&heights, bar) <= RESIZES_MAX);
        }

        #[test]
        fn there_are_at_most_ten_a_second(gaps in proptest::collection::vec((0u32..300, 0u32..3_000), 1..200)) {
            let (mut size, mut at_ms, mut last_ms) = (Size::default(), 0.0, None::<f64>);
            for (gap_ms, height) in gaps {
                at_ms += f64::from(gap_ms);
                size.expect_change();
                size.measured(700, height);
                if size.due(at_ms).is_some() {
                    prop_assert!(last_ms.is_none_or(|last_ms| at_ms - last_ms >= RESIZE_MS));
                    last_ms = Some(at_ms);
                }
            }
        }
    }

    #[test]
    fn a_pixel_is_no_news_and_what_waits_is_told_in_the_end() {
        let mut size = Size::default();
        size.measured(700, 400);
        assert_eq!(size.due(0.0), Some((700, 400)));
        size.measured(700, 401);
        assert_eq!(size.due(1_000.0), None);
        size.measured(700, 450);
        assert_eq!(size.due(1_001.0), Some((700, 450)));
        size.measured(700, 480);
        assert_eq!((size.due(1_050.0), size.wait_ms(1_050.0)), (None, Some(51.0)));
        assert_eq!(size.due(1_101.0), Some((700, 480)));
    }
}
