import { concat, refusal, sha256 } from "./bytes.js";
import { ENGLISH } from "./english.js";
const INDEX = new Map(ENGLISH.map((word, at) => [word, at]));
const KIT_BYTES = 16;
const KIT_WORDS = 12;
export function wordsFrom(bytes, count) {
  const bits = Array.from(bytes, (byte) => byte.toString(2).padStart(8, "0")).join("");
  return Array.from({ length: count }, (_, at) => ENGLISH[Number.parseInt(bits.slice(at * 11, at * 11 + 11), 2)]);
}
export async function kitWords(secret) {
  if (secret.length !== KIT_BYTES) throw refusal("kit");
  return wordsFrom(concat(secret, await sha256(secret)), KIT_WORDS);
}
export async function readKit(text) {
  const words = text.normalize("NFKC").toLowerCase().match(/\p{L}+/gu) ?? [];
  const unknown = words.findIndex((word) => !INDEX.has(word));
  if (unknown >= 0) return { problem: "unknown", at: unknown, near: nearest(words[unknown]) };
  if (words.length !== KIT_WORDS) return { problem: "count" };
  const bits = words.map((word) => (INDEX.get(word) ?? 0).toString(2).padStart(11, "0")).join("");
  const secret = Uint8Array.from({ length: KIT_BYTES }, (_, at) => Number.parseInt(bits.slice(at * 8, at * 8 + 8), 2));
  const again = await kitWords(secret);
  return again.join() === words.join() ? { secret } : { problem: "checksum" };
}
export function nearest(typed) {
  const start = typed.slice(0, 4);
  const cost = (word) => (word.slice(0, 4) === start ? 0 : edits(typed.slice(0, 12), word));
  return ENGLISH.map((word, at) => ({ word, at, cost: cost(word) }))
    .filter(({ cost }) => cost <= 2)
    .sort((a, b) => a.cost - b.cost || a.at - b.at)
    .slice(0, 3)
    .map(({ word }) => word);
}
function edits(a, b) {
  let [before, last] = [([]), Array.from({ length: b.length + 1 }, (_, at) => at)];
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + same);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    [before, last] = [last, row];
  }
  return last[b.length];
}
