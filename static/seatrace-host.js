/* seatrace-host.js, MIT licence */
// For pages around frames of seatrace; optional. It gives each frame the height that its content needs, and `seatrace(iframe)`
// is a way to talk to one: `send(type, data)` gives a promise of the answer, `on(type, hear)` hears what it says.
// A message counts only if it comes from the very frame: what it says of itself could be said by anybody.
(() => {
  const frames = () => [...document.querySelectorAll("iframe")];
  const ears = new Set();
  let last = 0;
  addEventListener("message", ({ source, data }) => {
    const frame = data?.seatrace === 1 && frames().find((f) => f.contentWindow === source);
    if (!frame) return;
    if (data.type === "resize") frame.style.height = `${Number(data.data.height)}px`;
    for (const ear of ears) ear(frame, data);
  });
  window.seatrace = (frame) => ({
    send: (type, data) => new Promise((done, fail) => {
      const id = `h${(last += 1)}`;
      const ear = (from, said) => {
        if (from !== frame || said.re !== id) return;
        ears.delete(ear);
        (said.type === "error" ? fail : done)(said.data);
      };
      ears.add(ear);
      frame.contentWindow.postMessage({ seatrace: 1, type, id, data }, "*");
    }),
    on: (type, hear) => ears.add((from, said) => from === frame && said.type === type && hear(said.data)),
  });
})();
