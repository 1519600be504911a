// SPDX-License-Identifier: EUPL-1.2
import { compare, demand, fromText } from "./bytes.js";

/**
 * The high-water mark of an engagement: what was seen of each author and each record. Gaps, older versions, forks and
 * withheld records show against it. It is plain data, kept on the device.
 *
 * @typedef {{aseq: number, hash: string, akey: number}} Mark
 * @typedef {{authors: Map<string, Mark>, records: Map<string, {ver: number, hashes: Set<string>}>, known: Set<string>,
 *   gone: Set<string>}} Chain
 */

/** @returns {Chain} */
export const emptyChain = () => ({ authors: new Map(), records: new Map(), known: new Set(), gone: new Set() });

/**
 * Whether an envelope follows: `new`, or `known` when it is one seen before. Throws `chain` for a gap, a fork, an
 * older version, or a key that its author had already replaced.
 * @param {Chain} chain
 * @param {import("./record.js").Core} core
 * @param {string} hash
 */
export function follows(chain, core, hash) {
  if (chain.known.has(hash)) return "known";
  const last = chain.authors.get(core.author) ?? { aseq: 0, hash: "", akey: 0 };
  const next = core.aseq === last.aseq + 1 && core.aprev === last.hash;
  const afterDisposed = core.aseq > last.aseq + 1 && chain.gone.has(core.aprev);
  demand((next || afterDisposed) && core.akey >= last.akey, "chain");
  const record = chain.records.get(core.rec);
  demand(core.ver === (record?.ver ?? 0) + 1, "chain");
  demand(core.ver === 1 || record?.hashes.has(core.prev), "chain");
  return "new";
}

/**
 * Notes an envelope that was opened.
 * @param {Chain} chain
 * @param {import("./record.js").Core} core
 * @param {string} hash
 */
export function note(chain, core, hash) {
  if (follows(chain, core, hash) === "known") return;
  chain.known.add(hash);
  chain.authors.set(core.author, { aseq: core.aseq, hash, akey: core.akey });
  noteVersion(chain, core.rec, core.ver, hash);
}

/**
 * Notes what the server says was disposed of; the chain goes on from its hash.
 * @param {Chain} chain
 * @param {{rec: string, ver: number, env_hash: string}} tombstone
 */
export function noteGone(chain, { rec, ver, env_hash: hash }) {
  if (chain.known.has(hash) || chain.gone.has(hash)) return;
  demand(ver === (chain.records.get(rec)?.ver ?? 0) + 1, "chain");
  chain.gone.add(hash);
  noteVersion(chain, rec, ver, hash);
}

/**
 * What an author had seen and this side does not hold. After a whole sync this is evidence that something is withheld.
 * @param {Chain} chain
 * @param {import("./record.js").Core} core
 */
export const missing = (chain, core) => core.seen.filter(({ env }) => !chain.known.has(env) && !chain.gone.has(env));

/**
 * What to say in the next envelope: the newest of each other author, in the order of their ids.
 * @param {Chain} chain
 * @param {string} author
 */
export const seenBy = (chain, author) =>
  [...chain.authors]
    .filter(([u]) => u !== author)
    .map(([u, { aseq, hash }]) => ({ aseq, env: hash, u }))
    .sort((a, b) => compare(fromText(a.u), fromText(b.u)));

/** Where this author's next envelope stands. @param {Chain} chain @param {string} author */
export function nextPlace(chain, author) {
  const last = chain.authors.get(author);
  return { aseq: (last?.aseq ?? 0) + 1, aprev: last?.hash ?? "" };
}

function noteVersion(chain, rec, ver, hash) {
  const record = chain.records.get(rec) ?? { ver: 0, hashes: new Set() };
  record.ver = ver;
  record.hashes.add(hash);
  chain.records.set(rec, record);
}
