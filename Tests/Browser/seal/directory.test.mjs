// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { test } from "node:test";
import { toText } from "../../../Room/seal/bytes.js";
import { parse, serialise } from "../../../Room/seal/canonical.js";
import { party, phoneCommitment, phoneWords, readVerification, signVerification, verifyWords, invitationProof } from "../../../Room/seal/compare.js";
import { admit, admitAll, auditOwn, current, emptyDirectory, keysAt, keysOf } from "../../../Room/seal/directory.js";
import { keyLeaf, keysBody, signKeys } from "../../../Room/seal/keys.js";
import { pointOf, sizeOf } from "../../../Room/seal/merkle.js";
import { signStatement } from "../../../Room/seal/statement.js";
import { directoryOf, fill, flips, id, kdf, nextKeys, person, refused, unhex, vectors } from "./support.mjs";

const signed = async (keys, ...signers) => keyLeaf(await signStatement("keys", keysBody(keys), signers));

test("A history of making, changing and resetting keys is followed, each signed by those who must", async () => {
  const [a, b, c] = [await person(10), await person(11), await person(12)];
  const [a2, a3] = [await person(10, 2), await person(10, 3)];
  const directory = await directoryOf(a, b, c);
  await admit(directory, await signed(await nextKeys(directory, a2), a.sign, a2.sign));
  const by = [{ k: 1, u: b.user }, { k: 1, u: c.user }];
  await admit(directory, await signed(await nextKeys(directory, a3, { reason: "reset", by }), a3.sign, b.sign, c.sign));
  assert.equal(current(directory, a.user)?.seq, 3);
  assert.deepEqual(keysAt(directory, a.user, 1, 3).signKey, a.sign.publicKey);
  assert.deepEqual(keysOf(directory, a.user, 2).signKey, a2.sign.publicKey);
  for (const [k, size] of [[1, 4], [2, 3], [2, 5], [3, 4], [4, 5], [0, 5]]) await refused(() => keysAt(directory, a.user, k, size), "history");
  assert.equal(sizeOf(directory.tree), 5);
});

test("Nobody changes another's keys, and no step can be left out, repeated or forked", async () => {
  const [a, b, c] = [await person(10), await person(11), await person(12)];
  const [a2, a3] = [await person(10, 2), await person(10, 3)];
  const directory = await directoryOf(a, b, c);
  const next = (more) => nextKeys(directory, a2, more);
  const signKeyForAgreement = async () => {
    for (let byte = 60; ; byte += 1) {
      const { sign, ...who } = await person(byte);
      if (sign.publicKey[31] & 0x80) continue;
      await admit(directory, await signed(await nextKeys(directory, { ...who, sign }), sign));
      return sign.publicKey;
    }
  };
  const reused = await signKeyForAgreement();
  const { root } = await pointOf(directory.tree);
  const by = [{ k: 1, u: b.user }];
  for (const [keys, signers, code] of [
    [await next(), [a2.sign], "signature"],
    [await next(), [a.sign], "signature"],
    [await next(), [b.sign, a2.sign], "signature"],
    [await next(), [a.sign, a2.sign, b.sign], "signature"],
    [await next({ reason: "reset", by }), [a2.sign], "signature"],
    [await next({ reason: "reset", by }), [a2.sign, c.sign], "signature"],
    [await next({ reason: "reset", by }), [a.sign, b.sign], "signature"],
    [await next({ reason: "reset", by: [{ k: 2, u: b.user }] }), [a2.sign, b.sign], "history"],
    [await next({ reason: "reset", by: [{ k: 1, u: id(99) }] }), [a2.sign, b.sign], "history"],
    [await next({ reason: "reset", by: [{ k: 1, u: a.user }] }), [a2.sign, a.sign], "keys"],
    [await next({ reason: "reset", by: [] }), [a2.sign], "keys"],
    [await next({ reason: "reset", by: [by[0], by[0]] }), [a2.sign, b.sign], "keys"],
    [await next({ seq: 3 }), [a.sign, a2.sign], "history"],
    [await next({ prev: toText(fill(5)) }), [a.sign, a2.sign], "history"],
    [await next({ at: 1 }), [a.sign, a2.sign], "history"],
    [await next({ pool: id(77) }), [a.sign, a2.sign], "history"],
    [await next({ signKey: a.sign.publicKey }), [a.sign], "history"],
    [await next({ signKey: b.sign.publicKey }), [a.sign, b.sign], "history"],
    [await next({ encKey: b.enc.publicKey }), [a.sign, a2.sign], "history"],
    [await next({ signKey: b.enc.publicKey }), [a.sign, a2.sign], "history"],
    [await next({ encKey: reused }), [a.sign, a2.sign], "history"],
    [await next({ cp: { root: toText(fill(1)), size: 2 } }), [a.sign, a2.sign], "history"],
    [await next({ cp: { root, size: 9 } }), [a.sign, a2.sign], "history"],
    [await next({ kdf: { ...kdf, iterations: 1000 } }), [a.sign, a2.sign], "floor"],
    [await next({ reason: "create" }), [a2.sign], "keys"],
    [await next({ reason: "create", seq: 1, prev: "" }), [a2.sign], "history"],
    [await next({ user: b.user }), [a.sign, a2.sign], "history"],
    [await next({ reason: "rotate", seq: 1, prev: "" }), [a2.sign], "keys"],
  ]) await refused(async () => admit(directory, await signed(keys, ...signers)), code, code === "history" ? "keys" : code);
  assert.equal((await pointOf(directory.tree)).root, root);
  await admit(directory, await signed(await next(), a.sign, a2.sign));
  await refused(async () => admit(directory, await signed(await nextKeys(directory, a3, { seq: 2, prev: keysOf(directory, a.user, 1).hash }), a.sign, a3.sign)), "history");
});

test("Keys that no honest device makes are refused at registration", async () => {
  const a = await person(10);
  const directory = emptyDirectory(id(1));
  const { ed25519, x25519 } = vectors("bad-keys");
  for (const text of ed25519) await refused(async () => signKeys(await nextKeys(directory, a, { signKey: unhex(text) }), [a.sign]), "key");
  for (const text of x25519) await refused(async () => signKeys(await nextKeys(directory, a, { encKey: unhex(text) }), [a.sign]), "key");
  for (const text of ed25519) await refused(async () => admit(directory, await signed(await nextKeys(directory, a, { signKey: unhex(text) }), a.sign)), "key");
});

test("No changed bit of an entry of the log is admitted", async () => {
  const a = await person(10);
  const directory = emptyDirectory(id(1));
  const leaf = await signed(await nextKeys(directory, a), a.sign);
  const text = new TextDecoder().decode(leaf);
  const hint = text.indexOf("keyid") + 8;
  let at = -1;
  for (const changed of flips(leaf)) {
    at += 1;
    if (at < hint || at >= hint + 12) await refused(() => admit(directory, changed));
  }
  const entry = parse(leaf);
  await refused(() => admit(directory, serialise({ ...entry, t: "c" })), "keys");
  await refused(() => admit(directory, serialise({ ...entry, x: 1 })), "keys");
  await admit(directory, leaf);
});

test("Unlocked keys that are not the newest of the log are refused", async () => {
  const [a, b] = [await person(10), await person(11)];
  const directory = await directoryOf(a, b);
  auditOwn(directory, a.user, { seq: 1, sign: a.sign, enc: a.enc }, kdf);
  for (const [who, identity, params] of [
    [a.user, { seq: 1, sign: b.sign, enc: a.enc }, kdf], [a.user, { seq: 1, sign: a.sign, enc: b.enc }, kdf],
    [a.user, { seq: 2, sign: a.sign, enc: a.enc }, kdf], [b.user, { seq: 1, sign: a.sign, enc: a.enc }, kdf],
    [id(99), { seq: 1, sign: a.sign, enc: a.enc }, kdf],
    [a.user, { seq: 1, sign: a.sign, enc: a.enc }, { ...kdf, iterations: 700_000 }],
  ]) await refused(() => auditOwn(directory, who, identity, params), "history");
});

test("Two people see the same nine words, and other ones when a key was exchanged", async () => {
  const [a, b, c] = [await person(10), await person(11), await person(12)];
  const directory = await directoryOf(a, b, c);
  const [pa, pb] = [party(current(directory, a.user)), party(current(directory, b.user))];
  const words = await verifyWords(pa, pb);
  assert.equal(words.length, 9);
  assert.deepEqual(await verifyWords(pb, pa), words);
  assert.notDeepEqual(await verifyWords(pa, party({ ...current(directory, b.user), encKey: c.enc.publicKey })), words);
  await refused(() => verifyWords(pa, pa), "compare");
});

test("By phone each side hears what the other reads, unless someone stands between", async () => {
  const [a, b, c] = [await person(10), await person(11), await person(12)];
  const directory = await directoryOf(a, b, c);
  const side = async (who, byte) => {
    const mine = { party: party(current(directory, who.user)), secret: fill(byte) };
    return { ...mine, commitment: await phoneCommitment(mine.party, mine.secret) };
  };
  const [pa, pb, pc] = [await side(a, 1), await side(b, 2), await side(c, 3)];
  const [forA, forB] = [await phoneWords(pa, pb), await phoneWords(pb, pa)];
  assert.deepEqual([forA.say, forA.hear], [forB.hear, forB.say]);
  assert.notDeepEqual((await phoneWords(pa, pc)).hear, (await phoneWords(pb, pc)).hear);
  await refused(() => phoneWords(pa, { ...pb, secret: fill(9) }), "compare");
  await refused(() => phoneWords(pa, { ...pb, party: pc.party }), "compare");
  await refused(() => phoneWords(pa, pa), "compare");
});

test("A signed comparison names both keys and counts until one of them changes", async () => {
  const [a, b] = [await person(10), await person(11)];
  const directory = await directoryOf(a, b);
  const [ka, kb] = [current(directory, a.user), current(directory, b.user)];
  const body = { pool: ka.pool, user: a.user, k: 1, peer: b.user, peer_k: 1, keys: kb.hash, at: 1_800_000_100, cp: await pointOf(directory.tree) };
  const bytes = await signVerification(body, a.sign);
  assert.equal((await readVerification(bytes, ka, kb)).peer, b.user);
  await refused(() => readVerification(bytes, kb, ka), "compare");
  await refused(async () => readVerification(await signStatement("verify", body, [b.sign]), ka, kb), "signature");
  await refused(() => readVerification(bytes, ka, { ...kb, hash: toText(fill(1)) }), "compare");
  assert.notDeepEqual(await invitationProof(fill(1, 16), fill(2)), await invitationProof(fill(2, 16), fill(2)));
  await refused(() => invitationProof(fill(1, 15), fill(2)), "compare");
});

test("Many entries are admitted as one by one, and none after a bad one", async () => {
  const one = emptyDirectory(id(1));
  const leaves = [];
  for (let byte = 1; byte <= 150; byte += 1) {
    const who = await person(byte);
    leaves.push(await signed(await nextKeys(one, who), who.sign));
    await admit(one, leaves.at(-1));
  }
  const many = emptyDirectory(id(1));
  await admitAll(many, leaves);
  assert.deepEqual(await pointOf(many.tree), await pointOf(one.tree));
  for (const wrong of [[...leaves].reverse(), leaves.slice(1), [...leaves, leaves[0]], leaves.with(100, leaves[99])]) {
    await refused(() => admitAll(emptyDirectory(id(1)), wrong), "history");
  }
  const damaged = Uint8Array.from(leaves[70]);
  damaged[damaged.length - 40] ^= 1;
  const half = emptyDirectory(id(1));
  await refused(() => admitAll(half, leaves.with(70, damaged)));
  assert.ok(sizeOf(half.tree) <= 70);
});
