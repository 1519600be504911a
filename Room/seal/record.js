// SPDX-License-Identifier: EUPL-1.2
import { compare, concat, demand, equal, fromText, isId, random, refusal, sha256, toText, wipe } from "./bytes.js";
import { isCount, serialise, shape } from "./canonical.js";
import { aesKey, decrypt, encrypt, hkdf } from "./derive.js";
import { openWith, sealTo } from "./hpke.js";
import { label } from "./labels.js";
import { checkPoint } from "./merkle.js";
import { isPaddedSize, isRecordKind, pad, paddedSize } from "./padding.js";
import { signStatement } from "./statement.js";

/**
 * Records: one sealed version of a note, message, goal, file and so on. The text is under a key that is made with it
 * and never used again; half of what that key is derived from, the share, lies in a store of its own, so that
 * destroying it destroys the text.
 *
 * @typedef {{k: number, u: string}} Holder
 * @typedef {Record<string, any>} Core
 * @typedef {{statement: Uint8Array, text: Uint8Array, share: Uint8Array, wraps: {to: Holder, wrap: Uint8Array}[],
 *   hash: string}} Sealed
 */

const CORE = "akey aprev aseq at author cp eng kind nonce plen pool prev rec roster seen suite to v ver";
export const READER_LIMIT = 64;
export const WRAP_SIZE = 80;

/**
 * Seals a version. `about` is the core without `nonce`, `plen`, `suite`, `to` and `v`, which are made here. The last
 * parameter is the source of randomness, another one for test vectors only.
 * @param {Core} about
 * @param {Uint8Array} body
 * @param {import("./unlock.js").Pair} author
 * @param {{u: string, k: number, encKey: Uint8Array}[]} readers
 * @returns {Promise<Sealed>}
 */
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

/**
 * A wrap of the same key for one more reader, by someone who can open the record. It gives them nothing without a
 * grant.
 * @param {{core: Core, commit: Uint8Array, wrap: Uint8Array, share: Uint8Array}} record verified before by `openRecord`
 * @param {{holder: Holder, pair: import("./unlock.js").Pair}} own
 * @param {{u: string, k: number, encKey: Uint8Array}} to
 */
export async function rewrap(record, own, to) {
  const cek = await openWith(own.pair, await wrapInfo(record.core, own.holder), record.commit, record.wrap);
  const { key, commit } = await keysOfText(cek, record.share, record.core);
  demand(equal(commit, record.commit), "record");
  const holder = { k: to.k, u: to.u };
  const wrap = await sealTo(to.encKey, await wrapInfo(record.core, holder), commit, cek);
  wipe(cek, key);
  return { to: holder, wrap };
}

/**
 * The padded text of a record whose envelope was verified. Throws `sealed`, whatever the cause.
 * @param {{core: Core, commit: Uint8Array, wrap: Uint8Array, share: Uint8Array, text: Uint8Array}} record
 * @param {{holder: Holder, pair: import("./unlock.js").Pair}} own
 */
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

/** Splits the body of an envelope. Throws `record` unless it is one. @param {Record<string, any>} envelope */
export function readEnvelope(envelope) {
  shape(envelope, `${CORE} commit cth`, "record");
  const { commit, cth, ...core } = envelope;
  checkCore(core);
  return { core, commit: bytes(commit, 32), cth: bytes(cth, 32) };
}

/** Throws `record` unless a core says exactly what a core must say. @param {Core} core */
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

/**
 * Throws the code unless a list names readers, each once, in the order of their ids.
 * @param {any} list
 * @param {string} code
 */
export function checkHolders(list, code) {
  demand(Array.isArray(list) && list.length > 0 && list.length <= READER_LIMIT, code);
  for (const item of list) {
    shape(item, "k u", code);
    demand(isId(item.u) && isCount(item.k, 1), code);
  }
  demand(ascend(list), code);
}

/** Whether a list is in the order of the bytes of its ids, each once. @param {{u: string}[]} list */
export const ascend = (list) =>
  list.every(({ u }, at) => at === 0 || compare(fromText(list[at - 1].u), fromText(u)) < 0);

/** Newest envelope seen of each other author. */
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
