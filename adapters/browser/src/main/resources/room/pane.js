// One person's view of the room: their timeline and the line they type in.

import { drawEntry, heading, hue, make } from "/message.js";
import { say } from "/sentences.js";

export class Pane {
  /** room: what all panes share; act: what a person can do, by the room's API. */
  constructor(room, me) {
    this.room = room;
    this.me = me;
    this.section = document.getElementById("pane").content.cloneNode(true).firstElementChild;
    this.section.id = "pane-" + me.id;
    this.section.dataset.person = me.id;
    this.section.style.setProperty("--hue", hue(me.id));
    const find = (selector) => this.section.querySelector(selector);
    this.scroll = find(".scroll");
    this.list = find(".timeline");
    this.quiet = find(".quiet");
    this.newer = find(".newer");
    this.form = find(".composer");
    this.field = find("textarea");
    this.photo = find("input[type=file]");
    this.offered = find(".offered");
    this.hint = find(".hint");
    this.head(find);
    this.listen();
    this.where("group");
  }

  head(find) {
    const title = find("h2");
    title.textContent = this.me.name;
    title.id = "name-" + this.me.id;
    this.section.setAttribute("aria-labelledby", title.id);
    find(".face").textContent = [...this.me.name][0].toUpperCase();
    find(".role").textContent = this.me.manages ? say("role") : "";
    this.scroll.setAttribute("aria-label", say("sees", { name: this.me.name }));
    this.list.setAttribute("aria-label", say("sees.messages", { name: this.me.name }));
    this.offered.id = "offered-" + this.me.id;
    this.field.id = "field-" + this.me.id;
    this.field.setAttribute("aria-controls", this.offered.id);
    this.hint.id = "hint-" + this.me.id;
    this.field.setAttribute("aria-describedby", this.hint.id);
    for (const radio of this.form.querySelectorAll("input[type=radio]")) {
      radio.name = "where-" + this.me.id;
      radio.addEventListener("change", () => this.where(radio.value));
    }
  }

  listen() {
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.send();
    });
    this.field.addEventListener("input", () => {
      this.grow();
      this.offer();
    });
    this.photo.addEventListener("change", () => this.sendPhoto());
    this.field.addEventListener("keydown", (event) => this.key(event));
    this.field.addEventListener("blur", () => this.close());
    this.scroll.addEventListener("scroll", () => {
      if (this.atEnd()) this.newer.hidden = true;
    });
    this.newer.addEventListener("click", () => {
      this.toEnd();
      this.field.focus();
    });
  }

  // ---- the timeline ----

  /** Draws everything anew. */
  fill(entries) {
    this.list.replaceChildren(
      ...entries.filter((entry) => this.sees(entry)).map((entry) => this.draw(entry)),
    );
    this.quiet.hidden = this.list.children.length > 0;
    this.toEnd();
  }

  /** Shows one entry: a new one at the end, a known one in its place. */
  put(entry) {
    if (!this.sees(entry)) return;
    const stay = !this.atEnd();
    const old = this.find(entry.id);
    if (entry.gone) {
      if (old?.contains(document.activeElement)) this.field.focus();
      old?.remove();
    } else if (old) {
      this.replace(old, this.draw(entry));
    } else {
      this.list.append(this.draw(entry));
      if (stay && entry.by !== this.me.id) this.newer.hidden = false;
      else this.toEnd();
    }
    if (!stay) this.toEnd();
    this.quiet.hidden = this.list.children.length > 0;
  }

  sees(entry) {
    return entry.to === "" || entry.to === this.me.id;
  }

  /** Keeps the keyboard where it was, on the same button or at least in the same message. */
  replace(old, fresh) {
    const focused = old.contains(document.activeElement) ? document.activeElement : null;
    old.replaceWith(fresh);
    if (!focused) return;
    const same = focused.dataset.code
      ? fresh.querySelector(`[data-code="${CSS.escape(focused.dataset.code)}"]`)
      : null;
    (same ?? fresh.querySelector(".row button") ?? fresh.firstElementChild).focus({
      preventScroll: true,
    });
  }

  draw(entry) {
    return drawEntry(entry, this.room, this.me, {
      press: (one, code, button) => this.press(one, code, button),
      react: (one, sign, on) =>
        this.room.send("react", { as: this.me.id, message: one.id, sign, on }),
      remove: (one) => this.room.send("delete", { as: this.me.id, message: one.id }),
      goTo: (id) => this.goTo(id),
    });
  }

  async press(entry, code, button) {
    button.setAttribute("aria-busy", "true");
    const answer = await this.room.send("press", {
      as: this.me.id,
      message: entry.id,
      button: code,
    });
    button.removeAttribute("aria-busy");
    // A question of the dialogue may be answered in words: those are Kith's alone.
    if (answer?.answer?.isPrivate) this.where("private");
  }

  goTo(id) {
    const item = this.find(id);
    if (!item) return;
    item.scrollIntoView({ block: "center" });
    item.firstElementChild.focus({ preventScroll: true });
  }

  find(id) {
    return this.list.querySelector(`:scope > [data-id="${CSS.escape(id)}"]`);
  }

  atEnd() {
    return this.scroll.scrollHeight - this.scroll.scrollTop - this.scroll.clientHeight < 48;
  }

  toEnd() {
    const height = this.list.lastElementChild?.offsetHeight ?? 0;
    // What does not fit is read from its beginning.
    const over = Math.max(0, height + 16 - this.scroll.clientHeight);
    this.scroll.scrollTop = this.scroll.scrollHeight - this.scroll.clientHeight - over;
    this.newer.hidden = true;
  }

  // ---- typing ----

  /** Whom the line goes to: the group, or Kith alone. */
  where(value) {
    for (const radio of this.form.querySelectorAll("input[type=radio]")) {
      radio.checked = radio.value === value;
    }
    this.form.dataset.where = value;
    const label = say("write." + value, { name: this.me.name, group: say("title") });
    this.field.setAttribute("aria-label", label);
    this.field.placeholder = say(`write.${value}.empty`);
    this.hint.textContent = say(`write.${value}.hint`);
  }

  async send() {
    const text = this.field.value.trim();
    if (!text) return;
    this.close();
    const where = this.form.dataset.where;
    this.field.value = "";
    this.grow();
    const answer = await this.room.send("type", { as: this.me.id, where, text });
    if (!answer && !this.field.value) this.field.value = text;
    else this.toEnd();
    this.grow();
  }

  /** A photo goes as soon as it is chosen, with the words that are there. */
  async sendPhoto() {
    const bytes = new Uint8Array((await this.photo.files[0]?.arrayBuffer()) ?? []);
    this.photo.value = "";
    if (bytes.length === 0) return;
    const text = this.field.value.trim();
    const photo = btoa(bytes.reduce((all, one) => all + String.fromCharCode(one), ""));
    const answer = await this.room.send("photo", { as: this.me.id, text, photo });
    if (!answer) return;
    this.field.value = "";
    this.grow();
    this.toEnd();
  }

  /** As high as its words; an empty one shows its hint the way the page runs. */
  grow() {
    this.field.dir = this.field.value ? "auto" : document.documentElement.dir;
    this.field.style.height = "auto";
    this.field.style.height = Math.min(this.field.scrollHeight + 2, 160) + "px";
  }

  offer() {
    const typed = this.field.value.match(/^\/(\S*)$/);
    const found = typed
      ? this.room.commands.filter((one) => one.name.startsWith(typed[1].toLowerCase()))
      : [];
    this.offered.replaceChildren(...found.map((one, i) => this.option(one, i)));
    // A field of several lines may not say that its list is open: it is said aloud.
    if (this.offered.hidden && found.length) this.room.readOut(say("write.offered"));
    this.offered.hidden = found.length === 0;
    this.choose(-1);
  }

  option(command, i) {
    const name = make("b", "", "/" + command.name);
    name.dir = "ltr";
    const option = make("li", "", name, make("span", "", command.does));
    option.id = `option-${this.me.id}-${i}`;
    option.setAttribute("role", "option");
    option.dataset.name = command.name;
    option.addEventListener("mousedown", (event) => {
      event.preventDefault();
      this.take(option);
    });
    return option;
  }

  choose(at) {
    this.chosen = at;
    [...this.offered.children].forEach((one, i) => {
      one.setAttribute("aria-selected", String(i === at));
      if (i === at) one.scrollIntoView({ block: "nearest" });
    });
    if (at < 0) this.field.removeAttribute("aria-activedescendant");
    else this.field.setAttribute("aria-activedescendant", this.offered.children[at].id);
  }

  take(option) {
    this.field.value = `/${option.dataset.name} `;
    this.grow();
    this.close();
    this.field.focus();
  }

  close() {
    this.offered.hidden = true;
    this.offered.replaceChildren();
    this.choose(-1);
  }

  key(event) {
    const count = this.offered.children.length;
    if (event.isComposing) return;
    if (count > 0 && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      event.preventDefault();
      const step = event.key === "ArrowDown" ? 1 : -1;
      const from = this.chosen < 0 && step < 0 ? 0 : this.chosen;
      this.choose((from + step + count) % count);
    } else if (count > 0 && this.chosen >= 0 && (event.key === "Enter" || event.key === "Tab")) {
      event.preventDefault();
      this.take(this.offered.children[this.chosen]);
    } else if (count > 0 && event.key === "Escape") {
      this.close();
    } else if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      this.send();
    }
  }
}

/** What is read aloud of a new entry; null for what the person did themselves. */
export function aloud(entry, room) {
  if (entry.gone || entry.kind === "TYPED") return null;
  const words = heading(entry);
  if (entry.kind === "CHAT") return say("aloud.person", { name: room.name(entry.by), words });
  if (entry.to) return say("aloud.private", { name: room.name(entry.to), words });
  return say(entry.kind === "CARD" ? "aloud.card" : "aloud.kith", { words });
}
