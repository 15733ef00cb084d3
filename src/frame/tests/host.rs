//! The host of the tests: messages are JSON, and the clock is turned by hand.

use crate::frame::{Envelope, Usher};
use serde_json::Value;

/// The origin of the host.
pub(super) const ORIGIN: &str = "https://course.example";

/// A frame and the page around it.
pub(super) struct Host {
    pub(super) usher: Usher,
    pub(super) at_ms: f64,
    /// What was heard and not looked at yet.
    heard: Vec<Value>,
}

impl Host {
    pub(super) fn open(link: &str) -> Host {
        let usher = Usher::open(link, "https://host.example/", false, 0.0);
        Host { usher, at_ms: 0.0, heard: Vec::new() }
    }

    /// A host that has said hello, as one does.
    pub(super) fn met(link: &str) -> Host {
        let mut host = Host::open(link);
        host.say(r#"{"seatrace": 1, "type": "hello"}"#);
        host.heard.clear();
        host
    }

    /// Says something. Each message comes a little later than the one before.
    pub(super) fn say(&mut self, message: &str) {
        self.say_from(message, ORIGIN);
    }

    pub(super) fn say_from(&mut self, message: &str, origin: &str) {
        self.at_ms += 25.0;
        let read = Envelope::read(message.len(), &read(message));
        if let Some(envelope) = read {
            self.usher.hear(envelope, origin, self.at_ms);
        }
        self.listen();
    }

    /// Asks for something and gives the data of the answer, whatever it is.
    pub(super) fn ask(&mut self, kind: &str, data: &str) -> Value {
        self.say(&format!(r#"{{"seatrace": 1, "type": "{kind}", "id": "q", "data": {data}}}"#));
        let answers = self.heard.iter().filter(|said| said["re"] == "q");
        let answers: Vec<Value> = answers.cloned().collect();
        assert_eq!(answers.len(), 1, "{kind} {data} has one answer: {answers:?}");
        self.heard.retain(|said| said["re"] != "q");
        answers[0]["data"].clone()
    }

    /// Sleeps until the frame wants to go on. False if it does not.
    pub(super) fn sleep(&mut self) -> bool {
        let Some(nap_ms) = self.usher.nap_ms(self.at_ms) else { return false };
        self.at_ms += nap_ms.max(1.0);
        self.usher.tick(self.at_ms);
        self.listen();
        true
    }

    /// Hears what the frame has to say.
    pub(super) fn listen(&mut self) {
        let told = self.usher.take().into_iter();
        self.heard.extend(told.map(|reply| serde_json::to_value(reply).expect("plain data")));
    }

    /// Everything of a type that was heard since it was last asked for.
    pub(super) fn heard(&mut self, kind: &str) -> Vec<Value> {
        let (those, rest) = self.heard.drain(..).partition(|said| said["type"] == kind);
        self.heard = rest;
        those
    }

    pub(super) fn everything(&mut self) -> Vec<Value> {
        std::mem::take(&mut self.heard)
    }
}

/// A message as [`Envelope::read`] takes it.
pub(super) fn read(message: &str) -> crate::frame::Value {
    let json: Value = serde_json::from_str(message).expect("the test writes JSON");
    (&json).into()
}
