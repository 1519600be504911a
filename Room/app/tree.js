// SPDX-License-Identifier: EUPL-1.2
import { concat } from "../seal/bytes.js";
import { admitAll, emptyDirectory } from "../seal/directory.js";
import { pointOf, sizeOf } from "../seal/merkle.js";
import { Alarm, verified } from "./alarm.js";

/**
 * This device's copy of the key directory. What was verified once is kept, so that later visits verify what is new; a
 * server whose log does not continue what this device saw is caught with both states as evidence.
 */

const PAGE = 1000;
const FORM = 1;

/**
 * Brings the directory up to the server's newest point and returns it.
 * @param {ReturnType<typeof import("./api.js").openApi>} api
 * @param {import("../seal/locker.js").Store} store
 * @param {string} pool
 */
export async function syncTree(api, store, pool) {
  const directory = (await keptTree(store, pool)) ?? emptyDirectory(pool);
  const seen = await pointOf(directory.tree);
  const { cp } = await api.get("/log/checkpoint");
  if (cp.size < seen.size) throw new Alarm("log", { seen, served: cp });
  if (cp.size === seen.size) {
    if (cp.root !== seen.root) throw new Alarm("log", { seen, served: cp });
    return directory;
  }
  while (sizeOf(directory.tree) < cp.size) {
    const after = sizeOf(directory.tree);
    const leaves = await api.entries(after, Math.min(PAGE, cp.size - after));
    if (leaves.length === 0 || leaves.length > cp.size - after) throw new Alarm("log", { seen, served: cp, entries: leaves.length });
    await verified("log", { seen, served: cp, after, entries: leaves.slice(0, 20) }, () => admitAll(directory, leaves));
  }
  const reached = await pointOf(directory.tree);
  if (reached.root !== cp.root) throw new Alarm("log", { seen, served: cp, reached });
  await keepTree(store, directory);
  return directory;
}

/** @param {import("../seal/locker.js").Store} store @param {import("../seal/directory.js").Directory} directory */
export async function keepTree(store, { pool, tree, people, used }) {
  const levels = tree.levels.map((row) => concat(...row));
  await store.put("tree", { form: FORM, pool, levels, people: [...people], used: [...used] });
}

/** The directory kept, or null where there is none of this pool. */
export async function keptTree(store, pool) {
  const kept = await store.get("tree");
  if (kept?.form !== FORM || kept.pool !== pool) return null;
  const levels = kept.levels.map((row) => Array.from({ length: row.length / 32 }, (_, at) => row.slice(at * 32, at * 32 + 32)));
  return { pool, tree: { levels }, people: new Map(kept.people), used: new Set(kept.used) };
}
