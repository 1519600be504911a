// SPDX-License-Identifier: EUPL-1.2
import { wipe } from "../seal/bytes.js";
import { el, p } from "./dom.js";
import { form, problem } from "./form.js";
import { confirmed, confirmFields } from "./confirm.js";
import { makePasskey, passkeysPossible } from "./passkey.js";
import { remember } from "./room.js";
import { userKeyOf } from "./sign-in.js";
import { entry } from "./ways.js";
import { say } from "./words.js";

/** Offering a passkey, once keys are there; never the only way in. */

/**
 * A form that adds a passkey, or nothing where the browser has none.
 * @param {import("./room.js").Room} room
 * @param {() => void} done
 */
export async function offerPasskey(room, done) {
  if (!passkeysPossible()) return null;
  const add = form(await confirmFields(room), say("common.passkey.add"), async (values) => {
    await addPasskey(room, values);
    done();
  });
  return el("section", {}, el("h2", {}, say("common.passkey.title")), p(say("common.passkey.lead")), add);
}

/** Makes a passkey and puts its slot in place. @param {import("./room.js").Room} room */
export async function addPasskey(room, values) {
  const { session, api, store, config: { pool } } = room;
  const known = (await api.get("/slots")).slots.map(({ slot }) => slot.params.credential).filter(Boolean);
  const made = await asked(() => makePasskey({ user: session.user, name: session.email || session.name, display: session.name, known }));
  if (!made) throw problem("", say("common.passkey.no_prf"));
  const userKey = await userKeyOf(room);
  const about = { pool, user: session.user, epoch: room.identity.epoch, params: { credential: made.credential, salt: made.salt } };
  const put = [await entry(made.way, about, userKey)];
  wipe(userKey);
  await confirmed(room, values, (confirm) => api.put("/slots", { confirm, epoch: room.identity.epoch, put, remove: [] }));
  await remember(room, { passkeys: [...(room.me?.passkeys ?? []), made.credential] });
  await store.put("told_passkey", true);
}

/** Runs a question to the authenticator; a "no" of the person is a problem in words, not a fault. */
export async function asked(work) {
  try {
    return await work();
  } catch (error) {
    if (error.name === "InvalidStateError") throw problem("", say("common.passkey.there"));
    if (["NotAllowedError", "AbortError", "NotSupportedError", "SecurityError"].includes(error.name)) throw problem("", say("common.passkey.refused"));
    throw error;
  }
}
