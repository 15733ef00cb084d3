//! Payments: where the money of an order is.

/// The payment of one order. Each transition consumes the present state and gives the next, or says why not.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Payment {
    /// Nothing was asked for.
    #[default]
    None,
    /// Asked for; the answer has not come.
    InFlight,
    /// The money is here, the order is not settled.
    Captured,
    /// The answer was no.
    Declined,
    /// No answer came in time.
    TimedOut,
    /// The money was exchanged for tickets.
    Spent,
    /// The order was refused: the money must go back.
    RefundDue,
    /// The money went back.
    Refunded,
}

/// A transition that the state does not allow.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct PaymentError {
    /// The state it was tried in.
    pub from: Payment,
}

impl Payment {
    fn step(self, expected: Payment, next: Payment) -> Result<Payment, PaymentError> {
        if self == expected { Ok(next) } else { Err(PaymentError { from: self }) }
    }

    /// Asks for the money, once an order.
    ///
    /// # Errors
    /// Something was asked for before: one key is captured at most once.
    pub fn ask(self) -> Result<Payment, PaymentError> {
        self.step(Payment::None, Payment::InFlight)
    }

    /// The money comes.
    ///
    /// # Errors
    /// Nothing is in flight.
    pub fn capture(self) -> Result<Payment, PaymentError> {
        self.step(Payment::InFlight, Payment::Captured)
    }

    /// The answer is no.
    ///
    /// # Errors
    /// Nothing is in flight.
    pub fn decline(self) -> Result<Payment, PaymentError> {
        self.step(Payment::InFlight, Payment::Declined)
    }

    /// The time for an answer is over.
    ///
    /// # Errors
    /// Nothing is in flight.
    pub fn time_out(self) -> Result<Payment, PaymentError> {
        self.step(Payment::InFlight, Payment::TimedOut)
    }

    /// The money becomes tickets.
    ///
    /// # Errors
    /// The money is not here.
    pub fn spend(self) -> Result<Payment, PaymentError> {
        self.step(Payment::Captured, Payment::Spent)
    }

    /// The order was refused after the money came.
    ///
    /// # Errors
    /// The money is not here.
    pub fn owe(self) -> Result<Payment, PaymentError> {
        self.step(Payment::Captured, Payment::RefundDue)
    }

    /// The money goes back.
    ///
    /// # Errors
    /// No refund is due.
    pub fn refund(self) -> Result<Payment, PaymentError> {
        self.step(Payment::RefundDue, Payment::Refunded)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Payment::*;

    /// Every transition from every state: exactly one state allows each.
    #[test]
    fn a_transition_is_allowed_from_one_state_only() {
        let states = [None, InFlight, Captured, Declined, TimedOut, Spent, RefundDue, Refunded];
        type Step = fn(Payment) -> Result<Payment, PaymentError>;
        let table: [(Step, Payment, Payment); 7] = [
            (Payment::ask, None, InFlight),
            (Payment::capture, InFlight, Captured),
            (Payment::decline, InFlight, Declined),
            (Payment::time_out, InFlight, TimedOut),
            (Payment::spend, Captured, Spent),
            (Payment::owe, Captured, RefundDue),
            (Payment::refund, RefundDue, Refunded),
        ];
        for (step, from, to) in table {
            for state in states {
                let expected =
                    if state == from { Ok(to) } else { Err(PaymentError { from: state }) };
                assert_eq!(step(state), expected);
            }
        }
    }
}
