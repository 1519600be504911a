// SPDX-License-Identifier: EUPL-1.2
import { demand, equal, refusal, toText } from "./bytes.js";
import { readKeyLeaf, readKeys } from "./keys.js";
import { append, emptyTree, hashLeaf, pointOf, sizeOf } from "./merkle.js";
import { verifyStatement } from "./statement.js";

/**
 * The key directory: every key statement of a pool in the order of the log, each verified against those before it.
 * Who holds the whole directory needs nobody's word for a key, and its size and root are what statements carry as
 * `cp`.
 *
 * @typedef {import("./keys.js").Keys & {leaf: number}} Entry
 * @typedef {{pool: string, tree: import("./merkle.js").Tree, people: Map<string, Entry[]>, used: Set<string>}}
 *   Directory
 */

/** Entries that `admitAll` checks side by side. */
const BATCH = 64;

/** @param {string} pool @returns {Directory} */
export const emptyDirectory = (pool) => ({ pool, tree: emptyTree(), people: new Map(), used: new Set() });

/**
 * Adds the next entry of the log. Throws and adds nothing when it does not follow: `history` for a gap, a fork, a key
 * used before or a wrong pool; `signature` when one who must sign did not; `keys`, `key`, `floor`, `statement`,
 * `canonical` for its form.
 * @param {Directory} directory
 * @param {Uint8Array} leaf
 * @returns {Promise<Entry>}
 */
export const admit = async (directory, leaf) => settle(directory, await prepare(leaf));

/**
 * Adds many entries in their order, checking side by side what each shows by itself. Throws as `admit` does; what was
 * added by then stays, but a log with a bad entry is believed no further.
 * @param {Directory} directory
 * @param {Uint8Array[]} leaves
 */
export async function admitAll(directory, leaves) {
  for (let at = 0; at < leaves.length; at += BATCH) {
    for (const one of await Promise.all(leaves.slice(at, at + BATCH).map(prepare))) await settle(directory, one);
  }
}

/** The newest keys of a person, if they have any. @param {Directory} directory @param {string} user */
export const current = (directory, user) => directory.people.get(user)?.at(-1);

/** The keys of a person by number. Throws `history` where there are none. @param {Directory} directory */
export function keysOf(directory, user, k) {
  const entry = directory.people.get(user)?.[k - 1];
  demand(entry, "history");
  return /** @type {Entry} */ (entry);
}

/**
 * The keys of a person if they were theirs when the tree had `size` leaves: made before, and not replaced yet. Throws
 * `history`.
 * @param {Directory} directory
 */
export function keysAt(directory, user, k, size) {
  const entry = keysOf(directory, user, k);
  const next = directory.people.get(user)?.[k];
  demand(entry.leaf < size && (next === undefined || next.leaf >= size), "history");
  return entry;
}

/**
 * Demands that the private keys just unlocked are the newest that the log holds for this person, and that stretching
 * is what they signed for. Throws `history`: someone changed the keys, or served old ones.
 * @param {Directory} directory
 * @param {string} user
 * @param {{seq: number, sign: {publicKey: Uint8Array}, enc: {publicKey: Uint8Array}}} identity
 * @param {{alg: string, iterations: number, salt: string}} [kdf]
 */
export function auditOwn(directory, user, identity, kdf) {
  const entry = current(directory, user);
  if (!entry) throw refusal("history");
  demand(entry.seq === identity.seq && equal(entry.signKey, identity.sign.publicKey), "history");
  demand(equal(entry.encKey, identity.enc.publicKey), "history");
  if (kdf) for (const name of ["alg", "iterations", "salt"]) demand(kdf[name] === entry.kdf[name], "history");
}

/** Form, and the signature of a first statement, which names its signer itself. */
async function prepare(leaf) {
  const statement = readKeyLeaf(leaf);
  const keys = await readKeys(statement.body);
  if (keys.reason === "create") await verifyStatement(statement, [keys.signKey]);
  return { statement, keys, hash: await hashLeaf(leaf) };
}

async function settle(directory, { statement, keys, hash }) {
  const history = directory.people.get(keys.user) ?? [];
  await checkPlace(directory, keys, history.at(-1));
  if (keys.reason !== "create") await verifyStatement(statement, signersOf(directory, keys, history.at(-1)));
  const entry = { ...keys, leaf: sizeOf(directory.tree) };
  await append(directory.tree, hash);
  directory.people.set(keys.user, [...history, entry]);
  directory.used.add(toText(keys.signKey)).add(toText(keys.encKey));
  return entry;
}

async function checkPlace(directory, keys, last) {
  demand(keys.pool === directory.pool, "history");
  demand(keys.seq === (last?.seq ?? 0) + 1 && keys.prev === (last?.hash ?? ""), "history");
  demand(keys.at >= (last?.at ?? 0), "history");
  demand(!directory.used.has(toText(keys.signKey)) && !directory.used.has(toText(keys.encKey)), "history");
  demand(!equal(keys.signKey, keys.encKey), "history");
  demand(keys.cp.size <= sizeOf(directory.tree), "history");
  demand((await pointOf(directory.tree, keys.cp.size)).root === keys.cp.root, "history");
}

function signersOf(directory, keys, last) {
  if (keys.reason === "rotate") return [last.signKey, keys.signKey];
  const attesters = keys.by.map(({ u, k }) => {
    const entry = current(directory, u);
    demand(entry?.seq === k, "history");
    return entry.signKey;
  });
  return [keys.signKey, ...attesters];
}
