//! The line under the race: the question that the link asks, and the verdict once nothing stands in its way.

use super::booth::Booth;
use crate::frame::{Question, Usher};
use crate::page::draw::Verdict;
use crate::texts::frame as texts;
use std::rc::Rc;
use yew::prelude::*;

/// Question or verdict. With `asks` the race goes no further before there is an answer.
pub(super) fn ask(booth: &Rc<Booth>, usher: &Usher, asks: bool) -> Html {
    let open = usher.question().filter(|_| usher.answered().is_none());
    if let Some(question) = open {
        return put(booth, question, asks);
    }
    let review = usher.desk().review();
    let says = if usher.is_wide() { review.says + &review.name } else { review.short() };
    html! {
        <>
            { answered(usher) }
            <Verdict {says} rule={review.rule} bad={review.bad} times={review.times}/>
        </>
    }
}

fn put(booth: &Rc<Booth>, question: Question, asks: bool) -> Html {
    let hint = if asks { texts::THEN_IT_GOES_ON } else { texts::WHAT_DO_YOU_THINK };
    let choice = |yes: bool, word: &'static str| {
        let onclick = booth.on(move |usher, at_ms| usher.answer(yes, at_ms));
        html! { <button class="btn" type="button" {onclick}>{ word }</button> }
    };
    html! {
        <section class={if asks { "ask now" } else { "ask" }} aria-label={texts::QUESTION}>
            <p><strong>{ question.asks }</strong>{ " " }<span role="status">{ hint }</span></p>
            { choice(true, texts::YES) }
            { choice(false, texts::NO) }
        </section>
    }
}

/// What the reader said, and at the end whether that was so.
fn answered(usher: &Usher) -> Html {
    let (Some(question), Some(answer)) = (usher.question(), usher.answered()) else {
        return html! {};
    };
    let correct = usher.desk().session().is_over().then_some(answer.correct);
    let said = texts::you_said(question.asks, answer.choice == "yes", correct);
    html! { <p class="said" role="status">{ said }</p> }
}
