//! The window of the lanes: which steps are drawn at once. In units of the drawing a step is 24 wide.

/// The most steps that are drawn at once: what fits beside the heads at 1280 px.
const STEPS_MAX: u32 = 18;
/// The least: what fits on the narrowest phone, so that nothing scrolls before it must.
const STEPS_MIN: u32 = 10;
const STEP: i32 = 24;

/// The steps that are drawn.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Window {
    /// The first step, at least 1.
    pub first: u32,
    cols: u32,
}

impl Window {
    /// The window whose last step is the one at the cursor.
    pub fn at(cursor: u32) -> Window {
        let cols = cursor.clamp(STEPS_MIN, STEPS_MAX);
        Window { first: cursor.saturating_sub(STEPS_MAX) + 1, cols }
    }

    /// The middle of a step on the whole axis, of which the window is a part: it never moves.
    pub fn place(step: u32) -> i32 {
        step as i32 * STEP
    }

    /// The left edge of the window on the whole axis.
    pub fn left(self) -> i32 {
        Window::place(self.first - 1)
    }

    /// The middle of a step; the left edge for what lies before the first.
    pub fn x(self, step: u32) -> i32 {
        (Window::place(step) - self.left()).max(0)
    }

    /// The width of the drawing.
    pub fn width(self) -> i32 {
        self.cols as i32 * STEP + STEP / 2
    }

    /// The width of a drawing with the most steps.
    pub fn width_max() -> i32 {
        STEPS_MAX as i32 * STEP + STEP / 2
    }
}
