// The example of the page about embedding: buttons that send messages, and a list of what is said.
const frame = document.getElementById("demo");
const list = document.getElementById("heard");
/** The list keeps so many lines. */
const LINES_MAX = 60;

function write(kind, { type, data, ...rest }) {
  const line = document.createElement("li");
  line.className = kind;
  const name = document.createElement("b");
  name.textContent = type;
  const re = rest.re ? ` (to ${rest.re})` : "";
  line.append(name, `${re} ${JSON.stringify(data ?? {})}`);
  list.append(line);
  while (list.children.length > LINES_MAX) list.firstChild.remove();
  list.parentElement.scrollTop = list.scrollHeight;
}

// What counts is the window that a message comes from.
addEventListener("message", ({ source, data }) => {
  if (source !== frame.contentWindow || data?.seatrace !== 1) return;
  write("got", data);
  // The height is left to seatrace-host.js.
  if (data.type === "ready" && !data.re) send("hello");
});

let last = 0;
function send(type, data) {
  const message = { seatrace: 1, type, id: `m${(last += 1)}`, ...(data && { data }) };
  write("sent", message);
  frame.contentWindow.postMessage(message, "*");
}

for (const button of document.querySelectorAll("[data-type]")) {
  const { type, data } = button.dataset;
  button.addEventListener("click", () => send(type, data && JSON.parse(data)));
}

// The frame to paste, with the address of this very site.
const paste = document.getElementById("paste");
paste.textContent = paste.textContent.replace("https://HOST/", new URL("../", location.href).href);
