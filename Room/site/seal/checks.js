import { demand, refusal } from "./bytes.js";
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
export function checkSigningKey(raw) {
  demand(raw.length === 32 && isSoundPoint(raw), "key");
}
export function checkAgreementKey(raw) {
  demand(raw.length === 32 && (raw[31] & 0x80) === 0 && isBelow(raw, PRIME) && !isAmong(SMALL_MONTGOMERY, raw), "key");
}
export function checkSignature(signature) {
  demand(signature.length === 64 && isSoundPoint(signature.subarray(0, 32)), "signature");
  demand(isBelow(signature.subarray(32), ORDER), "signature");
}
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
function isSoundPoint(raw) {
  const y = Uint8Array.from(raw);
  y[31] &= 0x7f;
  return isBelow(y, PRIME) && !isAmong(SMALL_EDWARDS, y);
}
const isAmong = (list, bytes) => list.some((one) => one.every((byte, at) => byte === bytes[at]));
function isBelow(number, bound) {
  for (let at = 31; at >= 0; at -= 1) if (number[at] !== bound[at]) return number[at] < bound[at];
  return false;
}
function bytesOf(digits) {
  return Uint8Array.from({ length: digits.length / 2 }, (_, at) => Number.parseInt(digits.slice(at * 2, at * 2 + 2), 16));
}
