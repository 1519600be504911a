export const refusal = (code) => Object.assign(new Error(code), { name: "SealRefusal", code });
export function demand(condition, code) {
  if (!condition) throw refusal(code);
}
const encoder = new TextEncoder();
export const utf8 = (text) => encoder.encode(text);
export function concat(...parts) {
  const all = new Uint8Array(parts.reduce((size, part) => size + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
export function equal(a, b) {
  if (a.length !== b.length) return false;
  let difference = 0;
  for (let i = 0; i < a.length; i += 1) difference |= a[i] ^ b[i];
  return difference === 0;
}
export function compare(a, b) {
  const shared = Math.min(a.length, b.length);
  for (let i = 0; i < shared; i += 1) if (a[i] !== b[i]) return a[i] - b[i];
  return a.length - b.length;
}
export function u32(value) {
  return new Uint8Array([value >>> 24, value >>> 16, value >>> 8, value]);
}
export const readU32 = (bytes, at = 0) => new DataView(bytes.buffer, bytes.byteOffset + at, 4).getUint32(0);
export const random = (count) => crypto.getRandomValues(new Uint8Array(count));
export const sha256 = async (bytes) => new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
export function toText(bytes) {
  let binary = "";
  for (let i = 0; i < bytes.length; i += 0x8000) {
    binary += String.fromCharCode.apply(null, (bytes.subarray(i, i + 0x8000)));
  }
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}
const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const LEFT_OVER = [0, 0, 0b1111, 0b11];
export function fromText(text, count) {
  demand(typeof text === "string" && /^[A-Za-z0-9_-]*$/.test(text) && text.length % 4 !== 1, "encoding");
  const digits = (text);
  demand((DIGITS.indexOf(digits.at(-1) ?? "A") & LEFT_OVER[digits.length % 4]) === 0, "encoding");
  const binary = atob(digits.replaceAll("-", "+").replaceAll("_", "/"));
  demand(count === undefined || binary.length === count, "encoding");
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < bytes.length; at += 1) bytes[at] = binary.charCodeAt(at);
  return bytes;
}
export function isId(text) {
  try {
    return fromText(text, 16).length === 16;
  } catch {
    return false;
  }
}
export const wipe = (...secrets) => secrets.forEach((secret) => secret.fill(0));
