import { concat, demand, readU32, u32 } from "./bytes.js";
import { isCount } from "./canonical.js";
const FLOORS = Object.freeze({
  action: 4096, agreement: 4096, case: 4096, complaint: 16_384, conflict: 4096, evaluation: 4096, file: 4096, goal: 4096,
  journal: 4096, message: 512, note: 4096, reason: 4096, reply: 16_384, report: 8192, request: 4096,
});
const FIXED = new Set(["complaint", "reply"]);
export const BODY_LIMIT = 1_114_112;
export const isRecordKind = (kind) => typeof kind === "string" && Object.hasOwn(FLOORS, kind);
export function paddedSize(kind, size) {
  demand(isRecordKind(kind) && isCount(size) && size <= BODY_LIMIT, "record");
  const least = FLOORS[(kind)];
  const whole = size + 4;
  if (whole <= least) return least;
  demand(!FIXED.has(kind), "record");
  return rounded(whole);
}
export const pad = (kind, body) =>
  concat(u32(body.length), body, new Uint8Array(paddedSize(kind, body.length) - 4 - body.length));
export function unpad(kind, padded) {
  demand(padded.length >= 4, "record");
  const size = readU32(padded);
  demand(size <= BODY_LIMIT && size + 4 <= padded.length && paddedSize(kind, size) === padded.length, "record");
  let rest = 0;
  for (let at = size + 4; at < padded.length; at += 1) rest |= padded[at];
  demand(rest === 0, "record");
  return padded.slice(4, 4 + size);
}
export function isPaddedSize(kind, size) {
  const least = FLOORS[(kind)];
  if (size === least) return true;
  if (FIXED.has(kind) || !isCount(size, least) || size > rounded(BODY_LIMIT + 4)) return false;
  return rounded(size) === size;
}
function rounded(size) {
  const exponent = 31 - Math.clz32(size);
  const step = 2 ** (exponent - (32 - Math.clz32(exponent)));
  return Math.ceil(size / step) * step;
}
