// SPDX-License-Identifier: EUPL-1.2
import { wipe } from "../seal/bytes.js";
import { current } from "../seal/directory.js";
import * as locker from "../seal/locker.js";
import { stretch } from "../seal/stretching.js";
import { followBundle, wayOfPassphrase } from "../seal/unlock.js";
import { accountOf, confirmed } from "./confirm.js";
import { remember } from "./room.js";
import { unlock, userKeyOf } from "./sign-in.js";
import { syncTree } from "./tree.js";
import { draftKeys, entry, kitSlots, sent, stateKeys } from "./ways.js";

/** Changing the ways in of an open room, and the keys themselves. Each is one request: all of it takes place, or nothing. */

/** Another passphrase, or none, under the same kit. @param {import("./room.js").Room} room @param {string | null} passphrase */
export async function changePassphrase(room, values, passphrase) {
  const { api, config: { pool }, session: { user }, kdf } = /** @type {any} */ (room);
  const about = { pool, user, epoch: room.identity.epoch };
  const way = await wayOfPassphrase(await accountOf(room, values), await stretch(passphrase, kdf, pool, user));
  const userKey = await userKeyOf(room);
  const put = [await entry(way, { ...about, params: { ...kdf, pass: passphrase !== null } }, userKey)];
  wipe(userKey);
  await confirmed(room, values, (confirm) => api.put("/slots", { confirm, epoch: about.epoch, put, remove: [] }));
  await keepPass(room, passphrase !== null);
}

/** Another kit; the one before opens nothing any more. The passphrase stays the same. */
export async function changeKit(room, values, kit) {
  const { api, config: { pool }, session: { user }, kdf } = /** @type {any} */ (room);
  const about = { pool, user, epoch: room.identity.epoch };
  const userKey = await userKeyOf(room);
  const { slots, account } = await kitSlots(about, { kit, passphrase: room.identity.pass ? values.current : null, kdf, userKey });
  wipe(userKey);
  const { session } = await confirmed(room, values, (confirm) => api.put("/slots", { confirm, epoch: about.epoch, put: slots, remove: [] }));
  room.session = session;
  if (!room.me?.shared) await locker.enrol(room.store, account);
}

/** Takes a passkey off. */
export async function removePasskey(room, values, credential) {
  const { epoch } = room.identity;
  await confirmed(room, values, (confirm) => room.api.put("/slots", { confirm, epoch, put: [], remove: [credential] }));
  await remember(room, { passkeys: (room.me?.passkeys ?? []).filter((one) => one !== credential) });
}

/**
 * After a recovery whose wait is over: new kit and new passphrase around the same user key. The sign-in becomes a whole
 * one with the answer.
 */
export async function renewWays(room, { way, kit, passphrase }) {
  const { api, config: { pool }, session: { user } } = room;
  const served = await api.get("/slots");
  const { share } = await api.get("/session");
  await unlock(room, { way, slots: served.slots, bundle: served.bundle, session: room.session, share, credential: undefined });
  const userKey = await userKeyOf(room);
  const about = { pool, user, epoch: served.epoch };
  const made = await kitSlots(about, { kit, passphrase, kdf: /** @type {any} */ (room).kdf, userKey });
  wipe(userKey);
  const { session } = await api.put("/slots", { epoch: about.epoch, put: made.slots, remove: [] });
  room.session = session;
  await locker.enrol(room.store, made.account);
  await keepPass(room, passphrase !== null);
}

/**
 * New keys after a suspected compromise: signed by the old and the new ones, old agreement keys kept for reading, a new
 * kit, every passkey and other sign-in over. What the device kept counts when the log holds the new keys.
 */
export async function rotate(room, values, { kit, passphrase }) {
  const { api, store, config: { pool }, session: { user }, identity } = /** @type {any} */ (room);
  const draft = await draftKeys({ pool, user, epoch: identity.epoch + 1, seq: identity.seq + 1 }, { kit, passphrase });
  const userKey = await userKeyOf(room);
  const { bundle: sealed } = await store.get("bundle");
  const bundle = await followBundle({ userKey, bundle: sealed, about: { pool, user, epoch: identity.epoch } },
    { userKey: draft.userKey, epoch: draft.epoch, seq: draft.seq, sign: draft.signSeed, enc: draft.encSecret });
  wipe(userKey, draft.signSeed, draft.encSecret);
  const directory = await syncTree(api, store, pool);
  const prev = /** @type {any} */ (current(directory, user)).hash;
  const body = { ...sent({ ...draft, bundle }), kit_kept: true };
  await confirmed(room, values, async (confirm) => {
    const statement = await stateKeys(draft, directory, { reason: "rotate", at: api.now(), prev, signers: [identity.sign, draft.sign] });
    return api.post("/keys", { ...body, confirm, statement });
  });
  const { session, share } = await api.get("/session");
  await unlock(room, { way: draft.way, slots: draft.slots, bundle, session, share, credential: undefined });
  room.session = session;
  await locker.enrol(store, draft.account);
  wipe(draft.userKey);
  await remember(room, { passkeys: [], shared: false });
}

async function keepPass(room, pass) {
  room.identity.pass = pass;
  await room.store.put("bundle", { ...(await room.store.get("bundle")), pass });
  await remember(room);
}
