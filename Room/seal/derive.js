// SPDX-License-Identifier: EUPL-1.2
import { concat, fromText, refusal, toText } from "./bytes.js";

/** HKDF, HMAC, AES-GCM and the import of private keys, over WebCrypto alone. */

/** The salt of HKDF where a format names none. */
export const NO_SALT = new Uint8Array(32);

const PKCS8 = {
  Ed25519: Uint8Array.of(0x30, 0x2e, 2, 1, 0, 0x30, 5, 6, 3, 0x2b, 0x65, 0x70, 4, 0x22, 4, 0x20),
  X25519: Uint8Array.of(0x30, 0x2e, 2, 1, 0, 0x30, 5, 6, 3, 0x2b, 0x65, 0x6e, 4, 0x22, 4, 0x20),
};

/**
 * HKDF-SHA-256 (RFC 5869).
 * @param {Uint8Array} secret
 * @param {Uint8Array} salt
 * @param {Uint8Array} info
 * @param {number} [count]
 */
export async function hkdf(secret, salt, info, count = 32) {
  const key = await crypto.subtle.importKey("raw", secret, "HKDF", false, ["deriveBits"]);
  return new Uint8Array(await crypto.subtle.deriveBits({ name: "HKDF", hash: "SHA-256", salt, info }, key, count * 8));
}

/** A key for HMAC-SHA-256 that no script can read back. @param {Uint8Array} raw never empty */
export const macKey = (raw) =>
  crypto.subtle.importKey("raw", raw, { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);

/** @param {CryptoKey} key @param {Uint8Array} message */
export const mac = async (key, message) => new Uint8Array(await crypto.subtle.sign("HMAC", key, message));

/** HKDF-Expand for one block: 32 bytes or fewer. @param {Uint8Array} prk @param {Uint8Array} info */
export async function expand(prk, info, count = 32) {
  return (await mac(await macKey(prk), concat(info, Uint8Array.of(1)))).subarray(0, count);
}

/** @param {Uint8Array} raw @param {KeyUsage[]} uses */
export const aesKey = (raw, uses = ["encrypt", "decrypt"]) =>
  crypto.subtle.importKey("raw", raw, { name: "AES-GCM" }, false, uses);

/**
 * AES-256-GCM.
 * @param {CryptoKey} key
 * @param {Uint8Array} iv
 * @param {Uint8Array} text
 * @param {Uint8Array} additionalData
 */
export const encrypt = async (key, iv, text, additionalData) =>
  new Uint8Array(await crypto.subtle.encrypt({ name: "AES-GCM", iv, additionalData }, key, text));

/**
 * Throws `sealed` whenever the text does not open, whatever the cause.
 * @param {CryptoKey} key @param {Uint8Array} iv @param {Uint8Array} text @param {Uint8Array} additionalData
 */
export async function decrypt(key, iv, text, additionalData) {
  try {
    return new Uint8Array(await crypto.subtle.decrypt({ name: "AES-GCM", iv, additionalData }, key, text));
  } catch {
    throw refusal("sealed");
  }
}

/**
 * A private key from its 32 bytes: `key` cannot be read back, `publicKey` is its public half.
 * @param {"Ed25519" | "X25519"} name
 * @param {Uint8Array} secret
 * @returns {Promise<{key: CryptoKey, publicKey: Uint8Array}>}
 */
export async function privateKey(name, secret) {
  const der = concat(PKCS8[name], secret);
  const uses = /** @type {KeyUsage[]} */ (name === "Ed25519" ? ["sign"] : ["deriveBits"]);
  const key = await crypto.subtle.importKey("pkcs8", der, { name }, false, uses);
  const publicKey = name === "X25519" ? await timesBase(key) : await publicHalf(der);
  der.fill(0);
  return { key, publicKey };
}

/** A key pair for one agreement. @returns {Promise<{key: CryptoKey, publicKey: Uint8Array}>} */
export async function freshPair() {
  const pair = await crypto.subtle.generateKey({ name: "X25519" }, false, ["deriveBits"]);
  const { privateKey: key, publicKey } = /** @type {CryptoKeyPair} */ (pair);
  return { key, publicKey: new Uint8Array(await crypto.subtle.exportKey("raw", publicKey)) };
}

/** The public half of an X25519 key is its agreement with the base point, 9. */
async function timesBase(key) {
  const raw = new Uint8Array(32);
  raw[0] = 9;
  const base = await crypto.subtle.importKey("raw", raw, { name: "X25519" }, false, []);
  return new Uint8Array(await crypto.subtle.deriveBits({ name: "X25519", public: base }, key, 256));
}

/** The public half of an Ed25519 key is told by a copy that can be read, dropped at once. */
async function publicHalf(der) {
  const readable = await crypto.subtle.importKey("pkcs8", der, { name: "Ed25519" }, true, ["sign"]);
  return fromText((await crypto.subtle.exportKey("jwk", readable)).x, 32);
}

/** @param {CryptoKey} key @param {Uint8Array} message */
export const sign = async (key, message) =>
  new Uint8Array(await crypto.subtle.sign({ name: "Ed25519" }, key, message));

/** A short hint at a public key, for people and logs; no verifier reads it. @param {Uint8Array} publicKey */
export const hint = (publicKey) => toText(publicKey.subarray(0, 9));
