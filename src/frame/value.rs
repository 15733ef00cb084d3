//! One value of a message, whatever it is: a stranger may send anything under any name.
//!
//! Messages are plain data, as JSON has it. Whoever has one in another form, such as a value of JavaScript, makes it of these;
//! typed reading by serde would bring its texts of errors, and with them the printing of floats, into the frame.

/// What was found under a name.
#[derive(Clone, PartialEq, Debug)]
pub enum Value {
    /// Nothing, or null.
    Absent,
    /// True or false.
    Flag(bool),
    /// A number.
    Number(f64),
    /// A text.
    Text(String),
    /// A list.
    List(Vec<Value>),
    /// An object, its fields in order.
    Fields(Vec<(String, Value)>),
    /// Something that lies too deep to be of use, or is no data.
    Other,
}

/// How deep a message is looked into: the message, its data, a list, what is in it.
pub const DEPTH_MAX: u32 = 4;

const ABSENT: &Value = &Value::Absent;

impl Value {
    /// A field of an object; of one given twice the last.
    pub(super) fn field(&self, name: &str) -> &Value {
        let Value::Fields(fields) = self else { return ABSENT };
        let found = fields.iter().rfind(|(of, _)| of == name);
        found.map_or(ABSENT, |(_, value)| value)
    }

    pub(super) fn is_absent(&self) -> bool {
        *self == Value::Absent
    }

    pub(super) fn text(&self) -> Option<&str> {
        match self {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }

    /// A whole number that a double holds exactly.
    pub(super) fn whole(&self) -> Option<i64> {
        const EXACT: f64 = 9_007_199_254_740_992.0;
        match self {
            Value::Number(number) if number.trunc().total_cmp(number).is_eq() => {
                (number.abs() <= EXACT).then_some(*number as i64)
            }
            _ => None,
        }
    }

    /// A whole number from 0 up to a limit.
    pub(super) fn number(&self, max: u32) -> Option<u32> {
        self.whole().and_then(|number| u32::try_from(number).ok()).filter(|number| *number <= max)
    }
}

/// Data as the terminal's side reads it: for hosts without a browser, which are tests.
#[cfg(not(target_arch = "wasm32"))]
impl From<&serde_json::Value> for Value {
    fn from(json: &serde_json::Value) -> Value {
        of_json(json, DEPTH_MAX)
    }
}

#[cfg(not(target_arch = "wasm32"))]
fn of_json(json: &serde_json::Value, depth: u32) -> Value {
    use serde_json::Value as Json;
    match json {
        Json::Null => Value::Absent,
        Json::Bool(flag) => Value::Flag(*flag),
        Json::Number(number) => Value::Number(number.as_f64().unwrap_or(f64::NAN)),
        Json::String(text) => Value::Text(text.clone()),
        _ if depth == 0 => Value::Other,
        Json::Array(list) => {
            Value::List(list.iter().map(|each| of_json(each, depth - 1)).collect())
        }
        Json::Object(fields) => {
            let field = |(name, value): (&String, &Json)| (name.clone(), of_json(value, depth - 1));
            Value::Fields(fields.iter().map(field).collect())
        }
    }
}
