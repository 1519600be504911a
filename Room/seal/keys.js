// SPDX-License-Identifier: EUPL-1.2
import { compare, demand, fromText, isId, refusal, sha256, toText } from "./bytes.js";
import { isCount, parse, serialise, shape, STATEMENT_LIMIT } from "./canonical.js";
import { checkAgreementKey, checkSigningKey } from "./checks.js";
import { checkPoint } from "./merkle.js";
import { checkParameters } from "./stretching.js";
import { readCarried, signStatement } from "./statement.js";

/**
 * Key statements (`keys.v1`): a person's public keys, numbered, each bound to the one before. The number is the `k`
 * of every other format.
 *
 * @typedef {{pool: string, user: string, seq: number, prev: string, signKey: Uint8Array, encKey: Uint8Array,
 *   kdf: {alg: string, iterations: number, salt: string}, reason: "create" | "rotate" | "reset", at: number,
 *   cp: import("./merkle.js").Point, by: {k: number, u: string}[], hash: string}} Keys
 */

/** What the log's entry adds to a statement: `{"d":` and `,"t":"k"}`. */
const LEAF_FRAME = 14;

/** The body of a key statement; `by` names the attesters of a reset. @param {Omit<Keys, "hash">} keys */
export function keysBody({ signKey, encKey, by, ...rest }) {
  const body = { ...rest, enc_pk: toText(encKey), sign_pk: toText(signKey) };
  return rest.reason === "reset" ? { ...body, by } : body;
}

/** A signed key statement. @param {Omit<Keys, "hash">} keys @param {import("./unlock.js").Pair[]} signers */
export async function signKeys(keys, signers) {
  const body = keysBody(keys);
  await readKeys(serialise(body));
  return signStatement("keys", body, signers);
}

/**
 * Reads the body of a key statement by itself: form, floors, and keys fit for use. Whose turn it is and who must sign
 * is the directory's to say. Throws `keys`, `key` or `floor`.
 * @param {Uint8Array} body
 * @param {Record<string, any>} [value] what the body was parsed to already
 * @returns {Promise<Keys>}
 */
export async function readKeys(body, value = parse(body)) {
  shape(value, "at by? cp enc_pk kdf pool prev reason seq sign_pk user", "keys");
  const { pool, user, seq, prev, reason, at, cp, kdf } = value;
  demand(isId(pool) && isId(user) && isCount(seq, 1) && isCount(at), "keys");
  demand(["create", "rotate", "reset"].includes(reason) && (reason === "create") === (seq === 1), "keys");
  demand(seq === 1 ? prev === "" : text(prev).length === 32, "keys");
  demand((reason === "reset") === Object.hasOwn(value, "by"), "keys");
  try {
    checkPoint(cp, "keys");
  } catch {
    throw refusal("keys");
  }
  checkParameters(kdf);
  const signKey = text(value.sign_pk);
  const encKey = text(value.enc_pk);
  checkSigningKey(signKey);
  checkAgreementKey(encKey);
  const by = value.by ?? [];
  if (reason === "reset") checkAttesters(by, user);
  return { pool, user, seq, prev, signKey, encKey, kdf, reason, at, cp, by, hash: toText(await sha256(body)) };
}

/** The log entry of a key statement. @param {Uint8Array} statement */
export const keyLeaf = (statement) => serialise({ d: parse(statement), t: "k" });

/** The statement of a log entry that must hold keys. @param {Uint8Array} leaf */
export function readKeyLeaf(leaf) {
  const value = parse(leaf, 65_536);
  shape(value, "d t", "keys");
  demand(value.t === "k", "keys");
  demand(leaf.length - LEAF_FRAME <= STATEMENT_LIMIT, "canonical");
  return readCarried(value.d, "keys");
}

/** Attesters: one or two, each another person, in the order of their ids. */
function checkAttesters(by, user) {
  demand(Array.isArray(by) && by.length >= 1 && by.length <= 2, "keys");
  for (const item of by) {
    shape(item, "k u", "keys");
    demand(isId(item.u) && item.u !== user && isCount(item.k, 1), "keys");
  }
  demand(by.length === 1 || compare(fromText(by[0].u), fromText(by[1].u)) < 0, "keys");
}

function text(value) {
  try {
    return fromText(value);
  } catch {
    throw refusal("keys");
  }
}
