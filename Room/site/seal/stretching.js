import { concat, demand, fromText, sha256, utf8 } from "./bytes.js";
import { isCount, shape } from "./canonical.js";
import { label } from "./labels.js";
export const FLOOR = Object.freeze({ alg: "pbkdf2-sha256", iterations: 600_000, most: 10_000_000 });
export const normalise = (text) => text.normalize("NFKC");
export function checkParameters(kdf) {
  shape(kdf, "alg iterations salt", "floor");
  demand(kdf.alg === FLOOR.alg && isCount(kdf.iterations, FLOOR.iterations) && kdf.iterations <= FLOOR.most, "floor");
  let salt = new Uint8Array(0);
  try {
    salt = fromText(kdf.salt);
  } catch {
  }
  demand(salt.length === 16, "floor");
}
export async function stretch(passphrase, kdf, pool, user) {
  checkParameters(kdf);
  if (passphrase === null) return new Uint8Array(32);
  const ids = concat(fromText(pool, 16), fromText(user, 16));
  const salt = await sha256(concat(label("passphraseSalt"), ids, fromText(kdf.salt, 16)));
  const key = await crypto.subtle.importKey("raw", utf8(normalise(passphrase)), "PBKDF2", false, ["deriveBits"]);
  const how = { name: "PBKDF2", hash: "SHA-256", salt, iterations: kdf.iterations };
  return new Uint8Array(await crypto.subtle.deriveBits(how, key, 256));
}
