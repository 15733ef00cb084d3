//! Errands: what a program asks for under a number, beside what the page shows. To explore a query, to check a history.
//!
//! They are done one after the other, in bites, and never touch what is on show: every answer carries the number.

use super::Hearing;
use super::protocol::{Reply, Says};
use super::survey::Survey;
use crate::texts::worker::messages as texts;
use std::collections::VecDeque;

/// So many errands may wait at once.
pub const ERRANDS_MAX: usize = 1_000;

/// How far an errand is, is said so often, in ms.
const REPORT_MS: f64 = 100.0;

/// Errands in the order in which they were asked for; the first is at work.
#[derive(Default)]
pub struct Errands {
    waiting: VecDeque<Errand>,
    /// The number of the errand that was worked at since the last report.
    worked: Option<u32>,
    /// When progress was last said; none before the first time.
    reported_ms: Option<f64>,
    out: Vec<Reply>,
}

struct Errand {
    id: u32,
    work: Work,
}

enum Work {
    Explore(Box<Survey>),
    Check(Hearing),
}

impl Errands {
    /// Explores every race of a query. At most so many states of each; none: as many as the terminal visits.
    ///
    /// # Errors
    /// What cannot be used, in words.
    pub fn explore(
        &mut self,
        id: Option<u32>,
        query: &str,
        max_states: Option<u64>,
    ) -> Result<(), String> {
        self.add(id, Work::Explore(Box::new(Survey::new(query, max_states)?)))
    }

    /// Checks a history.
    ///
    /// # Errors
    /// It is none, or there are too many errands; in words.
    pub fn check(&mut self, id: Option<u32>, text: &str) -> Result<(), String> {
        let hearing = Hearing::new("", text).map_err(texts::history)?;
        self.add(id, Work::Check(hearing))
    }

    fn add(&mut self, id: Option<u32>, work: Work) -> Result<(), String> {
        let id = id.ok_or(texts::NO_ID)?;
        if self.waiting.len() >= ERRANDS_MAX {
            return Err(texts::too_many_requests(ERRANDS_MAX));
        }
        self.waiting.push_back(Errand { id, work });
        Ok(())
    }

    /// Ends the errand of a number, and answers with what was found; one that has been answered is answered.
    pub fn stop(&mut self, id: u32) -> Vec<Reply> {
        let place = self.waiting.iter().position(|errand| errand.id == id);
        let errand = place.and_then(|place| self.waiting.remove(place));
        let answer = errand.map(|errand| match errand.work {
            Work::Explore(survey) => said(survey.stop().map(|all| Says::Explored { all })),
            Work::Check(_) => said(Err(texts::STOPPED.into())),
        });
        answer.map(|says| says.to(Some(id))).into_iter().collect()
    }

    /// There is work to do.
    pub fn is_busy(&self) -> bool {
        !self.waiting.is_empty()
    }

    /// Something has come out: [`Errands::report`] is to say it.
    pub fn has_news(&self) -> bool {
        let first = self.waiting.front().map(|errand| &errand.work);
        let told = |work: &Work| matches!(work, Work::Explore(survey) if survey.has_news());
        !self.out.is_empty() || first.is_some_and(told)
    }

    /// Does about as much work as following so many transitions.
    pub fn work(&mut self, transitions: u64) {
        let Some(Errand { id, work }) = self.waiting.pop_front() else { return };
        self.worked = Some(id);
        let (work, answer) = match work {
            Work::Explore(mut survey) => match survey.advance(transitions) {
                Ok(()) => (Some(Work::Explore(survey)), None),
                Err(says) => (None, Some(Says::Error { says })),
            },
            Work::Check(mut hearing) => {
                let (done, all) = hearing.advance();
                match done < all {
                    true => (Some(Work::Check(hearing)), None),
                    false => (None, Some(Says::Checked { report: hearing.finish() })),
                }
            }
        };
        if let Some(work) = work {
            self.waiting.push_front(Errand { id, work });
        }
        self.out.extend(answer.map(|says| says.to(Some(id))));
    }

    /// Whether the errands were at work since the last report.
    pub fn have_worked(&self) -> bool {
        self.worked.is_some()
    }

    /// So many ms were worked until now: what has come out, and how far the first is, if that is due.
    pub fn report(&mut self, worked_ms: f64, now_ms: f64) -> Vec<Reply> {
        if let Some(id) = self.worked.take() {
            self.tell(id, worked_ms, now_ms);
        }
        std::mem::take(&mut self.out)
    }

    fn tell(&mut self, id: u32, worked_ms: f64, now_ms: f64) {
        let first = self.waiting.front_mut().filter(|errand| errand.id == id);
        let Some(Errand { work: Work::Explore(survey), .. }) = first else { return };
        let due = self.reported_ms.is_none_or(|at_ms| now_ms - at_ms >= REPORT_MS);
        if let Some(says) = due.then(|| survey.progress()).flatten() {
            self.reported_ms = Some(now_ms);
            self.out.push(says.to(Some(id)));
        }
        survey.spend(worked_ms);
        if survey.is_done()
            && let Some(Errand { work: Work::Explore(survey), .. }) = self.waiting.pop_front()
        {
            self.out.push(Says::Explored { all: survey.finish() }.to(Some(id)));
        }
    }
}

fn said(answer: Result<Says, String>) -> Says {
    answer.unwrap_or_else(|says| Says::Error { says })
}
