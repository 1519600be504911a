// SPDX-License-Identifier: EUPL-1.2
import { concat, demand, fromText, sha256, utf8 } from "./bytes.js";
import { isCount, shape } from "./canonical.js";
import { label } from "./labels.js";

/**
 * How a passphrase is stretched. No guess can be tested without the kit, which is why PBKDF2 is enough (decision 3).
 */

/** What a server says about stretching is refused below these, whatever it says. */
export const FLOOR = Object.freeze({ alg: "pbkdf2-sha256", iterations: 600_000, most: 10_000_000 });

/** NFKC, so that the same keys typed on another device give the same bytes. @param {string} text */
export const normalise = (text) => text.normalize("NFKC");

/**
 * Throws `floor` unless parameters are ones that this client accepts.
 * @param {any} kdf
 */
export function checkParameters(kdf) {
  shape(kdf, "alg iterations salt", "floor");
  demand(kdf.alg === FLOOR.alg && isCount(kdf.iterations, FLOOR.iterations) && kdf.iterations <= FLOOR.most, "floor");
  let salt = new Uint8Array(0);
  try {
    salt = fromText(kdf.salt);
  } catch {
    // an unreadable salt has not 16 bytes either
  }
  demand(salt.length === 16, "floor");
}

/**
 * The secret `m` of a passphrase, or 32 zero bytes where there is none. Throws `floor`.
 * @param {string | null} passphrase
 * @param {{alg: string, iterations: number, salt: string}} kdf
 * @param {string} pool
 * @param {string} user
 */
export async function stretch(passphrase, kdf, pool, user) {
  checkParameters(kdf);
  if (passphrase === null) return new Uint8Array(32);
  const ids = concat(fromText(pool, 16), fromText(user, 16));
  const salt = await sha256(concat(label("passphraseSalt"), ids, fromText(kdf.salt, 16)));
  const key = await crypto.subtle.importKey("raw", utf8(normalise(passphrase)), "PBKDF2", false, ["deriveBits"]);
  const how = { name: "PBKDF2", hash: "SHA-256", salt, iterations: kdf.iterations };
  return new Uint8Array(await crypto.subtle.deriveBits(how, key, 256));
}
