//! What other programs on the page can call: `run(query)`, also as `window.seatrace.run`.
