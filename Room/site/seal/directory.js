import { demand, equal, refusal, toText } from "./bytes.js";
import { readKeyLeaf, readKeys } from "./keys.js";
import { appendAll, cut, emptyTree, hashLeaf, rootOf, sizeOf } from "./merkle.js";
import { verifyStatement } from "./statement.js";
const BATCH = 512;
export const emptyDirectory = (pool) => ({ pool, tree: emptyTree(), people: new Map(), used: new Set() });
export async function admit(directory, leaf) {
  await settle(directory, [await prepare(leaf)]);
  return directory.last;
}
export async function admitAll(directory, leaves) {
  for (let at = 0; at < leaves.length; at += BATCH) {
    const batch = await Promise.allSettled(leaves.slice(at, at + BATCH).map(prepare));
    const bad = batch.find(({ status }) => status === "rejected");
    await settle(directory, batch.slice(0, bad ? batch.indexOf(bad) : undefined).map(({ value }) => value));
    if (bad) throw bad.reason;
  }
}
export const current = (directory, user) => directory.people.get(user)?.at(-1);
export function keysOf(directory, user, k) {
  const entry = directory.people.get(user)?.[k - 1];
  demand(entry, "history");
  return (entry);
}
export function keysAt(directory, user, k, size) {
  const entry = keysOf(directory, user, k);
  const next = directory.people.get(user)?.[k];
  demand(entry.leaf < size && (next === undefined || next.leaf >= size), "history");
  return entry;
}
export function auditOwn(directory, user, identity, kdf) {
  const entry = current(directory, user);
  if (!entry) throw refusal("history");
  demand(entry.seq === identity.seq && equal(entry.signKey, identity.sign.publicKey), "history");
  demand(equal(entry.encKey, identity.enc.publicKey), "history");
  if (kdf) for (const name of ["alg", "iterations", "salt"]) demand(kdf[name] === entry.kdf[name], "history");
}
async function prepare(leaf) {
  const statement = readKeyLeaf(leaf);
  const [keys, hash] = await Promise.all([readKeys(statement.body, statement.value), hashLeaf(leaf)]);
  if (keys.reason === "create") await verifyStatement(statement, [keys.signKey]);
  return { statement, keys, hash };
}
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
