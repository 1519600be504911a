import { concat, demand, equal, fromText, sha256, toText } from "./bytes.js";
import { isCount, shape } from "./canonical.js";
export const emptyTree = () => ({ levels: [[]] });
export const sizeOf = (tree) => tree.levels[0].length;
export const hashLeaf = (entry) => sha256(concat(Uint8Array.of(0), entry));
export const hashNode = (left, right) => sha256(concat(Uint8Array.of(1), left, right));
export async function append(tree, leaf) {
  let hash = leaf;
  for (let level = 0; ; level += 1) {
    const row = (tree.levels[level] ??= []);
    row.push(hash);
    if (row.length % 2 === 1) return;
    hash = await hashNode(row[row.length - 2], hash);
  }
}
export async function appendAll(tree, leaves) {
  tree.levels[0].push(...leaves);
  for (let level = 1; tree.levels[level - 1].length > 1; level += 1) {
    const [below, row] = [tree.levels[level - 1], (tree.levels[level] ??= [])];
    const missing = Array.from({ length: (below.length >> 1) - row.length }, (_, at) => row.length + at);
    row.push(...(await Promise.all(missing.map((at) => hashNode(below[2 * at], below[2 * at + 1])))));
  }
}
export function cut(tree, size) {
  tree.levels.forEach((row, level) => row.splice(size >> level));
  tree.last = undefined;
}
export async function rootOf(tree, size = sizeOf(tree)) {
  demand(isCount(size) && size <= sizeOf(tree), "proof");
  if (size === 0) return sha256(new Uint8Array(0));
  if (tree.last?.size === size) return tree.last.root;
  const root = await range(tree, 0, size);
  tree.last = { size, root };
  return root;
}
export async function pointOf(tree, size = sizeOf(tree)) {
  return { root: size === 0 ? "" : toText(await rootOf(tree, size)), size };
}
export function checkPoint(point, code) {
  shape(point, "root size", code);
  demand(isCount(point.size) && typeof point.root === "string", code);
  if (point.size === 0) demand(point.root === "", code);
  else fromText(point.root, 32);
}
export async function inclusionProof(tree, at, size = sizeOf(tree)) {
  demand(isCount(at) && at < size && size <= sizeOf(tree), "proof");
  return path(tree, at, 0, size);
}
export async function consistencyProof(tree, older, newer = sizeOf(tree)) {
  demand(isCount(older, 1) && older <= newer && newer <= sizeOf(tree), "proof");
  return subproof(tree, older, 0, newer, true);
}
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
const split = (count) => 2 ** (31 - Math.clz32(count - 1));
