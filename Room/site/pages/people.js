import { Alarm } from "../app/alarm.js";
import { button, buttons, el, link, note, p, show, unhandled } from "../app/dom.js";
import { party, verifyWords } from "../seal/compare.js";
import { current } from "../seal/directory.js";
import { confirmPeer, standing } from "../app/peers.js";
import { checkByPhone } from "../app/phone.js";
import { attest } from "../app/reset.js";
import { start } from "../app/start.js";
import { day, moment, say, to } from "../app/words.js";
const KINDS = { verified: "ok", new: "info", changed: "bad", none: "" };
start(async (room) => {
  if (room.state !== "open") return location.replace(to("sign-in"));
  addEventListener("hashchange", () => pick(room).catch(unhandled));
  return pick(room);
});
async function pick(room) {
  const people = (await room.api.all("/people")).filter(({ user }) => user !== room.session.user);
  const person = people.find(({ user }) => `#${user}` === location.hash);
  return person ? one(room, person) : list(room, people);
}
async function list(room, people) {
  const rows = await Promise.all(people.map(async (person) => {
    const { state } = await standing(room, person.user);
    return el("li", {}, el("h2", {}, link(`#${person.user}`, person.name)), p(say(`common.relation.${person.relation}`)),
      el("span", { class: `tag ${KINDS[state]}` }, say(`common.standing.${state}`)));
  }));
  const size = room.directory.tree.levels[0].length;
  show(say("common.page.people"), p(say("people.lead"), { class: "lead" }),
    rows.length > 0 ? el("ul", { class: "rows" }, rows) : p(say("people.nobody"), { class: "empty" }),
    p(say("people.log", { size, count: room.directory.people.size }), { class: "small" }));
}
async function one(room, person) {
  const { state, entry, done } = await standing(room, person.user);
  const resets = (await room.api.all("/resets")).filter(({ user, may }) => user === person.user && may.includes("attest"));
  show(person.name,
    p(say(`common.relation.${person.relation}`), { class: "caption" }),
    el("p", {}, el("span", { class: `tag ${KINDS[state]}` }, say(`common.standing.${state}`))),
    state === "none" && note("info", p(say("people.none", { name: person.name }))),
    state === "changed" && note("bad", el("h2", {}, say("people.changed.title")),
      p(say("people.changed", { name: person.name })), p(say("people.changed.why", { name: person.name }))),
    state === "verified" && note("ok", p(say("people.verified", { name: person.name, at: day(done.at) }))),
    resets.map((reset) => vouch(room, person, reset)),
    entry && (await comparison(room, person, state)),
    entry && history(room, person),
    p(link(to("people"), say("people.back"))));
}
async function comparison(room, person, state) {
  const same = async () => {
    await confirmPeer(room, person.user);
    await one(room, person);
  };
  const differ = () => {
    const entry = current(room.directory, person.user);
    throw new Alarm("differ", { peer: person.user, seq: entry.seq, sign_pk: entry.signKey, enc_pk: entry.encKey, leaf: entry.leaf });
  };
  const back = button(say("common.back"), () => one(room, person), { class: "quiet" });
  const call = () => checkByPhone(room, person, { same, differ, back });
  const phone = button(say("people.phone.begin"), call, { class: state === "changed" ? "" : "quiet" });
  if (state === "changed") return [p(say("people.changed.check", { name: person.name })), buttons(phone)];
  return el("section", {},
    el("h2", {}, say("people.words")), p(say("people.words.lead", { name: person.name })),
    el("p", { class: "code", id: "words", translate: "no" }, (await wordsWith(room, person.user)).join(" ")),
    buttons(button(say("people.same"), same), button(say("people.differ"), differ, { class: "stop" }), phone));
}
function history(room, person) {
  const rows = room.directory.people.get(person.user).map((entry) => el("tr", {},
    el("th", { scope: "row" }, String(entry.seq)), el("td", {}, moment(entry.at)),
    el("td", {}, say(`people.reason.${entry.reason}`)), el("td", { class: "number" }, String(entry.leaf))));
  const heads = ["number", "when", "why", "leaf"].map((key) =>
    el("th", { scope: "col", class: key === "leaf" && "number" }, say(`people.history.${key}`)));
  const table = el("table", {}, el("caption", {}, say("people.history.lead")),
    el("thead", {}, el("tr", {}, heads)), el("tbody", {}, rows));
  return el("section", {}, el("h2", {}, say("people.history")),
    el("div", { class: "table", tabindex: "0", role: "region", "aria-label": say("people.history") }, table));
}
function vouch(room, person, reset) {
  return note("warn", el("h2", {}, say("people.reset.title", { name: person.name })),
    p(say("people.reset", { name: person.name, at: moment(reset.due) })),
    reset.statement ? buttons(button(say("people.reset.attest", { name: person.name }), async () => {
      await attest(room, reset);
      await one(room, person);
    })) : p(say("people.reset.waits", { name: person.name })));
}
const wordsWith = ({ directory, session }, user) => verifyWords(party(current(directory, session.user)), party(current(directory, user)));
