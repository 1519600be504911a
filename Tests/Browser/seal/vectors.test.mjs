// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { concat, sha256, toText, utf8 } from "../../../Room/seal/bytes.js";
import { checkAgreementKey, verifySignature } from "../../../Room/seal/checks.js";
import { aesKey, decrypt, encrypt, hkdf, NO_SALT, privateKey, sign } from "../../../Room/seal/derive.js";
import { ENGLISH } from "../../../Room/seal/english.js";
import { openWith, sealTo } from "../../../Room/seal/hpke.js";
import { KINDS, LABELS, typeOf } from "../../../Room/seal/labels.js";
import * as merkle from "../../../Room/seal/merkle.js";
import { accountKey, wayOfKit, wayOfPassphrase } from "../../../Room/seal/unlock.js";
import { kitWords, readKit } from "../../../Room/seal/words.js";
import { hex, unhex, vectors } from "./support.mjs";

test("Ed25519 signs and verifies as RFC 8032 says", async () => {
  for (const { seed, pk, msg, sig } of vectors("rfc8032").cases) {
    const pair = await privateKey("Ed25519", unhex(seed));
    assert.equal(hex(pair.publicKey), pk);
    assert.equal(hex(await sign(pair.key, unhex(msg))), sig);
    await verifySignature(pair.publicKey, unhex(sig), unhex(msg));
  }
});

test("Ed25519 verification agrees with Wycheproof, and refuses what is only acceptable under keys of small order", async () => {
  for (const { id, pk, msg, sig, result, flags } of vectors("wycheproof-ed25519").cases) {
    if (flags.includes("MixedOrderPublicKey")) continue; // engines may differ, and only their maker can have such a key
    const verdict = await verifySignature(unhex(pk), unhex(sig), unhex(msg)).then(() => "valid", () => "invalid");
    assert.equal(verdict, result === "valid" ? "valid" : "invalid", `case ${id}`);
  }
});

test("X25519 agreement agrees with Wycheproof, keys that are not canonical or of small order refused", async () => {
  for (const { id, pk, sk, shared, result, flags } of vectors("wycheproof-x25519").cases) {
    let accepted = true;
    try {
      checkAgreementKey(unhex(pk));
    } catch {
      accepted = false;
    }
    const unfit = flags.some((flag) => /LowOrder|NonCanonical|ZeroShared/.test(flag)) || (unhex(pk)[31] & 0x80) !== 0;
    if (unfit) {
      assert.equal(accepted, false, `case ${id}`);
      continue;
    }
    assert.ok(accepted, `case ${id} ${result} ${flags}`);
    const own = await privateKey("X25519", unhex(sk));
    const other = await crypto.subtle.importKey("raw", unhex(pk), { name: "X25519" }, false, []);
    const bits = await crypto.subtle.deriveBits({ name: "X25519", public: other }, own.key, 256);
    assert.equal(hex(new Uint8Array(bits)), shared, `case ${id}`);
  }
});

test("HKDF agrees with RFC 5869 and Wycheproof", async () => {
  for (const { ikm, salt, info, l, okm } of vectors("rfc5869").cases) {
    assert.equal(hex(await hkdf(unhex(ikm), unhex(salt || ""), unhex(info || ""), l)), okm);
  }
  for (const { ikm, salt, info, size, okm, result } of vectors("wycheproof-hkdf").cases) {
    if (result === "valid") assert.equal(hex(await hkdf(unhex(ikm), unhex(salt), unhex(info), size)), okm);
  }
});

test("AES-GCM agrees with Wycheproof", async () => {
  for (const { id, key, iv, aad, msg, ct, tag, result } of vectors("wycheproof-aes-gcm").cases) {
    const secret = await aesKey(unhex(key));
    const opened = await decrypt(secret, unhex(iv), unhex(ct + tag), unhex(aad)).then(hex, () => null);
    assert.equal(opened, result === "valid" ? msg : null, `case ${id}`);
    if (result === "valid") assert.equal(hex(await encrypt(secret, unhex(iv), unhex(msg), unhex(aad))), ct + tag);
  }
});

test("HPKE gives the bytes of RFC 9180 and opens them", async () => {
  for (const { info, eph, sk, pk, enc, aad, pt, ct } of vectors("rfc9180").cases) {
    const sealed = await sealTo(unhex(pk), unhex(info), unhex(aad), unhex(pt), unhex(eph));
    assert.equal(hex(sealed), enc + ct);
    const pair = await privateKey("X25519", unhex(sk));
    assert.equal(hex(await openWith(pair, unhex(info), unhex(aad), sealed)), pt);
  }
});

test("Twelve words stand for 16 bytes as BIP 39 says, both ways", async () => {
  for (const { entropy, words } of vectors("bip39").cases) {
    assert.equal((await kitWords(unhex(entropy))).join(" "), words);
    const read = await readKit(words);
    assert.ok("secret" in read && hex(read.secret) === entropy);
  }
});

test("The word list is the one of BIP 39, byte for byte", () => {
  const text = readFileSync(new URL("../../../Room/seal/english.txt", import.meta.url));
  assert.equal(createHash("sha256").update(text).digest("hex"), "2f5eed53a4727b4bf8880d8f3f199efc90e58503646d9ff8eff3a2ed3b24dbda");
  assert.deepEqual(ENGLISH, text.toString().trim().split("\n"));
});

test("Roots and proofs are those of RFC 6962", async () => {
  const { leaves, roots, inclusion, consistency } = vectors("rfc6962");
  const tree = merkle.emptyTree();
  const hashes = [];
  for (const leaf of leaves) {
    hashes.push(await merkle.hashLeaf(unhex(leaf)));
    await merkle.append(tree, hashes.at(-1));
  }
  for (const [size, root] of roots.entries()) assert.equal(hex(await merkle.rootOf(tree, size)), root);
  for (const { at, size, proof } of inclusion) {
    assert.deepEqual((await merkle.inclusionProof(tree, at, size)).map(hex), proof);
    await merkle.verifyInclusion(hashes[at], at, size, proof.map(unhex), unhex(roots[size]));
  }
  for (const { older, newer, proof } of consistency) {
    assert.deepEqual((await merkle.consistencyProof(tree, older, newer)).map(hex), proof);
    await merkle.verifyConsistency(older, unhex(roots[older]), newer, unhex(roots[newer]), proof.map(unhex));
  }
});

test("Account key, slot key and sign-in key are those of the frozen vector", async () => {
  const frozen = vectors("record-v1");
  const kit = new Uint8Array(16).fill(0x55);
  assert.equal(hex(await hkdf(kit, NO_SALT, utf8(LABELS.accountKey))), frozen.AK);
  assert.equal(hex(await hkdf(new Uint8Array(32).fill(0x66), unhex(frozen.AK), utf8(LABELS.slotPassphrase))), frozen.KEK_pw);
  const way = await wayOfPassphrase(await accountKey(kit), new Uint8Array(32).fill(0x66));
  assert.deepEqual(way.auth.publicKey, (await privateKey("Ed25519", unhex(frozen.AUTH_pw_seed))).publicKey);
  const iv = new Uint8Array(12);
  const text = await encrypt(await aesKey(unhex(frozen.KEK_pw)), iv, kit, iv);
  assert.deepEqual(await decrypt(way.kek, iv, text, iv), kit);
  const byKit = await encrypt(await aesKey(unhex(frozen.KEK_kit)), iv, kit, iv);
  assert.deepEqual(await decrypt((await wayOfKit(kit)).kek, iv, byKit, iv), kit);
});

test("A commitment leaf and the root of three are those of the frozen vector", async () => {
  const frozen = vectors("record-v1");
  const tree = merkle.emptyTree();
  const leaf = async (n) => {
    const hash = await sha256(concat(utf8(LABELS.commit), new Uint8Array(32).fill(n), utf8(`stmt${n}`)));
    return utf8(`{"h":"${toText(hash)}","t":"c"}`);
  };
  for (const n of [1, 2, 3]) await merkle.append(tree, await merkle.hashLeaf(await leaf(n)));
  assert.equal(new TextDecoder().decode(await leaf(1)), frozen.leaf0);
  assert.equal(hex(await merkle.rootOf(tree)), frozen.root);
});

test("Kinds and labels are all different and none is the beginning of another", () => {
  const names = [...Object.values(LABELS), ...KINDS.map(typeOf)];
  for (const [at, name] of names.entries()) {
    for (const [place, other] of names.entries()) assert.ok(at === place || !other.startsWith(name), `${name} ${other}`);
  }
});
