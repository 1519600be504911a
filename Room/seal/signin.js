// SPDX-License-Identifier: EUPL-1.2
import { demand, fromText, isId, refusal } from "./bytes.js";
import { isCount, shape } from "./canonical.js";
import { checkSigningKey } from "./checks.js";
import { readStatement, signStatement, verifyStatement } from "./statement.js";

/**
 * Signing in, and the proof with each request. Both are statements; neither shows a secret, and neither passes for
 * the other.
 */

/** `sign_in` with a passphrase or passkey, `recover` with the kit alone, `confirm` before a weighty act. */
export const PURPOSES = Object.freeze(["confirm", "recover", "sign_in"]);

/** Seconds between the time in a statement and the clock that judges it. */
export const TOLERANCE = 60;

const ORIGIN = /^https?:\/\/[a-z0-9.-]{1,253}(:[0-9]{1,5})?$/;
const PATH = /^\/[\x21-\x7e]{0,2047}$/;
const METHODS = ["DELETE", "GET", "POST", "PUT"];

/**
 * @param {{origin: string, pool: string, user: string, nonce: string, at: number, purpose: string, proof: string}}
 *   body `proof` is the public key that the new sign-in is bound to
 * @param {import("./unlock.js").Pair} auth
 */
export function signLogin(body, auth) {
  checkLogin(body);
  return signStatement("login", body, [auth]);
}

/**
 * The sign-in that a statement asks for. Throws `login` when it is for something else or out of time, `signature`.
 * @param {Uint8Array} bytes
 * @param {{origin: string, pool: string, user: string, nonce: string, purpose: string, now: number}} expected
 * @param {Uint8Array} publicKey
 */
export async function verifyLogin(bytes, expected, publicKey) {
  const statement = readStatement(bytes, "login");
  const { value } = statement;
  checkLogin(value);
  for (const name of ["origin", "pool", "user", "nonce", "purpose"]) demand(value[name] === expected[name], "login");
  demand(Math.abs(value.at - expected.now) <= TOLERANCE, "login");
  await verifyStatement(statement, [publicKey]);
  return value;
}

/**
 * @param {{method: string, path: string, body_sha256: string, token_sha256: string, nonce: string, at: number}} body
 * @param {import("./unlock.js").Pair} proof
 */
export function signRequest(body, proof) {
  checkRequest(body);
  return signStatement("req", body, [proof]);
}

/**
 * The proof of a request. Throws `request` when it is for another request or out of time, `signature`.
 * @param {Uint8Array} bytes
 * @param {{method: string, path: string, body_sha256: string, token_sha256: string, now: number}} expected
 * @param {Uint8Array} publicKey
 */
export async function verifyRequest(bytes, expected, publicKey) {
  const statement = readStatement(bytes, "req");
  const { value } = statement;
  checkRequest(value);
  for (const name of ["method", "path", "body_sha256", "token_sha256"]) {
    demand(value[name] === expected[name], "request");
  }
  demand(Math.abs(value.at - expected.now) <= TOLERANCE, "request");
  await verifyStatement(statement, [publicKey]);
  return value;
}

function checkLogin(value) {
  shape(value, "at nonce origin pool proof purpose user", "login");
  demand(isId(value.pool) && isId(value.user) && isId(value.nonce) && isCount(value.at), "login");
  demand(typeof value.origin === "string" && ORIGIN.test(value.origin) && PURPOSES.includes(value.purpose), "login");
  checkSigningKey(bytes(value.proof, "login"));
}

function checkRequest(value) {
  shape(value, "at body_sha256 method nonce path token_sha256", "request");
  demand(METHODS.includes(value.method) && typeof value.path === "string" && PATH.test(value.path), "request");
  demand(isId(value.nonce) && isCount(value.at), "request");
  bytes(value.body_sha256, "request");
  bytes(value.token_sha256, "request");
}

function bytes(value, code) {
  try {
    return fromText(value, 32);
  } catch {
    throw refusal(code);
  }
}
