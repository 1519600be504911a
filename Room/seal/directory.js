// SPDX-License-Identifier: EUPL-1.2
import { demand, equal, refusal, toText } from "./bytes.js";
import { readKeyLeaf, readKeys } from "./keys.js";
import { appendAll, cut, emptyTree, hashLeaf, rootOf, sizeOf } from "./merkle.js";
import { verifyStatement } from "./statement.js";

/**
 * The key directory: every key statement of a pool in the order of the log, each verified against those before it.
 * Who holds the whole directory needs nobody's word for a key, and its size and root are what statements carry as
 * `cp`.
 *
 * @typedef {import("./keys.js").Keys & {leaf: number}} Entry
 * @typedef {{pool: string, tree: import("./merkle.js").Tree, people: Map<string, Entry[]>, used: Set<string>, last?:
 *   Entry}} Directory
 */

/** Entries that `admitAll` checks side by side. */
const BATCH = 512;

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
export async function admit(directory, leaf) {
  await settle(directory, [await prepare(leaf)]);
  return directory.last;
}

/**
 * Adds many entries in their order, checking side by side what can be. Throws as `admit` does; what was added by then
 * stays, but a log with a bad entry is believed no further.
 * @param {Directory} directory
 * @param {Uint8Array[]} leaves
 */
export async function admitAll(directory, leaves) {
  for (let at = 0; at < leaves.length; at += BATCH) {
    const batch = await Promise.allSettled(leaves.slice(at, at + BATCH).map(prepare));
    const bad = batch.find(({ status }) => status === "rejected");
    await settle(directory, batch.slice(0, bad ? batch.indexOf(bad) : undefined).map(({ value }) => value));
    if (bad) throw bad.reason;
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
  const [keys, hash] = await Promise.all([readKeys(statement.body, statement.value), hashLeaf(leaf)]);
  if (keys.reason === "create") await verifyStatement(statement, [keys.signKey]);
  return { statement, keys, hash };
}

/**
 * Puts entries in their places. The tree grows first, so that the points they name can be computed side by side; it
 * is cut back to the entries that hold.
 */
async function settle(directory, batch) {
  const start = sizeOf(directory.tree);
  await appendAll(directory.tree, batch.map(({ hash }) => hash));
  let held = start;
  try {
    const points = await rootsNamed(directory, batch, start);
    for (const { statement, keys } of batch) {
      const history = directory.people.get(keys.user) ?? [];
      checkPlace(directory, keys, history.at(-1), held, points);
      if (keys.reason !== "create") await verifyStatement(statement, signersOf(directory, keys, history.at(-1)));
      directory.last = { ...keys, leaf: held };
      directory.people.set(keys.user, [...history, directory.last]);
      directory.used.add(toText(keys.signKey)).add(toText(keys.encKey));
      held += 1;
    }
  } finally {
    cut(directory.tree, held);
  }
}

/** Roots of the sizes that entries name, each of which must lie before the entry itself. */
async function rootsNamed(directory, batch, start) {
  const sizes = [...new Set(batch.map(({ keys }) => keys.cp.size))].filter((size) => size < start + batch.length);
  const roots = await Promise.all(sizes.map((size) => rootOf(directory.tree, size)));
  return new Map(sizes.map((size, at) => [size, size === 0 ? "" : toText(roots[at])]));
}

function checkPlace(directory, keys, last, leaf, points) {
  demand(keys.pool === directory.pool, "history");
  demand(keys.seq === (last?.seq ?? 0) + 1 && keys.prev === (last?.hash ?? ""), "history");
  demand(keys.at >= (last?.at ?? 0), "history");
  demand(!directory.used.has(toText(keys.signKey)) && !directory.used.has(toText(keys.encKey)), "history");
  demand(!equal(keys.signKey, keys.encKey), "history");
  demand(keys.cp.size <= leaf && points.get(keys.cp.size) === keys.cp.root, "history");
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
