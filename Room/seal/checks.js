// SPDX-License-Identifier: EUPL-1.2
import { demand, refusal } from "./bytes.js";

/**
 * What a public key or a signature must be before any library is asked. Every engine accepts a signature under the
 * identity point for every message, so these checks stand in front of each verification and each key agreement.
 */

/** y, or u, of the points of small order, without the sign bit (RFC 8032 curve: orders 1, 2, 4, 8, 8). */
const SMALL_EDWARDS = [
  "0100000000000000000000000000000000000000000000000000000000000000",
  "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
  "0000000000000000000000000000000000000000000000000000000000000000",
  "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
  "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
].map(bytesOf);
const SMALL_MONTGOMERY = [
  "0000000000000000000000000000000000000000000000000000000000000000",
  "0100000000000000000000000000000000000000000000000000000000000000",
  "e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800",
  "5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157",
  "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
].map(bytesOf);
const ORDER = bytesOf("edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010");
const PRIME = bytesOf("edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f");

/** Throws `key` unless the bytes are a canonical Edwards point of large order. @param {Uint8Array} raw */
export function checkSigningKey(raw) {
  demand(raw.length === 32 && isSoundPoint(raw), "key");
}

/** Throws `key` unless the bytes are a canonical Montgomery coordinate of large order. @param {Uint8Array} raw */
export function checkAgreementKey(raw) {
  demand(raw.length === 32 && (raw[31] & 0x80) === 0 && isBelow(raw, PRIME) && !isAmong(SMALL_MONTGOMERY, raw), "key");
}

/** Throws `signature` unless R is a sound point and S is reduced. @param {Uint8Array} signature */
export function checkSignature(signature) {
  demand(signature.length === 64 && isSoundPoint(signature.subarray(0, 32)), "signature");
  demand(isBelow(signature.subarray(32), ORDER), "signature");
}

/**
 * Verifies an Ed25519 signature after the checks above. Throws `key` or `signature`.
 * @param {Uint8Array} publicKey
 * @param {Uint8Array} signature
 * @param {Uint8Array} message
 */
export async function verifySignature(publicKey, signature, message) {
  checkSigningKey(publicKey);
  checkSignature(signature);
  let holds = false;
  try {
    const key = await crypto.subtle.importKey("raw", publicKey, { name: "Ed25519" }, false, ["verify"]);
    holds = await crypto.subtle.verify({ name: "Ed25519" }, key, signature, message);
  } catch {
    throw refusal("key");
  }
  demand(holds, "signature");
}

/** @param {Uint8Array} raw */
function isSoundPoint(raw) {
  const y = Uint8Array.from(raw);
  y[31] &= 0x7f;
  return isBelow(y, PRIME) && !isAmong(SMALL_EDWARDS, y);
}

/** @param {Uint8Array[]} list @param {Uint8Array} bytes public ones, so that time may tell */
const isAmong = (list, bytes) => list.some((one) => one.every((byte, at) => byte === bytes[at]));

/** Whether a number is smaller than another, both of 32 bytes, the least significant first. */
function isBelow(number, bound) {
  for (let at = 31; at >= 0; at -= 1) if (number[at] !== bound[at]) return number[at] < bound[at];
  return false;
}

/** @param {string} digits */
function bytesOf(digits) {
  return Uint8Array.from({ length: digits.length / 2 }, (_, at) => Number.parseInt(digits.slice(at * 2, at * 2 + 2), 16));
}
