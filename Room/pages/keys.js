// SPDX-License-Identifier: EUPL-1.2
import { askToKeep } from "../seal/device.js";
import { button, buttons, el, link, note, p, show } from "../app/dom.js";
import { managedNote } from "../app/device-note.js";
import { form } from "../app/form.js";
import { newKit } from "../app/kit-steps.js";
import { makeKeys } from "../app/make.js";
import { followChoice, passphraseFields } from "../app/pass-fields.js";
import { offerPasskey } from "../app/passkeys.js";
import { opened, start } from "../app/start.js";
import { say, to } from "../app/words.js";

/** Making keys, on first need: why, passphrase, kit, proof that it was kept, then one request that puts all in place. */

start((room) => {
  if (room.state === "open") return done(room, true);
  if (room.state !== "link" || room.session.has_keys) return elsewhere(room);
  return why(room);
});

function elsewhere({ config, session, me }) {
  const has = session?.has_keys || me;
  show(say("common.page.keys"), p(say(has ? "keys.have" : "keys.come_in")),
    buttons(link(to("sign-in"), say("keys.to_sign_in"), { class: has ? "button" : "button quiet" }),
      link(config.api, say("keys.to_pool", { pool: config.pool_name }), { class: has ? "button quiet" : "button" })));
}

async function why(room) {
  show(say("common.page.keys"),
    p(say("keys.why", { name: room.session.name }), { class: "lead" }),
    el("ul", {}, el("li", {}, say("keys.why.readers")), el("li", {}, say("keys.why.kit")), el("li", {}, say("keys.why.lost"))),
    await managedNote(room),
    buttons(button(say("keys.begin"), () => passphrase(room))),
    p(link(to("private"), say("common.page.private"))));
}

function passphrase(room) {
  const { fields, given } = passphraseFields(room.session);
  const sheet = form(fields, say("common.continue"), async (values) => kit(room, given(values)));
  show(say("keys.pass.title"), p(say(room.session.passphrase === "default" ? "keys.pass.default" : "keys.pass.offer")), followChoice(sheet));
}

function kit(room, words) {
  const later = (secret) => button(say("keys.kit.tomorrow"), () => tomorrow(room, secret, words), { class: "quiet" });
  return newKit(room, (secret) => put(room, secret, words, true), later);
}

function tomorrow(room, secret, words) {
  const later = () => button(say("keys.kit.tomorrow"), () => tomorrow(room, secret, words), { class: "quiet" });
  show(say("keys.tomorrow.title"),
    note("warn", p(say("keys.tomorrow.risk"))),
    p(say("keys.tomorrow.asked")),
    buttons(button(say("keys.tomorrow.go"), () => put(room, secret, words, false)),
      button(say("common.back"), () => newKit(room, (kept) => put(room, kept, words, true), later, secret), { class: "quiet" })));
}

/** Sends all at once. After a lost connection the same is sent again: the keys are there or not, never half. */
async function put(room, kit, words, kept) {
  show(say("keys.making"), p(say("keys.making.lead"), { role: "status" }));
  await attempt(room, await makeKeys(room, { kit, passphrase: words, kept }));
}

async function attempt(room, send) {
  try {
    await send();
  } catch (error) {
    if (error.name !== "Lost") throw error;
    const again = button(say("common.stop.again"), () => attempt(room, send));
    return show(say("keys.lost.title"), note("warn", p(say("keys.lost"))), buttons(again));
  }
  askToKeep();
  await opened(room);
  return done(room, false);
}

async function done(room, already) {
  show(say(already ? "keys.there.title" : "keys.done.title"),
    already ? p(say("keys.there")) : note("ok", p(say("keys.done"))),
    await offerPasskey(room, () => location.assign(to(""))),
    buttons(link(to(""), say("keys.done.home"), { class: "button" })));
}
