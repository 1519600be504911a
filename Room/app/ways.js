// SPDX-License-Identifier: EUPL-1.2
import { random, toText } from "../seal/bytes.js";
import { parse } from "../seal/canonical.js";
import { privateKey } from "../seal/derive.js";
import { signKeys } from "../seal/keys.js";
import { pointOf } from "../seal/merkle.js";
import { FLOOR, stretch } from "../seal/stretching.js";
import { accountKey, sealBundle, sealSlot, wayOfKit, wayOfPassphrase } from "../seal/unlock.js";

/**
 * Making what a person holds: a kit, a user key, the ways in to it, and the key statement. Everything is made before
 * anything is sent, so that one request puts it all in place or nothing.
 *
 * @typedef {{pool: string, user: string}} Who
 * @typedef {{auth_pk: string, slot: any}} SlotEntry
 */

/** Parameters of a passphrase with a fresh salt. */
export const freshKdf = () => ({ alg: FLOOR.alg, iterations: FLOOR.iterations, salt: toText(random(16)) });

/** @param {import("../seal/unlock.js").Way} way @returns {Promise<SlotEntry>} */
export async function entry(way, about, userKey) {
  return { auth_pk: toText(way.auth.publicKey), slot: await sealSlot(way, about, userKey) };
}

/**
 * The slots of a kit: kit alone, and passphrase with the kit's account key.
 * @param {Who & {epoch: number}} about
 * @param {{kit: Uint8Array, passphrase: string | null, kdf: any, userKey: Uint8Array}} secrets
 */
export async function kitSlots(about, { kit, passphrase, kdf, userKey }) {
  const account = await accountKey(kit);
  const byPassphrase = await wayOfPassphrase(account, await stretch(passphrase, kdf, about.pool, about.user));
  const slots = [
    await entry(await wayOfKit(kit), { ...about, params: {} }, userKey),
    await entry(byPassphrase, { ...about, params: { ...kdf, pass: passphrase !== null } }, userKey),
  ];
  return { account, slots, way: byPassphrase };
}

/**
 * New keys: a user key of their epoch, bundle and slots, and what is needed to sign the statement later.
 * @param {Who & {epoch: number, seq: number}} about
 * @param {{kit: Uint8Array, passphrase: string | null}} by
 */
export async function draftKeys({ pool, user, epoch, seq }, { kit, passphrase }) {
  const [userKey, signSeed, encSecret, kdf] = [random(32), random(32), random(32), freshKdf()];
  const about = { pool, user, epoch };
  const made = await kitSlots(about, { kit, passphrase, kdf, userKey });
  const bundle = await sealBundle(userKey, about, { seq, sign: signSeed, enc: encSecret, old: [] });
  const sign = await privateKey("Ed25519", signSeed);
  const enc = await privateKey("X25519", encSecret);
  return { ...about, seq, kdf, userKey, bundle, sign, enc, signSeed, encSecret, pass: passphrase !== null, ...made };
}

/**
 * The signed statement of drafted keys, at the newest point of the log.
 * @param {Awaited<ReturnType<typeof draftKeys>>} draft
 * @param {import("../seal/directory.js").Directory} directory
 * @param {{reason: string, at: number, prev: string, by?: any[], signers: any[]}} how
 */
export async function stateKeys(draft, directory, { reason, at, prev, by = [], signers }) {
  const keys = {
    pool: draft.pool, user: draft.user, seq: draft.seq, prev, signKey: draft.sign.publicKey, encKey: draft.enc.publicKey,
    kdf: draft.kdf, reason, at, cp: await pointOf(directory.tree), by,
  };
  return parse(await signKeys(/** @type {any} */ (keys), signers));
}

/** What of a draft is sent to the server. */
export const sent = ({ bundle, slots }) => ({ bundle, slots });
