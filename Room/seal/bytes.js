// SPDX-License-Identifier: EUPL-1.2

/** Bytes and their texts: the smallest parts that every other module of the seal stands on. */

/**
 * An error whose `code` is one of a closed list (docs/formats.md, "Refusals"); it never carries content.
 * @param {string} code
 * @returns {Error & {code: string}}
 */
export const refusal = (code) => Object.assign(new Error(code), { name: "SealRefusal", code });

/**
 * Throws the refusal unless the condition holds.
 * @param {unknown} condition
 * @param {string} code
 */
export function demand(condition, code) {
  if (!condition) throw refusal(code);
}

const encoder = new TextEncoder();

/** @param {string} text */
export const utf8 = (text) => encoder.encode(text);

/** @param {...Uint8Array} parts */
export function concat(...parts) {
  const all = new Uint8Array(parts.reduce((size, part) => size + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/**
 * Whether two byte strings are equal, in a time that depends on their lengths only.
 * @param {Uint8Array} a
 * @param {Uint8Array} b
 */
export function equal(a, b) {
  if (a.length !== b.length) return false;
  let difference = 0;
  for (let i = 0; i < a.length; i += 1) difference |= a[i] ^ b[i];
  return difference === 0;
}

/**
 * Order of two byte strings: negative, zero or positive, first differing byte first.
 * @param {Uint8Array} a
 * @param {Uint8Array} b
 */
export function compare(a, b) {
  const shared = Math.min(a.length, b.length);
  for (let i = 0; i < shared; i += 1) if (a[i] !== b[i]) return a[i] - b[i];
  return a.length - b.length;
}

/** @param {number} value four bytes, the most significant first */
export function u32(value) {
  return new Uint8Array([value >>> 24, value >>> 16, value >>> 8, value]);
}

/** @param {Uint8Array} bytes @param {number} [at] */
export const readU32 = (bytes, at = 0) => new DataView(bytes.buffer, bytes.byteOffset + at, 4).getUint32(0);

/** @param {number} count random bytes from the browser's own generator */
export const random = (count) => crypto.getRandomValues(new Uint8Array(count));

/** @param {Uint8Array} bytes @returns {Promise<Uint8Array>} */
export const sha256 = async (bytes) => new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));

/** Base64url without padding (RFC 4648, section 5). @param {Uint8Array} bytes */
export function toText(bytes) {
  let binary = "";
  for (let i = 0; i < bytes.length; i += 0x8000) {
    binary += String.fromCharCode.apply(null, /** @type {any} */ (bytes.subarray(i, i + 0x8000)));
  }
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
/** Bits of the last digit that stand for nothing, by the length of the text modulo four. */
const LEFT_OVER = [0, 0, 0b1111, 0b11];

/**
 * The bytes of a base64url text; refuses padding, other alphabets and left-over bits, so that each value has one text.
 * @param {unknown} text
 * @param {number} [count] the only length accepted, where there is one
 */
export function fromText(text, count) {
  demand(typeof text === "string" && /^[A-Za-z0-9_-]*$/.test(text) && text.length % 4 !== 1, "encoding");
  const digits = /** @type {string} */ (text);
  demand((DIGITS.indexOf(digits.at(-1) ?? "A") & LEFT_OVER[digits.length % 4]) === 0, "encoding");
  const binary = atob(digits.replaceAll("-", "+").replaceAll("_", "/"));
  demand(count === undefined || binary.length === count, "encoding");
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < bytes.length; at += 1) bytes[at] = binary.charCodeAt(at);
  return bytes;
}

/** Whether a text is an id: 16 bytes as 22 characters. @param {unknown} text */
export function isId(text) {
  try {
    return fromText(text, 16).length === 16;
  } catch {
    return false;
  }
}

/** Overwrites secrets that are needed no longer. @param {...Uint8Array} secrets */
export const wipe = (...secrets) => secrets.forEach((secret) => secret.fill(0));
