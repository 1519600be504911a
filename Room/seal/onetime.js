// SPDX-License-Identifier: EUPL-1.2
import { concat, demand, random, sha256, toText, wipe } from "./bytes.js";
import { hkdf, NO_SALT, privateKey } from "./derive.js";
import { label } from "./labels.js";
import { sealRecord } from "./record.js";

/**
 * Writing without keys of one's own: a complaint under a receipt of twelve words, a request under a key that is
 * forgotten at once.
 *
 * @typedef {{u: string, k: number, encKey: Uint8Array}} Reader
 */

/** A new receipt; its words are the only way back to the mailbox. */
export const makeReceipt = () => random(16);

/**
 * Everything that a receipt stands for: who signs, where replies open, and the mailbox.
 * @param {Uint8Array} secret 16 bytes
 */
export async function receiptKeys(secret) {
  demand(secret.length === 16, "receipt");
  const seed = await hkdf(secret, NO_SALT, label("receiptAuth"));
  const reply = await hkdf(secret, NO_SALT, label("receiptReply"));
  const keys = {
    auth: await privateKey("Ed25519", seed),
    reply: await privateKey("X25519", reply),
    mailbox: toText(await hkdf(secret, NO_SALT, label("receiptMailbox"), 16)),
  };
  wipe(seed, reply);
  return { ...keys, author: await oneTimeAuthor(keys.auth.publicKey) };
}

/**
 * The id of an author who has no other: it is made from the key, so the key can be checked against it.
 * @param {Uint8Array} publicKey
 */
export const oneTimeAuthor = async (publicKey) =>
  toText((await sha256(concat(label("oneTimeAuthor"), publicKey))).subarray(0, 16));

/**
 * Seals a complaint, or an addition to one, to the members of the panel that the reporter left ticked. `place` says
 * where it stands among what this receipt sent before.
 * @param {{pool: string, at: number, cp: import("./merkle.js").Point}} about
 * @param {{rec: string, aseq: number, aprev: string}} place
 * @param {Uint8Array} body at most 16,380 bytes
 * @param {Uint8Array} receipt
 * @param {Reader[]} panel
 */
export async function sealComplaint({ pool, at, cp }, place, body, receipt, panel, draw = random) {
  const { auth, author, mailbox } = await receiptKeys(receipt);
  const core = { ...start(pool, mailbox, author, at, cp), ...place, kind: "complaint" };
  return { ...(await sealRecord(core, body, auth, panel, draw)), publicKey: auth.publicKey, mailbox };
}

/**
 * Seals a request, with a key made for it and forgotten.
 * @param {{pool: string, eng: string, rec: string, at: number, cp: import("./merkle.js").Point}} about
 * @param {Uint8Array} body
 * @param {Reader[]} readers
 */
export async function sealRequest({ pool, eng, rec, at, cp }, body, readers) {
  const seed = random(32);
  const pair = await privateKey("Ed25519", seed);
  wipe(seed);
  const core = { ...start(pool, eng, await oneTimeAuthor(pair.publicKey), at, cp), rec, kind: "request" };
  return { ...(await sealRecord(core, body, pair, readers)), publicKey: pair.publicKey };
}

const start = (pool, eng, author, at, cp) => ({
  pool, eng, author, at, cp, akey: 0, aseq: 1, aprev: "", ver: 1, prev: "", roster: "", seen: [],
});
