import { fromText, random, toText } from "../seal/bytes.js";
import { party, phoneCommitment, phoneWords } from "../seal/compare.js";
import { current } from "../seal/directory.js";
import { verified } from "./alarm.js";
import { button, buttons, el, note, p, show } from "./dom.js";
import { say } from "./words.js";
const LOOK = 2000;
export async function checkByPhone(room, person, then) {
  const { api, directory, session } = room;
  const mine = { party: party(current(directory, session.user)), secret: random(32) };
  const theirParty = party(current(directory, person.user));
  let check = await api.post("/checks", { commitment: toText(await phoneCommitment(mine.party, mine.secret)), peer: person.user });
  show(say("people.phone.title", { name: person.name }), p(say("people.phone.call", { name: person.name }), { class: "lead" }),
    p(say("people.phone.wait", { name: person.name }), { role: "status" }), buttons(then.back));
  const place = document.querySelector("h1");
  const stays = () => document.contains(place);
  check = await until(api, check, ({ commitment }) => commitment, stays);
  if (!check) return;
  const { commitment } = check;
  await api.put(`/checks/${check.id}/secret`, { secret: toText(mine.secret) });
  check = await until(api, check, ({ secret }) => secret, stays);
  if (!check) return;
  const theirs = { party: theirParty, secret: fromText(check.secret, 32), commitment: fromText(commitment, 32) };
  const { say: read, hear } = await verified("phone", { commitment, secret: check.secret, peer: person.user }, () => phoneWords(mine, theirs));
  show(say("people.phone.title", { name: person.name }),
    el("h2", {}, say("people.phone.say")), el("p", { class: "code", id: "say", translate: "no" }, read.join(" ")),
    el("h2", {}, say("people.phone.hear", { name: person.name })), el("p", { class: "code", id: "hear", translate: "no" }, hear.join(" ")),
    note("info", p(say("people.phone.care"))),
    buttons(button(say("people.phone.same"), then.same), button(say("people.phone.differ"), then.differ, { class: "stop" })));
}
async function until(api, check, has, stays) {
  let now = check;
  while (!has(now)) {
    await new Promise((resolve) => setTimeout(resolve, LOOK));
    if (!stays()) return null;
    const found = (await api.all("/checks")).find(({ id }) => id === check.id);
    if (!found) {
      show(say("people.phone.over"), p(say("people.phone.again")), buttons(button(say("common.stop.again"), () => location.reload())));
      return null;
    }
    now = { ...found, commitment: now.commitment ?? found.commitment };
  }
  return now;
}
