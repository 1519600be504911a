// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { test } from "node:test";
import { fromText, toText } from "../../../Room/seal/bytes.js";
import { sign } from "../../../Room/seal/derive.js";
import { judge, makePassphrase } from "../../../Room/seal/passphrase.js";
import { checkParameters, stretch } from "../../../Room/seal/stretching.js";
import { accountKey, openBundle, openSlot, sealBundle, sealSlot, wayOfKit, wayOfPasskey, wayOfPassphrase } from "../../../Room/seal/unlock.js";
import { kitWords, nearest, readKit } from "../../../Room/seal/words.js";
import { fill, flips, hex, id, kdf, pool, refused, unhex, vectors } from "./support.mjs";

const user = id(4);
const kit = fill(0x55, 16);
const about = { pool, user, epoch: 1 };

test("A typing error in the kit is found here, with its place and what was meant", async () => {
  const words = await kitWords(kit);
  const typed = (at, word) => readKit(words.with(at, word).join(" "));
  assert.deepEqual(await typed(3, "abandn"), { problem: "unknown", at: 3, near: nearest("abandn") });
  assert.deepEqual(nearest("abandn"), ["abandon"]);
  assert.equal(nearest("zooo")[0], "zoo");
  assert.deepEqual(nearest("moutain"), ["mountain", "obtain"]);
  assert.equal(nearest("wether")[0], "weather");
  assert.deepEqual(nearest("qqqqqqqq"), []);
  assert.deepEqual(await readKit(words.slice(1).join(" ")), { problem: "count" });
  assert.deepEqual(await readKit(""), { problem: "count" });
  let missed = 0;
  for (let at = 0; at < 11; at += 1) if (!("problem" in (await typed(at, words[at] === "zoo" ? "abandon" : "zoo")))) missed += 1;
  assert.ok(missed < 5, "the checksum finds fifteen of sixteen wrong words");
});

test("The kit is read from a sheet, a file or one line alike", async () => {
  const words = await kitWords(kit);
  const sheet = words.map((word, at) => `${at + 1}. ${word.toUpperCase()}`).join("\r\n");
  for (const text of [words.join(" "), `  ${words.join("\n")}\n`, words.join(", "), sheet]) {
    assert.deepEqual(await readKit(text), { secret: kit });
  }
});

test("Passphrases that are short, common or known of the person are refused, made ones never", () => {
  const { cases } = vectors("passphrases");
  for (const { text, known, verdict } of cases) assert.equal(judge(text, known), verdict, text);
  for (let round = 0; round < 500; round += 1) {
    const made = makePassphrase();
    assert.equal(made.split(" ").length, 5);
    if (made.length >= 20) assert.equal(judge(made), null, made);
  }
});

test("Weak or strange stretching is refused whatever the server says", async () => {
  checkParameters(kdf);
  for (const wrong of [
    { ...kdf, iterations: 599_999 }, { ...kdf, iterations: 1000 }, { ...kdf, iterations: 1e9 }, { ...kdf, iterations: "600000" },
    { ...kdf, alg: "argon2id" }, { ...kdf, alg: "pbkdf2-sha1" }, { ...kdf, alg: "none" }, { ...kdf, salt: toText(fill(9, 15)) },
    { ...kdf, salt: "" }, { ...kdf, salt: "*" }, { ...kdf, extra: 1 }, { alg: kdf.alg, iterations: kdf.iterations }, null, 5, [],
  ]) await refused(() => stretch("a passphrase of some length", wrong, pool, user), "floor");
});

test("Stretching depends on passphrase, pool, person and salt, in any form of the same letters", async () => {
  const { cases } = vectors("stretching");
  for (const { passphrase, pool: place, user: who, salt, m } of cases) {
    assert.equal(hex(await stretch(passphrase, { ...kdf, salt }, place, who)), m);
  }
  assert.deepEqual(await stretch(null, kdf, pool, user), new Uint8Array(32));
});

test("Each way opens its own slot and no other, and nothing of a slot can be changed", async () => {
  const userKey = fill(0x77);
  const ways = [
    { way: await wayOfPassphrase(await accountKey(kit), fill(0x66)), params: { ...kdf, pass: true } },
    { way: await wayOfKit(kit), params: {} },
    { way: await wayOfPasskey(fill(0x33)), params: { credential: "AQI", salt: toText(fill(8)) } },
  ];
  for (const { way, params } of ways) {
    const slot = await sealSlot(way, { ...about, params }, userKey);
    assert.deepEqual(await openSlot(way, slot, pool, user), userKey);
    await refused(() => openSlot(way, slot, pool, id(5)), "slot");
    await refused(() => openSlot(way, slot, id(5), user), "slot");
    await refused(() => openSlot(way, { ...slot, user: id(5) }, pool, id(5)), "sealed");
    await refused(() => openSlot(way, { ...slot, epoch: 2 }, pool, user), "sealed");
    await refused(() => openSlot(way, { ...slot, suite: 0 }, pool, user), "floor");
    await refused(() => openSlot(way, { ...slot, v: 2 }, pool, user), "floor");
    await refused(() => openSlot(way, { ...slot, more: 1 }, pool, user), "slot");
    for (const other of ways) if (other.way !== way) await refused(() => openSlot(other.way, slot, pool, user), "slot");
    for (const blob of flips(fromText(slot.blob))) await refused(() => openSlot(way, { ...slot, blob: toText(blob) }, pool, user), "sealed");
    await refused(() => openSlot(way, { ...slot, blob: slot.blob.slice(0, 20) }, pool, user), "sealed");
  }
  const { way, params } = ways[0];
  const slot = await sealSlot(way, { ...about, params }, userKey);
  await refused(() => openSlot(way, { ...slot, params: { ...params, pass: false } }, pool, user), "sealed");
  await refused(() => openSlot(way, { ...slot, params: { ...params, iterations: 700_000 } }, pool, user), "sealed");
  await refused(() => openSlot(way, { ...slot, params: { ...params, iterations: 1000 } }, pool, user), "floor");
  await refused(() => sealSlot(way, { ...about, params: { ...params, iterations: 1000 } }, userKey), "floor");
  const wrong = await wayOfPassphrase(await accountKey(kit), fill(0x67));
  await refused(() => openSlot(wrong, slot, pool, user), "sealed");
});

test("A bundle gives keys that sign and open but cannot be read, for its person and epoch only", async () => {
  const userKey = fill(0x77);
  const keys = { seq: 3, sign: fill(7), enc: fill(9), old: [{ k: 1, enc: fill(10) }, { k: 2, enc: fill(11) }] };
  const bundle = await sealBundle(userKey, about, keys);
  const opened = await openBundle(userKey, bundle, about);
  assert.equal(opened.seq, 3);
  assert.deepEqual([...opened.old.keys()], [1, 2]);
  assert.equal(opened.sign.key.extractable || opened.enc.key.extractable || opened.old.get(1).key.extractable, false);
  assert.equal((await sign(opened.sign.key, fill(1))).length, 64);
  assert.equal(hex(opened.enc.publicKey), vectors("record-v1").recipient_pk);
  assert.equal(hex(opened.sign.publicKey), vectors("record-v1").author_pk);
  await refused(() => openBundle(fill(0x78), bundle, about), "sealed");
  await refused(() => openBundle(userKey, bundle, { ...about, epoch: 2 }), "slot");
  await refused(() => openBundle(userKey, { ...bundle, epoch: 2 }, { ...about, epoch: 2 }), "sealed");
  await refused(() => openBundle(userKey, { ...bundle, user: id(5) }, { ...about, user: id(5) }), "sealed");
  await refused(() => openBundle(userKey, { ...bundle, suite: 2 }, about), "floor");
  for (const blob of flips(fromText(bundle.blob), 5)) await refused(() => openBundle(userKey, { ...bundle, blob: toText(blob) }, about), "sealed");
});

test("The kit's account key cannot be read back", async () => {
  assert.equal((await accountKey(unhex("00".repeat(16)))).extractable, false);
});
