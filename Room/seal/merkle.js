// SPDX-License-Identifier: EUPL-1.2
import { concat, demand, equal, fromText, sha256, toText } from "./bytes.js";
import { isCount, shape } from "./canonical.js";

/**
 * The Merkle tree of RFC 6962 and RFC 9162 over SHA-256: leaves are hashed behind 0x00, nodes behind 0x01. A tree
 * keeps the hash of each complete subtree, so that the root of any earlier size, and any proof, costs few hashes.
 *
 * @typedef {{levels: Uint8Array[][], last?: {size: number, root: Uint8Array}}} Tree
 * @typedef {{root: string, size: number}} Point
 */

/** @returns {Tree} */
export const emptyTree = () => ({ levels: [[]] });

/** @param {Tree} tree */
export const sizeOf = (tree) => tree.levels[0].length;

/** @param {Uint8Array} entry */
export const hashLeaf = (entry) => sha256(concat(Uint8Array.of(0), entry));

/** @param {Uint8Array} left @param {Uint8Array} right */
export const hashNode = (left, right) => sha256(concat(Uint8Array.of(1), left, right));

/** Adds the hash of a leaf. @param {Tree} tree @param {Uint8Array} leaf */
export async function append(tree, leaf) {
  let hash = leaf;
  for (let level = 0; ; level += 1) {
    const row = (tree.levels[level] ??= []);
    row.push(hash);
    if (row.length % 2 === 1) return;
    hash = await hashNode(row[row.length - 2], hash);
  }
}

/** Adds many, hashing each level of new nodes side by side. @param {Tree} tree @param {Uint8Array[]} leaves */
export async function appendAll(tree, leaves) {
  tree.levels[0].push(...leaves);
  for (let level = 1; tree.levels[level - 1].length > 1; level += 1) {
    const [below, row] = [tree.levels[level - 1], (tree.levels[level] ??= [])];
    const missing = Array.from({ length: (below.length >> 1) - row.length }, (_, at) => row.length + at);
    row.push(...(await Promise.all(missing.map((at) => hashNode(below[2 * at], below[2 * at + 1])))));
  }
}

/** Takes leaves off the end until `size` are left. @param {Tree} tree @param {number} size */
export function cut(tree, size) {
  tree.levels.forEach((row, level) => row.splice(size >> level));
  tree.last = undefined;
}

/** The root of the first `size` leaves. @param {Tree} tree */
export async function rootOf(tree, size = sizeOf(tree)) {
  demand(isCount(size) && size <= sizeOf(tree), "proof");
  if (size === 0) return sha256(new Uint8Array(0));
  if (tree.last?.size === size) return tree.last.root;
  const root = await range(tree, 0, size);
  tree.last = { size, root };
  return root;
}

/**
 * What statements carry as `cp`; before the first leaf the root is an empty text.
 * @param {Tree} tree
 * @returns {Promise<Point>}
 */
export async function pointOf(tree, size = sizeOf(tree)) {
  return { root: size === 0 ? "" : toText(await rootOf(tree, size)), size };
}

/** Throws unless a value has the form of a point. @param {any} point @param {string} code */
export function checkPoint(point, code) {
  shape(point, "root size", code);
  demand(isCount(point.size) && typeof point.root === "string", code);
  if (point.size === 0) demand(point.root === "", code);
  else fromText(point.root, 32);
}

/** Proof that leaf `at` is in the tree of `size` leaves. @param {Tree} tree @returns {Promise<Uint8Array[]>} */
export async function inclusionProof(tree, at, size = sizeOf(tree)) {
  demand(isCount(at) && at < size && size <= sizeOf(tree), "proof");
  return path(tree, at, 0, size);
}

/** Proof that the tree of `newer` leaves continues that of `older`. @param {Tree} tree */
export async function consistencyProof(tree, older, newer = sizeOf(tree)) {
  demand(isCount(older, 1) && older <= newer && newer <= sizeOf(tree), "proof");
  return subproof(tree, older, 0, newer, true);
}

/**
 * Throws `proof` unless the proof shows the leaf at its place under the root (RFC 9162, section 2.1.3.2).
 * @param {Uint8Array} leaf hash
 * @param {number} at
 * @param {number} size
 * @param {Uint8Array[]} proof
 * @param {Uint8Array} root
 */
export async function verifyInclusion(leaf, at, size, proof, root) {
  demand(isCount(at) && isCount(size) && at < size, "proof");
  let [fn, sn, hash] = [BigInt(at), BigInt(size - 1), leaf];
  for (const step of proof) {
    demand(sn !== 0n && step.length === 32, "proof");
    if (fn & 1n || fn === sn) {
      hash = await hashNode(step, hash);
      while (!(fn & 1n) && fn !== 0n) [fn, sn] = [fn >> 1n, sn >> 1n];
    } else {
      hash = await hashNode(hash, step);
    }
    [fn, sn] = [fn >> 1n, sn >> 1n];
  }
  demand(sn === 0n && equal(hash, root), "proof");
}

/**
 * Throws `proof` unless the newer root continues the older one (RFC 9162, section 2.1.4.2).
 * @param {number} older
 * @param {Uint8Array} olderRoot
 * @param {number} newer
 * @param {Uint8Array} newerRoot
 * @param {Uint8Array[]} proof
 */
export async function verifyConsistency(older, olderRoot, newer, newerRoot, proof) {
  demand(isCount(older, 1) && isCount(newer) && older <= newer, "proof");
  demand(proof.every((step) => step.length === 32), "proof");
  if (older === newer) return demand(proof.length === 0 && equal(olderRoot, newerRoot), "proof");
  const steps = [...proof];
  if ((older & (older - 1)) === 0) steps.unshift(olderRoot);
  demand(steps.length > 0, "proof");
  let [fn, sn] = [BigInt(older - 1), BigInt(newer - 1)];
  while (fn & 1n) [fn, sn] = [fn >> 1n, sn >> 1n];
  let [first, second] = [steps[0], steps[0]];
  for (const step of steps.slice(1)) {
    demand(sn !== 0n, "proof");
    if (fn & 1n || fn === sn) {
      first = await hashNode(step, first);
      second = await hashNode(step, second);
      while (!(fn & 1n) && fn !== 0n) [fn, sn] = [fn >> 1n, sn >> 1n];
    } else {
      second = await hashNode(second, step);
    }
    [fn, sn] = [fn >> 1n, sn >> 1n];
  }
  demand(sn === 0n && equal(first, olderRoot) && equal(second, newerRoot), "proof");
}

/** The root of leaves `from` (a multiple of the largest power of two below the count) to `to`. */
async function range(tree, from, to) {
  const count = to - from;
  const level = 31 - Math.clz32(count);
  if (count === 2 ** level) return tree.levels[level][from >> level];
  const middle = from + split(count);
  return hashNode(await range(tree, from, middle), await range(tree, middle, to));
}

async function path(tree, at, from, to) {
  if (to - from === 1) return [];
  const middle = from + split(to - from);
  return at < middle
    ? [...(await path(tree, at, from, middle)), await range(tree, middle, to)]
    : [...(await path(tree, at, middle, to)), await range(tree, from, middle)];
}

async function subproof(tree, older, from, to, whole) {
  if (older === to) return whole ? [] : [await range(tree, from, to)];
  const middle = from + split(to - from);
  return older <= middle
    ? [...(await subproof(tree, older, from, middle, whole)), await range(tree, middle, to)]
    : [...(await subproof(tree, older, middle, to, false)), await range(tree, from, middle)];
}

/** The largest power of two below a count of two or more. */
const split = (count) => 2 ** (31 - Math.clz32(count - 1));
