// SPDX-License-Identifier: EUPL-1.2
import { el, link, note, p, show } from "../app/dom.js";
import { start, version } from "../app/start.js";
import { say } from "../app/words.js";

/** How private is this: what the server sees of this person, with their figures, who hosts the code, and what nobody can prevent. */

const SEEN = [
  "account", "roles", "sign_ins", "devices", "keys", "slots", "verifications", "requests", "engagements", "journal", "mails",
  "invitations",
];
const ALWAYS = ["times", "network", "sizes", "who"];
const NEVER = ["words", "passphrase", "keys", "goals"];

start(async (room) => {
  const own = room.api.signedIn() && room.session ? await room.api.get("/privacy") : null;
  const { hosted_by, witnessed } = own ?? room.config;
  const independent = hosted_by === "independent";
  show(say("common.page.private"), p(say("private.lead"), { class: "lead" }),
    el("h2", {}, say("private.never")), el("ul", {}, NEVER.map((key) => el("li", {}, say(`private.never.${key}`)))),
    el("h2", {}, say("private.seen")), figures(own), el("ul", {}, ALWAYS.map((key) => el("li", {}, say(`private.always.${key}`)))),
    el("h2", {}, say("private.code")),
    note(independent ? "ok" : "warn", p(say(independent ? "private.code.independent" : "private.code.operator"))),
    p(say("private.code.version", { version: version() })), p(link("/manifest.json", say("private.code.manifest"))),
    el("h2", {}, say("private.witness")),
    note(witnessed ? "ok" : "info", p(say(witnessed ? "private.witness.yes" : "private.witness.no"))),
    el("h2", {}, say("private.cannot")), el("ul", {}, ["device", "people", "law", "loss"].map((key) => el("li", {}, say(`private.cannot.${key}`)))),
    el("h2", {}, say("private.device")), p(say("private.device.what")));
});

/** What the server holds of this person in clear, counted; a kind without words is shown by its code, never left out. */
function figures(own) {
  if (!own) return p(say("private.sign_in"));
  const rows = own.items.map(({ code, count }) => el("tr", {},
    el("th", { scope: "row" }, SEEN.includes(code) ? say(`private.seen.${code}`) : code), el("td", { class: "number" }, String(count))));
  return el("div", { class: "table" }, el("table", {}, el("caption", {}, say("private.figures")),
    el("thead", {}, el("tr", {},
      el("th", { scope: "col" }, say("private.kind")), el("th", { scope: "col", class: "number" }, say("private.count")))),
    el("tbody", {}, rows)));
}
