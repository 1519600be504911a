// SPDX-License-Identifier: EUPL-1.2
import { toText } from "../seal/bytes.js";
import { parse } from "../seal/canonical.js";
import * as locker from "../seal/locker.js";
import { signLogin } from "../seal/signin.js";
import { stretch } from "../seal/stretching.js";
import { accountKey, wayOfPassphrase } from "../seal/unlock.js";
import { p } from "./dom.js";
import { field, problem } from "./form.js";
import { say } from "./words.js";

/** A weighty act takes a way in once more, so that an open screen alone changes nothing. */

/**
 * The fields that a confirmation needs on this device: a passphrase where there is one, the kit where the device does
 * not hold its account key, nothing otherwise. On the page on which keys were just made nothing is asked twice.
 * @param {import("./room.js").Room} room
 */
export async function confirmFields(room) {
  if (room.way) return [];
  const enrolled = (await locker.enrolled(room.store)) !== null;
  return [
    room.identity.pass ? field("current", { label: say("common.confirm.passphrase"), kind: "password", autocomplete: "current-password" })
      : enrolled && p(say("common.confirm.device"), { class: "hint" }),
    !enrolled && field("kit", { label: say("common.kit.label"), hint: say("common.confirm.kit"), kind: "words" }),
  ].filter(Boolean);
}

/**
 * The account key of this person: from the device, or from the kit given.
 * @param {import("./room.js").Room} room @param {Record<string, any>} values
 */
export async function accountOf(room, values) {
  const kept = await locker.enrolled(room.store);
  if (kept) return kept;
  const { kitFrom } = await import("./kit.js");
  return accountKey(await kitFrom(/** @type {any} */ (values)));
}

/**
 * The way in that a form's values open, and the stretched secret of its passphrase.
 * @param {import("./room.js").Room} room @param {Record<string, any>} values
 */
export async function wayGiven(room, values) {
  if (room.way) return room.way;
  const { config: { pool }, session: { user }, kdf } = /** @type {any} */ (room);
  if (room.identity.pass && !values.current) throw problem("current", say("common.confirm.missing"));
  const account = await accountOf(room, values);
  return wayOfPassphrase(account, await stretch(room.identity.pass ? values.current : null, kdf, pool, user));
}

/**
 * A confirmation for the member `confirm` of a request.
 * @param {import("./room.js").Room} room
 * @param {import("../seal/unlock.js").Way} way
 */
export async function confirmation(room, way) {
  const { at, nonce } = await room.api.post("/confirm");
  const proof = toText(/** @type {any} */ (room.api.proofKey()).publicKey);
  const body = { origin: location.origin, pool: room.config.pool, user: room.session.user, nonce, at, purpose: "confirm", proof };
  return { key: toText(way.auth.publicKey), kind: way.kind, login: parse(await signLogin(body, way.auth)) };
}

/** Does work that needs a confirmation; a way that the server does not know is shown at its field. */
export async function confirmed(room, values, work) {
  const way = await wayGiven(room, values);
  try {
    return await work(await confirmation(room, way), way);
  } catch (error) {
    if (error.name !== "Refused" || error.code !== "login") throw error;
    throw problem(room.identity.pass ? "current" : values.kit === undefined ? "" : "kit", say("common.confirm.wrong"));
  }
}
