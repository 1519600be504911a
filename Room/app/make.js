// SPDX-License-Identifier: EUPL-1.2
import { equal, fromText, wipe } from "../seal/bytes.js";
import { current } from "../seal/directory.js";
import * as locker from "../seal/locker.js";
import { Alarm } from "./alarm.js";
import { Refused } from "./api.js";
import { remember } from "./room.js";
import { syncTree } from "./tree.js";
import { draftKeys, sent, stateKeys } from "./ways.js";

/**
 * First keys. Everything is made and kept on this device first; then one request puts it in place. What the device
 * kept counts only if the log then holds exactly these keys, so a cut at any moment leaves the old state or the new.
 *
 * @param {import("./room.js").Room} room signed in by a link
 * @param {{kit: Uint8Array, passphrase: string | null, kept: boolean}} by
 * @returns {Promise<() => Promise<void>>} sends; may be called again after a lost connection
 */
export async function makeKeys(room, { kit, passphrase, kept }) {
  const { api, store, config: { pool } } = room;
  const { user } = room.session;
  const draft = await draftKeys({ pool, user, epoch: 1, seq: 1 }, { kit, passphrase });
  const { share } = await api.get("/session");
  await locker.keepUserKey(store, { pool, user, epoch: 1 }, draft.userKey, fromText(share, 32));
  await store.put("bundle", { bundle: draft.bundle, kdf: draft.kdf, pass: draft.pass });
  await locker.enrol(store, draft.account);
  wipe(draft.userKey, draft.signSeed, draft.encSecret);
  let statement;
  return async () => {
    const directory = await syncTree(api, store, pool);
    const entry = current(directory, user);
    if (entry && !isSame(entry, draft)) throw new Alarm("own", { user, entry: { seq: entry.seq, sign_pk: entry.signKey } });
    if (!entry) {
      statement = await stateKeys(draft, directory, { reason: "create", at: api.now(), prev: "", signers: [draft.sign] });
      await putKeys(room, { ...sent(draft), kit_kept: kept, statement });
    }
    await check(room, draft, kept);
  };
}

/** Sends keys and takes the session that comes back. */
export async function putKeys(room, body) {
  const { session } = await room.api.post("/keys", body);
  room.session = session;
}

/** Believes that keys are made when the log says so, and not before. */
async function check(room, draft, kept) {
  const { config: { pool }, store, api } = room;
  const directory = await syncTree(api, store, pool);
  const entry = current(directory, draft.user);
  if (!entry || !isSame(entry, draft)) throw new Alarm("own", { user: draft.user, cp: directory.tree.levels[0].length });
  const { session } = await api.get("/session");
  if (session.strength !== "keys") throw new Refused(409, { code: "stale" });
  const identity = { seq: draft.seq, sign: draft.sign, enc: draft.enc, old: new Map(), epoch: draft.epoch, pass: draft.pass };
  Object.assign(room, { session, identity, directory, kdf: draft.kdf, way: draft.way, state: "open" });
  await remember(room, { shared: false, kept });
}

const isSame = (entry, draft) => equal(entry.signKey, draft.sign.publicKey) && equal(entry.encKey, draft.enc.publicKey);
