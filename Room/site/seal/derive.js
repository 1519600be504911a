import { concat, fromText, refusal, toText } from "./bytes.js";
export const NO_SALT = new Uint8Array(32);
const PKCS8 = {
  Ed25519: Uint8Array.of(0x30, 0x2e, 2, 1, 0, 0x30, 5, 6, 3, 0x2b, 0x65, 0x70, 4, 0x22, 4, 0x20),
  X25519: Uint8Array.of(0x30, 0x2e, 2, 1, 0, 0x30, 5, 6, 3, 0x2b, 0x65, 0x6e, 4, 0x22, 4, 0x20),
};
export async function hkdf(secret, salt, info, count = 32) {
  const key = await crypto.subtle.importKey("raw", secret, "HKDF", false, ["deriveBits"]);
  return new Uint8Array(await crypto.subtle.deriveBits({ name: "HKDF", hash: "SHA-256", salt, info }, key, count * 8));
}
export const macKey = (raw) =>
  crypto.subtle.importKey("raw", raw, { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
export const mac = async (key, message) => new Uint8Array(await crypto.subtle.sign("HMAC", key, message));
export async function expand(prk, info, count = 32) {
  return (await mac(await macKey(prk), concat(info, Uint8Array.of(1)))).subarray(0, count);
}
export const aesKey = (raw, uses = ["encrypt", "decrypt"]) =>
  crypto.subtle.importKey("raw", raw, { name: "AES-GCM" }, false, uses);
export const encrypt = async (key, iv, text, additionalData) =>
  new Uint8Array(await crypto.subtle.encrypt({ name: "AES-GCM", iv, additionalData }, key, text));
export async function decrypt(key, iv, text, additionalData) {
  try {
    return new Uint8Array(await crypto.subtle.decrypt({ name: "AES-GCM", iv, additionalData }, key, text));
  } catch {
    throw refusal("sealed");
  }
}
export async function privateKey(name, secret) {
  const der = concat(PKCS8[name], secret);
  const uses = (name === "Ed25519" ? ["sign"] : ["deriveBits"]);
  const key = await crypto.subtle.importKey("pkcs8", der, { name }, false, uses);
  const publicKey = name === "X25519" ? await timesBase(key) : await publicHalf(der);
  der.fill(0);
  return { key, publicKey };
}
export async function freshPair() {
  const pair = await crypto.subtle.generateKey({ name: "X25519" }, false, ["deriveBits"]);
  const { privateKey: key, publicKey } = (pair);
  return { key, publicKey: new Uint8Array(await crypto.subtle.exportKey("raw", publicKey)) };
}
async function timesBase(key) {
  const raw = new Uint8Array(32);
  raw[0] = 9;
  const base = await crypto.subtle.importKey("raw", raw, { name: "X25519" }, false, []);
  return new Uint8Array(await crypto.subtle.deriveBits({ name: "X25519", public: base }, key, 256));
}
async function publicHalf(der) {
  const readable = await crypto.subtle.importKey("pkcs8", der, { name: "Ed25519" }, true, ["sign"]);
  return fromText((await crypto.subtle.exportKey("jwk", readable)).x, 32);
}
export const sign = async (key, message) =>
  new Uint8Array(await crypto.subtle.sign({ name: "Ed25519" }, key, message));
export const hint = (publicKey) => toText(publicKey.subarray(0, 9));
