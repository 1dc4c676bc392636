// The room: its state, the stream of what changes, and the panes that show it.

import { aloud, Pane } from "/pane.js";
import { hue, make } from "/message.js";
import { language, say } from "/sentences.js";

const by = (id) => document.getElementById(id);
const phone = matchMedia("(max-width: 46rem)");
const CHOICE = "kith-room-panes";

const room = {
  people: [],
  commands: [],
  entries: new Map(),
  zone: "UTC",
  ahead: 0,

  name: (id) => room.people.find((one) => one.id === id)?.name ?? say("somebody"),
  entry: (id) => room.entries.get(id),
  cardOf: (request) =>
    [...room.entries.values()].findLast((one) => one.kind === "CARD" && one.request === request),
  dismiss: (me, entry) => room.send("dismiss", { as: me.id, message: entry.id }),

  readOut,

  /** Does something; the answer, or null after the reason was shown. */
  async send(what, data) {
    const id = crypto.randomUUID?.() ?? String(Math.random()).slice(2);
    try {
      const answer = await fetch("/room/" + what, {
        method: "POST",
        headers: { "Content-Type": "application/json", "X-Kith-Room": "page" },
        body: JSON.stringify(["type", "press", "photo"].includes(what) ? { ...data, id } : data),
      });
      const body = await answer.json();
      problem(answer.ok ? "" : body.error);
      return answer.ok ? body : null;
    } catch {
      problem(say("away.once"));
      return null;
    }
  },
};

const panes = new Map();
let stream = null;

// ---- opening, and what changes ----

async function open() {
  stream?.close();
  const answer = await fetch("/room/state");
  const state = await answer.json();
  room.people = state.people;
  room.commands = state.commands;
  room.zone = state.zone;
  room.ahead = state.now - Date.now();
  room.entries = new Map(state.entries.map((entry) => [entry.id, entry]));
  by("moves").hidden = !state.movable;
  drawPeople();
  drawPanes();
  for (const pane of panes.values()) pane.fill(state.entries);
  tick();
  listen(state.at);
}

function listen(at) {
  stream = new EventSource("/room/events?since=" + encodeURIComponent(at));
  stream.addEventListener("open", () => (by("away").hidden = true));
  stream.addEventListener("error", () => {
    by("away").hidden = false;
    if (stream.readyState === EventSource.CLOSED) setTimeout(reopen, 2000);
  });
  stream.addEventListener("entry", (event) => changed(JSON.parse(event.data)));
  stream.addEventListener("clock", (event) => {
    room.ahead = JSON.parse(event.data) - Date.now();
    tick();
    readOut(say("clock.now", { now: by("now").textContent }));
  });
  stream.addEventListener("person", (event) => came(JSON.parse(event.data)));
  stream.addEventListener("resync", reopen);
}

async function reopen() {
  try {
    await open();
    by("away").hidden = true;
  } catch {
    setTimeout(reopen, 2000);
  }
}

function changed(entry) {
  const isNew = !room.entries.has(entry.id);
  if (entry.gone) room.entries.delete(entry.id);
  else room.entries.set(entry.id, entry);
  for (const pane of panes.values()) pane.put(entry);
  const seen = entry.to === "" || panes.has(entry.to);
  const words = isNew && seen ? aloud(entry, room) : null;
  if (words) readOut(words);
}

function came(person) {
  if (room.people.some((one) => one.id === person.id)) return;
  room.people.push(person);
  drawPeople();
  readOut(say("add.came", { name: person.name }));
}

// ---- who is shown ----

/** The ids of whose panes are open: one on a phone, several side by side elsewhere. */
function shown() {
  let ids = [];
  try {
    ids = JSON.parse(localStorage.getItem(CHOICE) ?? "[]");
  } catch {
    // A choice that can't be read is no choice.
  }
  const asked = new URLSearchParams(location.search).get("show");
  if (asked) ids = asked.split(",");
  const known = ids.filter((id) => room.people.some((one) => one.id === id));
  const fitting = window.innerWidth >= 1500 ? 3 : 2;
  const open = known.length > 0 ? known : room.people.slice(0, fitting).map((one) => one.id);
  return phone.matches ? open.slice(0, 1) : open.slice(0, 4);
}

function choose(ids) {
  if (location.search) history.replaceState(null, "", "/");
  try {
    localStorage.setItem(CHOICE, JSON.stringify(ids));
  } catch {
    // Then it is forgotten with the page.
  }
  drawPeople();
  drawPanes();
}

function toggle(person) {
  const open = shown();
  if (phone.matches) return choose([person.id]);
  if (!open.includes(person.id)) {
    const order = room.people.map((one) => one.id);
    const more = [...open.slice(open.length > 3 ? 1 : 0), person.id];
    return choose(more.sort((a, b) => order.indexOf(a) - order.indexOf(b)));
  }
  if (open.length > 1) choose(open.filter((id) => id !== person.id));
}

function drawPeople() {
  const open = shown();
  const box = by("people");
  const focused = box.contains(document.activeElement) ? document.activeElement.dataset.id : null;
  box.replaceChildren(
    ...room.people.map((person) => {
      const face = make("span", "face", [...person.name][0].toUpperCase());
      face.ariaHidden = "true";
      const chip = make("button", "chip", face, make("span", "", person.name));
      chip.type = "button";
      chip.dataset.id = person.id;
      chip.style.setProperty("--hue", hue(person.id));
      chip.setAttribute("aria-pressed", String(open.includes(person.id)));
      chip.addEventListener("click", () => toggle(person));
      return chip;
    }),
  );
  if (focused) box.querySelector(`[data-id="${CSS.escape(focused)}"]`)?.focus();
}

function drawPanes() {
  const open = shown();
  for (const [id, pane] of panes) {
    if (!open.includes(id)) {
      pane.section.remove();
      panes.delete(id);
    }
  }
  for (const id of open) {
    let pane = panes.get(id);
    if (!pane) {
      pane = new Pane(room, room.people.find((one) => one.id === id));
      panes.set(id, pane);
    }
    const place = by("panes").children[open.indexOf(id)];
    if (place !== pane.section) by("panes").insertBefore(pane.section, place ?? null);
    if (!pane.filled) {
      pane.filled = true;
      pane.fill([...room.entries.values()]);
    }
  }
  by("panes").style.setProperty("--count", open.length);
}

// ---- the clock, and small things ----

function tick() {
  const now = new Date(Date.now() + room.ahead);
  const options = {
    weekday: "long", day: "numeric", month: "long", hour: "2-digit", minute: "2-digit",
    hour12: false, timeZone: room.zone,
  };
  by("now").textContent = new Intl.DateTimeFormat(language, options).format(now);
  by("now").dateTime = now.toISOString();
}

function readOut(words) {
  const line = make("span", "", words);
  by("said").append(line);
  setTimeout(() => line.remove(), 8000);
}

function problem(sentence) {
  by("problem").textContent = sentence;
  by("problem").hidden = !sentence;
}

by("moves").addEventListener("click", (event) => {
  const button = event.target.closest("button");
  if (button?.dataset.by) room.send("clock", { by: button.dataset.by });
  else if (button) room.send("clock", { to: button.dataset.to });
});

by("add").addEventListener("click", () => {
  const form = by("newcomer");
  form.hidden = !form.hidden;
  by("add").setAttribute("aria-expanded", String(!form.hidden));
  if (!form.hidden) by("name").focus();
});

by("newcomer").addEventListener("submit", async (event) => {
  event.preventDefault();
  const person = await room.send("person", { name: by("name").value });
  if (!person) return;
  by("name").value = "";
  by("newcomer").hidden = true;
  by("add").setAttribute("aria-expanded", "false");
  came(person);
  toggle(person);
  panes.get(person.id)?.field.focus();
});

phone.addEventListener("change", () => {
  drawPeople();
  drawPanes();
});

setInterval(tick, 5000);
reopen();
