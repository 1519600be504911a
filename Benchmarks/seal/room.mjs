// SPDX-License-Identifier: EUPL-1.2
// Times what a person waits for, with the browser's half under node: node Benchmarks/seal/room.mjs
import { performance } from "node:perf_hooks";
import { toText, utf8 } from "../../Room/seal/bytes.js";
import { emptyChain, nextPlace } from "../../Room/seal/chain.js";
import { privateKey } from "../../Room/seal/derive.js";
import { admit, admitAll, emptyDirectory } from "../../Room/seal/directory.js";
import { keyLeaf, signKeys } from "../../Room/seal/keys.js";
import { pointOf } from "../../Room/seal/merkle.js";
import { openRecord, readerOf } from "../../Room/seal/open.js";
import { sealRecord } from "../../Room/seal/record.js";
import { stretch } from "../../Room/seal/stretching.js";
import { accountKey, openBundle, openSlot, sealBundle, sealSlot, wayOfPassphrase } from "../../Room/seal/unlock.js";

const pool = toText(new Uint8Array(16).fill(1));
const kdf = { alg: "pbkdf2-sha256", iterations: 600_000, salt: toText(new Uint8Array(16).fill(9)) };
const random = (count) => crypto.getRandomValues(new Uint8Array(count));

async function timed(name, work) {
  const [start, before] = [performance.now(), process.cpuUsage()];
  const result = await work();
  const { user: busy, system } = process.cpuUsage(before);
  const figures = [performance.now() - start, (busy + system) / 1000].map((figure) => figure.toFixed(0).padStart(7));
  console.log(`${name.padEnd(46)} ${figures[0]} ms, ${figures[1]} ms of processor`);
  return result;
}

const people = [];
const leaves = [];
const builder = emptyDirectory(pool);
await timed("make and admit 2,000 people", async () => {
  for (let n = 0; n < 2000; n += 1) {
    const [sign, enc] = [await privateKey("Ed25519", random(32)), await privateKey("X25519", random(32))];
    const keys = {
      pool, user: toText(random(16)), seq: 1, prev: "", signKey: sign.publicKey, encKey: enc.publicKey, kdf, reason: "create",
      at: 1_800_000_000, cp: await pointOf(builder.tree), by: [],
    };
    leaves.push(keyLeaf(await signKeys(keys, [sign])));
    await admit(builder, leaves.at(-1));
    people.push({ user: keys.user, sign, enc });
  }
});
const directory = emptyDirectory(pool);
await timed("verify the key directory of 2,000 people", () => admitAll(directory, leaves));

const [user, epoch, account] = [people[0].user, 1, await accountKey(random(16))];
const way = await wayOfPassphrase(account, await stretch("five words are quite enough", kdf, pool, user));
const userKey = random(32);
const slot = await sealSlot(way, { pool, user, epoch, params: { ...kdf, pass: true } }, userKey);
const bundle = await sealBundle(userKey, { pool, user, epoch }, { seq: 1, sign: random(32), enc: random(32), old: [] });
await timed("unlock with a passphrase (600,000 rounds)", async () => {
  const again = await wayOfPassphrase(account, await stretch("five words are quite enough", kdf, pool, user));
  await openBundle(await openSlot(again, slot, pool, user), bundle, { pool, user, epoch });
});

const author = people[0];
const readers = [readerOf(directory, { u: user, k: 1 })];
const [chain, sealed, cp] = [emptyChain(), [], await pointOf(directory.tree)];
const body = utf8("A note of usual length. ".repeat(40));
let place = nextPlace(chain, user);
await timed("seal 1,000 notes", async () => {
  for (let n = 0; n < 1000; n += 1) {
    const about = {
      pool, eng: user, kind: "note", rec: toText(random(16)), ver: 1, prev: "", author: user, akey: 1, ...place, seen: [], roster: "",
      at: 1_800_000_000, cp,
    };
    sealed.push(await sealRecord(about, body, author.sign, readers));
    place = { aseq: place.aseq + 1, aprev: sealed.at(-1).hash };
  }
});
const world = { directory, access: { rosters: new Map() }, chain };
const reader = { user, pairs: new Map([[1, author.enc]]) };
await timed("open and verify 1,000 notes", async () => {
  for (const record of sealed) await openRecord({ ...record, wrap: record.wraps[0].wrap }, { pool, eng: user }, world, reader);
});
