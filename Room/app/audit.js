// SPDX-License-Identifier: EUPL-1.2
import { auditOwn, current } from "../seal/directory.js";
import { verified } from "./alarm.js";
import { syncTree } from "./tree.js";

/**
 * Looks oneself up in the key directory: the keys just opened must be the newest that everybody sees. Raises an alarm
 * with both sides otherwise.
 * @param {import("./room.js").Room} room
 */
export async function audit({ api, store, config }, { user, identity, kdf }) {
  const directory = await syncTree(api, store, config.pool);
  const entry = current(directory, user);
  const held = { user, seq: identity.seq, sign_pk: identity.sign.publicKey, enc_pk: identity.enc.publicKey };
  const logged = entry ? { seq: entry.seq, sign_pk: entry.signKey, enc_pk: entry.encKey, leaf: entry.leaf } : {};
  await verified("own", { held, logged }, () => auditOwn(directory, user, identity, kdf));
  return directory;
}
