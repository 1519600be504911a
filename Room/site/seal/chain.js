import { compare, demand, fromText } from "./bytes.js";
export const emptyChain = () => ({ authors: new Map(), records: new Map(), known: new Set(), gone: new Set() });
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
export function note(chain, core, hash) {
  if (follows(chain, core, hash) === "known") return;
  chain.known.add(hash);
  chain.authors.set(core.author, { aseq: core.aseq, hash, akey: core.akey });
  noteVersion(chain, core.rec, core.ver, hash);
}
export function noteGone(chain, { rec, ver, env_hash: hash }) {
  if (chain.known.has(hash) || chain.gone.has(hash)) return;
  demand(ver === (chain.records.get(rec)?.ver ?? 0) + 1, "chain");
  chain.gone.add(hash);
  noteVersion(chain, rec, ver, hash);
}
export const missing = (chain, core) => core.seen.filter(({ env }) => !chain.known.has(env) && !chain.gone.has(env));
export const seenBy = (chain, author) =>
  [...chain.authors]
    .filter(([u]) => u !== author)
    .map(([u, { aseq, hash }]) => ({ aseq, env: hash, u }))
    .sort((a, b) => compare(fromText(a.u), fromText(b.u)));
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
