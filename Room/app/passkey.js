// SPDX-License-Identifier: EUPL-1.2
import { fromText, random, sha256, toText } from "../seal/bytes.js";
import { label } from "../seal/labels.js";
import { wayOfPasskey } from "../seal/unlock.js";

/**
 * Passkeys as a way in: the authenticator's PRF gives 32 bytes that only it can make, and only after it has verified its
 * owner. One salt for everybody, so that a new device can ask before it knows who is there.
 */

const TIMEOUT = 120_000;

/** Whether the browser could have one; whether it can derive keys is known only after trying. */
export const passkeysPossible = () => globalThis.PublicKeyCredential !== undefined && navigator.credentials !== undefined;

export const passkeySalt = () => sha256(label("slotPasskey"));

/**
 * Makes a passkey and its way in, or null where the authenticator cannot derive keys.
 * @param {{user: string, name: string, display: string, known: string[]}} about `known` are credentials not to repeat
 */
export async function makePasskey({ user, name, display, known }) {
  const first = await passkeySalt();
  const made = /** @type {any} */ (await navigator.credentials.create({ publicKey: {
    rp: { id: location.hostname, name: document.title.split(" – ").at(-1) ?? location.hostname },
    user: { id: fromText(user, 16), name, displayName: display },
    challenge: random(32),
    pubKeyCredParams: [{ type: "public-key", alg: -8 }, { type: "public-key", alg: -7 }, { type: "public-key", alg: -257 }],
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
    excludeCredentials: known.map((id) => ({ type: "public-key", id: fromText(id) })),
    attestation: "none", timeout: TIMEOUT,
    extensions: /** @type {any} */ ({ prf: { eval: { first } } }),
  } }));
  const { prf } = made.getClientExtensionResults();
  const credential = toText(new Uint8Array(made.rawId));
  if (prf?.results?.first) return { credential, salt: toText(first), way: await wayOf(prf.results.first) };
  if (prf?.enabled === false || !prf) return null;
  const asked = await askPasskey([credential]);
  return asked && { credential, salt: toText(first), way: asked.way };
}

/**
 * Asks for a passkey: its way in and whose it is, or null where it derives no keys. Throws what the browser throws when
 * the person says no or is not verified.
 * @param {string[]} [allowed] credentials; any of this site where there is none
 */
export async function askPasskey(allowed = []) {
  const got = /** @type {any} */ (await navigator.credentials.get({ publicKey: {
    rpId: location.hostname, challenge: random(32), userVerification: "required", timeout: TIMEOUT,
    allowCredentials: allowed.map((id) => ({ type: "public-key", id: fromText(id) })),
    extensions: /** @type {any} */ ({ prf: { eval: { first: await passkeySalt() } } }),
  } }));
  const first = got.getClientExtensionResults().prf?.results?.first;
  if (!first) return null;
  const handle = got.response.userHandle;
  const user = handle?.byteLength === 16 ? toText(new Uint8Array(handle)) : undefined;
  return { credential: toText(new Uint8Array(got.rawId)), user, way: await wayOf(first) };
}

async function wayOf(output) {
  const bytes = new Uint8Array(output);
  const way = await wayOfPasskey(bytes);
  bytes.fill(0);
  return way;
}
