// Draws one entry of the timeline. Whatever people typed is set as text, never as markup.

import { language, say } from "/sentences.js";

/** An element with a class, maybe words, and children. */
export function make(tag, className, ...inside) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.append(...inside.filter((one) => one !== null && one !== ""));
  return element;
}

/** The plain words of an entry's lines. */
export function words(entry) {
  return entry.shown.lines.map((line) => line.map((span) => span.text).join("")).join("\n");
}

/** The first line that says anything: a card's heading, and what a reader is told of it. */
export function heading(entry) {
  return words(entry).split("\n").find((line) => line.trim()) ?? "";
}

const TURNED = "\\p{Script=Arabic}\\p{Script=Hebrew}\\p{Script=Syriac}\\p{Script=Thaana}\\p{Script=Nko}";
const FIRST_LETTER = new RegExp(`[\\u200F\\p{L}]`, "u");
const FROM_RIGHT = new RegExp(`[\\u200F${TURNED}]`, "u");
// With the plain words and numbers that belong to it, if other letters follow.
const COMMAND = new RegExp(`^/\\S+(?:(?: +(?:[a-z]+|#?\\p{Nd}+))*(?= +[^\\p{L}]*[${TURNED}]))?`, "u");
const ISOLATE = /[\u2066\u2068][^\u2066\u2068\u2069]*\u2069/gu;

/** Which way most of an entry's lines run; "" if it has no letters. */
export function direction(entry) {
  const firsts = words(entry)
    .split("\n")
    .map((line) => line.replace(COMMAND, ""))
    .map((line) => line.replace(ISOLATE, "").match(FIRST_LETTER) ?? line.match(FIRST_LETTER))
    .filter((first) => first);
  if (firsts.length === 0) return "";
  const turned = firsts.filter((first) => FROM_RIGHT.test(first[0])).length;
  return turned * 2 >= firsts.length ? "rtl" : "ltr";
}

/** A person's colour, always the same for the same id. */
export function hue(id) {
  const known = { ana: 16, ben: 205, chi: 135, dee: 285 };
  if (id in known) return known[id];
  let sum = 0;
  for (const letter of id) sum = (sum * 31 + letter.codePointAt(0)) % 360;
  return sum;
}

/**
 * The list item of an entry in somebody's pane.
 *
 * room: { people, zone, byRequest(request), entry(id) }; me: the person; act: what presses do.
 */
export function drawEntry(entry, room, me, act) {
  const item = make("li", "entry " + entry.kind.toLowerCase());
  item.dataset.id = entry.id;
  item.dataset.kind = entry.kind;
  const mine = entry.by === me.id;
  if (mine) item.classList.add("mine");
  const onlyMe = entry.to !== "";
  if (onlyMe) item.classList.add("private");

  const article = make("article");
  const headId = `${me.id}-${entry.id}`;
  article.setAttribute("aria-labelledby", headId);
  article.tabIndex = -1;
  article.append(byline(entry, room, me, headId));
  if (entry.under) article.append(...below(entry, room, act));
  article.append(body(entry, room, act));
  if (entry.shown.file) article.append(file(entry.shown.file));
  if (entry.shown.photo) article.append(photo(entry.shown.photo));
  const rows = buttons(entry, act);
  if (entry.kind === "CARD") lastRow(rows).append(...foot(entry, room, me, act));
  if (rows.children.length > 0) article.append(rows);
  item.append(article);
  return item;
}

function byline(entry, room, me, headId) {
  const line = make("header", "byline");
  const author = entry.by === "kith" ? "Kith" : room.name(entry.by);
  const who = make("span", "author", entry.by === me.id ? say("message.you") : author);
  who.id = headId;
  line.append(who);
  if (entry.to !== "") {
    line.append(make("span", "only", say(entry.isPrivate ? "message.private" : "message.only")));
  }
  const at = make("time", "at", clockTime(entry.at, room.zone));
  at.dateTime = new Date(entry.at).toISOString();
  line.append(at);
  if (entry.kind === "ANSWER" || entry.kind === "TYPED") {
    line.append(putAway(entry, me, room));
  }
  return line;
}

function putAway(entry, me, room) {
  const button = make("button", "putaway", "×");
  button.type = "button";
  button.setAttribute("aria-label", say("message.putaway"));
  button.title = say("message.putaway");
  button.addEventListener("click", () => room.dismiss(me, entry));
  return button;
}

function below(entry, room, act) {
  const above = room.entry(entry.under);
  if (!above) return [];
  const link = make("a", "below", say("message.below", { heading: heading(above) }));
  link.href = "#" + above.id;
  link.addEventListener("click", (event) => {
    event.preventDefault();
    act.goTo(above.id);
  });
  return [link];
}

function body(entry, room, act) {
  const box = make("div", "words");
  box.dir = direction(entry);
  const lines = entry.shown.lines;
  if (lines.length === 0 && entry.isProtected) {
    box.append(make("p", "faded", say("message.unkept")));
    return box;
  }
  let paragraph = null;
  let headed = !lines[0]?.every((span) => span.dress === "STRONG");
  for (const line of lines) {
    if (line.every((span) => span.text.trim() === "")) {
      paragraph = null;
      continue;
    }
    if (!headed) {
      headed = true;
      box.append(make("h3", "", ...line.map((span) => span.text)));
      continue;
    }
    if (paragraph) {
      paragraph.append(document.createElement("br"));
    } else {
      paragraph = make("p");
      box.append(paragraph);
    }
    paragraph.append(...line.flatMap((span) => drawSpan(span, room, act, entry.kind === "TYPED")));
  }
  return box;
}

/** The command stands for itself, so that the words after it say which way the line runs. */
function typed(text) {
  const command = text.match(COMMAND)?.[0] ?? "";
  if (!command) return [text];
  const alone = make("bdi", "", command);
  alone.dir = "ltr";
  return [alone, text.slice(command.length)];
}

/** A link that saves the file; it holds the file itself. */
function file(one) {
  const link = make("a", "file", one.name);
  link.href = `data:${one.type};charset=utf-8,${encodeURIComponent(one.text)}`;
  link.download = one.name;
  return make("p", "", link);
}

/** A photo, covered until somebody wants to see it. */
function photo(jpeg) {
  const image = make("img", "");
  image.alt = say("message.photo");
  image.src = `data:image/jpeg;base64,${jpeg}`;
  return make("details", "photo", make("summary", "", say("message.photo")), image);
}

function drawSpan(span, room, act, isTyped) {
  if (span.dress === "STRONG") return [make("strong", "", span.text)];
  const card = span.dress === "CARD" ? room.cardOf(span.request) : null;
  if (!card) return isTyped ? typed(span.text) : [span.text];
  const link = make("a", "tocard", span.text);
  link.href = "#" + card.id;
  link.addEventListener("click", (event) => {
    event.preventDefault();
    act.goTo(card.id);
  });
  return [link];
}

function buttons(entry, act) {
  const rows = make("div", entry.shown.rows.length > 3 ? "rows many" : "rows");
  rows.dir = direction(entry);
  for (const row of entry.shown.rows) {
    const line = make("div", "row");
    for (const one of row) {
      const button = make("button", one.first ? "first" : "", one.label);
      button.type = "button";
      button.dataset.code = one.code;
      button.addEventListener("click", () => act.press(entry, one.code, button));
      line.append(button);
    }
    rows.append(line);
  }
  return rows;
}

function lastRow(rows) {
  if (!rows.lastElementChild) rows.append(make("div", "row"));
  return rows.lastElementChild;
}

/** The bot's own 🤝 is the first, so that nobody has to look for it. */
function foot(entry, room, me, act) {
  const handshake = {
    name: "handshake",
    shown: "🤝",
    by: ["kith", ...entry.reactors],
    does: say("react.handshake"),
    undoes: say("react.handshake.back"),
    reads: (all) => say("react.handshake.name", all),
  };
  const heart = {
    name: "heart",
    shown: "❤️",
    by: entry.hearts,
    does: say("react.heart"),
    undoes: say("react.heart.back"),
    reads: (all) => say("react.heart.name", all),
  };
  const signs = [handshake, heart].map((one) => sign(entry, one, room, me, act));
  if (!me.manages) return signs;
  const remove = make("button", "remove", say("delete"));
  remove.type = "button";
  remove.dataset.code = "delete";
  remove.setAttribute("aria-label", say("delete.name"));
  remove.addEventListener("click", () => act.remove(entry));
  return [...signs, remove];
}

function sign(entry, one, room, me, act) {
  const on = one.by.includes(me.id);
  const count = one.by.length;
  const react = make("button", "react", make("span", "", one.shown), count > 0 ? " " + count : "");
  react.type = "button";
  react.dataset.code = one.name;
  react.setAttribute("aria-pressed", String(on));
  const known = { kith: "Kith", [me.id]: say("react.you") };
  const names = new Intl.ListFormat(language).format(one.by.map((id) => known[id] ?? room.name(id)));
  react.setAttribute("aria-label", count > 0 ? one.reads({ count, names }) : one.does);
  react.title = on ? one.undoes : one.does;
  react.addEventListener("click", () => act.react(entry, one.name, !on));
  return react;
}

function clockTime(at, zone) {
  const options = { weekday: "short", hour: "2-digit", minute: "2-digit", hour12: false, timeZone: zone };
  return new Intl.DateTimeFormat(language, options).format(at);
}
