// SPDX-License-Identifier: EUPL-1.2
import { button, buttons, el, link, note, p, show } from "./dom.js";
import { managedNote } from "./device-note.js";
import { toPool } from "./enter.js";
import { standing } from "./peers.js";
import { signOut } from "./room.js";
import { tellOtherPages } from "./start.js";
import { day, moment, say, to } from "./words.js";

/** The first page of an open room: what needs its owner, and where notes are kept. */

export async function home(room) {
  const { session, api, config } = room;
  const [people, recoveries, resets] = await Promise.all([api.all("/people"), api.all("/recoveries"), api.all("/resets")]);
  show(say("index.hello", { name: session.name }),
    waiting(room, recoveries, resets),
    !session.kit_kept && note("warn", p(say("index.kit")), link(to("security#kit"), say("index.kit.now"), { class: "button" })),
    await managedNote(room),
    el("h2", {}, say("index.notes")),
    await rooms(room, people.filter(({ user }) => user !== session.user)),
    el("h2", {}, say("index.state")),
    p(say("index.open_until", { minutes: session.idle_minutes, at: moment(session.ends) })),
    el("div", { class: "buttons", id: "leave" },
      button(say("index.pool", { pool: config.pool_name }), () => toPool(room), { class: "quiet" }),
      button(say("common.sign_out"), async () => {
        await signOut(room).catch(() => undefined); // gone from this device whatever the server says
        tellOtherPages();
        location.replace(to("sign-in"));
      }, { class: "quiet" })));
}

/** One row for each person whom an engagement joins to this one; notes will stand behind it. */
async function rooms(room, people) {
  if (people.length === 0) return p(say("index.nobody"), { class: "empty" });
  const rows = await Promise.all(people.map(async (person) => {
    const { state } = await standing(room, person.user);
    return el("li", {}, el("h3", {}, person.name),
      p(say(`common.relation.${person.relation}`)),
      p(say(state === "none" ? "index.sealed.alone" : "index.sealed.two", { name: person.name }), { class: "small" }),
      el("span", { class: `tag ${state === "changed" ? "bad" : state === "verified" ? "ok" : "info"}` }, say(`common.standing.${state}`)), " ",
      link(to(`people#${person.user}`), say("index.keys_of", { name: person.name })));
  }));
  return el("ul", { class: "rows" }, rows);
}

/** Somebody asks for a way back, or says that they lost everything. */
function waiting({ api, session }, recoveries, resets) {
  const act = (words, path, kind = "") => button(words, async () => {
    await api.post(path);
    location.reload();
  }, { class: kind });
  return [
    ...recoveries.filter(({ open }) => !open).map((one) => note("warn",
      p(say(one.user === session.user ? "index.recovery.own" : "index.recovery", { name: one.name, at: moment(one.due) })),
      buttons(one.may.includes("approve") && act(say(one.user === session.user ? "index.approve.own" : "index.approve"), `/recoveries/${one.id}/approve`),
        one.may.includes("stop") && act(say("index.stop"), `/recoveries/${one.id}/stop`, "stop")))),
    ...resets.map((one) => note("warn",
      p(say(one.user === session.user ? "index.reset.own" : "index.reset", { name: one.name, at: day(one.due) })),
      buttons(one.may.includes("attest") && link(to(`people#${one.user}`), say("index.reset.look"), { class: "button" }),
        one.may.includes("stop") && act(say("index.stop"), `/resets/${one.id}/stop`, "stop")))),
  ];
}
