import { compare, concat, demand, equal, fromText, isId, random, refusal, sha256, toText, wipe } from "./bytes.js";
import { isCount, serialise, shape } from "./canonical.js";
import { aesKey, decrypt, encrypt, hkdf } from "./derive.js";
import { openWith, sealTo } from "./hpke.js";
import { label } from "./labels.js";
import { checkPoint } from "./merkle.js";
import { isPaddedSize, isRecordKind, pad, paddedSize } from "./padding.js";
import { signStatement } from "./statement.js";
const CORE = "akey aprev aseq at author cp eng kind nonce plen pool prev rec roster seen suite to v ver";
export const READER_LIMIT = 64;
export const WRAP_SIZE = 80;
export async function sealRecord(about, body, author, readers, draw = random) {
  const [cek, share, nonce] = [draw(32), draw(32), draw(12)];
  demand(cek.length === 32 && share.length === 32 && nonce.length === 12, "randomness");
  const to = inOrder(readers).map(({ u, k }) => ({ k, u }));
  const core = { ...about, nonce: toText(nonce), plen: paddedSize(about.kind, body.length), suite: 1, to, v: 1 };
  checkCore(core);
  const { header, key, commit } = await keysOfText(cek, share, core);
  const padded = pad(about.kind, body);
  const text = await encrypt(await aesKey(key), nonce, padded, header);
  const envelope = { ...core, commit: toText(commit), cth: toText(await sha256(text)) };
  const wraps = [];
  for (const { u, k, encKey } of inOrder(readers)) {
    const ephemeral = draw === random ? undefined : draw(32);
    wraps.push({ to: { k, u }, wrap: await sealTo(encKey, await wrapInfo(core, { k, u }), commit, cek, ephemeral) });
  }
  wipe(cek, key, padded);
  const statement = await signStatement("envelope", envelope, [author]);
  return { statement, text, share, wraps, hash: toText(await sha256(serialise(envelope))) };
}
export async function rewrap(record, own, to) {
  const cek = await openWith(own.pair, await wrapInfo(record.core, own.holder), record.commit, record.wrap);
  const { key, commit } = await keysOfText(cek, record.share, record.core);
  demand(equal(commit, record.commit), "record");
  const holder = { k: to.k, u: to.u };
  const wrap = await sealTo(to.encKey, await wrapInfo(record.core, holder), commit, cek);
  wipe(cek, key);
  return { to: holder, wrap };
}
export async function openText({ core, commit, wrap, share, text }, own) {
  demand(wrap.length === WRAP_SIZE && share.length === 32, "sealed");
  const cek = await openWith(own.pair, await wrapInfo(core, own.holder), commit, wrap);
  demand(cek.length === 32, "sealed");
  const { header, key, commit: again } = await keysOfText(cek, share, core);
  demand(equal(again, commit), "sealed");
  const padded = await decrypt(await aesKey(key), fromText(core.nonce, 12), text, header);
  wipe(cek, key);
  return padded;
}
export function readEnvelope(envelope) {
  shape(envelope, `${CORE} commit cth`, "record");
  const { commit, cth, ...core } = envelope;
  checkCore(core);
  return { core, commit: bytes(commit, 32), cth: bytes(cth, 32) };
}
export function checkCore(core) {
  shape(core, CORE, "record");
  demand(core.v === 1 && core.suite === 1 && isRecordKind(core.kind), "record");
  demand(isId(core.pool) && isId(core.eng) && isId(core.rec) && isId(core.author), "record");
  demand(isCount(core.akey) && isCount(core.aseq, 1) && isCount(core.ver, 1) && isCount(core.at), "record");
  demand((core.ver === 1) === (core.prev === "") && (core.aseq === 1) === (core.aprev === ""), "record");
  for (const hash of [core.prev, core.aprev, core.roster]) if (hash !== "") bytes(hash, 32);
  bytes(core.nonce, 12);
  demand(isPaddedSize(core.kind, core.plen), "record");
  checkSeen(core.seen, core.author);
  checkHolders(core.to, "record");
  try {
    checkPoint(core.cp, "record");
  } catch {
    throw refusal("record");
  }
}
export function checkHolders(list, code) {
  demand(Array.isArray(list) && list.length > 0 && list.length <= READER_LIMIT, code);
  for (const item of list) {
    shape(item, "k u", code);
    demand(isId(item.u) && isCount(item.k, 1), code);
  }
  demand(ascend(list), code);
}
export const ascend = (list) =>
  list.every(({ u }, at) => at === 0 || compare(fromText(list[at - 1].u), fromText(u)) < 0);
function checkSeen(seen, author) {
  demand(Array.isArray(seen) && seen.length <= READER_LIMIT, "record");
  for (const item of seen) {
    shape(item, "aseq env u", "record");
    demand(isId(item.u) && item.u !== author && isCount(item.aseq, 1), "record");
    bytes(item.env, 32);
  }
  demand(ascend(seen), "record");
}
async function keysOfText(cek, share, core) {
  const header = await sha256(serialise(core));
  const okm = await hkdf(cek, share, concat(label("record"), header), 64);
  return { header, key: okm.slice(0, 32), commit: okm.slice(32) };
}
const wrapInfo = async ({ pool, eng, rec, ver }, { k, u }) =>
  concat(label("wrap"), await sha256(serialise({ eng, k, pool, rec, u, ver })));
const inOrder = (readers) => [...readers].sort((a, b) => compare(fromText(a.u, 16), fromText(b.u, 16)));
function bytes(text, count) {
  try {
    return fromText(text, count);
  } catch {
    throw refusal("record");
  }
}
