// SPDX-License-Identifier: EUPL-1.2
import { concat, demand, random } from "./bytes.js";
import { serialise } from "./canonical.js";
import { aesKey, decrypt, encrypt, mac } from "./derive.js";
import { label } from "./labels.js";

/**
 * What a device keeps between visits, over any store of values by name (`device.js` brings the browser's own).
 * Nothing that is kept opens anything by itself: the user key needs the share that the server keeps with the sign-in,
 * and signing keys lie wrapped under a key that no script can read. Curve keys are always kept wrapped, because one
 * engine cannot store them as they are.
 *
 * @typedef {{get(name: string): Promise<any>, put(name: string, value: any): Promise<void>, remove(name: string):
 *   Promise<void>}} Store
 */

/**
 * Keeps the user key until the sign-in ends. `share` are the 32 bytes that the server holds for this sign-in.
 * @param {Store} store
 * @param {{pool: string, user: string, epoch: number}} about
 * @param {Uint8Array} userKey
 * @param {Uint8Array} share
 */
export async function keepUserKey(store, about, userKey, share) {
  const lock = await crypto.subtle.generateKey({ name: "HMAC", hash: "SHA-256", length: 256 }, false, ["sign"]);
  const iv = random(12);
  const text = await encrypt(await lockKey(lock, share), iv, userKey, serialise(about));
  await store.put("open", { about: { ...about }, lock, iv, text });
}

/**
 * The user key kept, or null where there is none. Throws `sealed` under a wrong share.
 * @param {Store} store
 * @param {Uint8Array} share
 */
export async function keptUserKey(store, share) {
  const kept = await store.get("open");
  if (!kept) return null;
  const { pool, user, epoch } = kept.about;
  const userKey = await decrypt(await lockKey(kept.lock, share), kept.iv, kept.text, serialise({ epoch, pool, user }));
  return { pool, user, epoch, userKey };
}

/** Locks: the user key is gone from this device, the device stays enrolled. @param {Store} store */
export const lock = (store) => store.remove("open");

/** Makes the key that requests of this sign-in are proved with, and keeps it wrapped. @param {Store} store */
export async function makeProofKey(store) {
  const { privateKey, publicKey } = /** @type {CryptoKeyPair} */ (
    await crypto.subtle.generateKey({ name: "Ed25519" }, true, ["sign", "verify"])
  );
  const wrapper = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["wrapKey", "unwrapKey"]);
  const iv = random(12);
  const wrapped = await crypto.subtle.wrapKey("pkcs8", privateKey, wrapper, { name: "AES-GCM", iv });
  const raw = new Uint8Array(await crypto.subtle.exportKey("raw", publicKey));
  await store.put("proof", { wrapper, iv, wrapped: new Uint8Array(wrapped), publicKey: raw });
  return proofKey(store);
}

/**
 * The proof key, which no script can read back, or null.
 * @param {Store} store
 * @returns {Promise<import("./unlock.js").Pair | null>}
 */
export async function proofKey(store) {
  const kept = await store.get("proof");
  if (!kept) return null;
  const { wrapped, wrapper, iv } = kept;
  const how = { name: "AES-GCM", iv };
  const key = await crypto.subtle.unwrapKey("pkcs8", wrapped, wrapper, how, { name: "Ed25519" }, false, ["sign"]);
  return { key, publicKey: kept.publicKey };
}

/**
 * Enrols the device: keeps the account key, which no script can read back.
 * @param {Store} store
 * @param {CryptoKey} account
 */
export async function enrol(store, account) {
  demand(!account.extractable && account.algorithm.name === "HMAC", "key");
  await store.put("account", account);
}

/** @param {Store} store @returns {Promise<CryptoKey | null>} */
export const enrolled = async (store) => (await store.get("account")) ?? null;

/** Ends the sign-in on this device; it stays enrolled. @param {Store} store */
export async function leave(store) {
  await store.remove("open");
  await store.remove("proof");
}

/** Takes everything of the seal from this device. @param {Store} store */
export async function forget(store) {
  await leave(store);
  await store.remove("account");
}

async function lockKey(lockingKey, share) {
  demand(share.length === 32, "sealed");
  return aesKey(await mac(lockingKey, concat(label("device"), share)));
}
