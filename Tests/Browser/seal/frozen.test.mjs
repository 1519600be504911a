// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { test } from "node:test";
import { fromText, toText } from "../../../Room/seal/bytes.js";
import { parse } from "../../../Room/seal/canonical.js";
import { emptyChain } from "../../../Room/seal/chain.js";
import { privateKey } from "../../../Room/seal/derive.js";
import { admit, emptyDirectory } from "../../../Room/seal/directory.js";
import { pointOf } from "../../../Room/seal/merkle.js";
import { openRecord } from "../../../Room/seal/open.js";
import { readRoster } from "../../../Room/seal/roster.js";
import { verifyLogin } from "../../../Room/seal/signin.js";
import { openBundle, openSlot, wayOfKit } from "../../../Room/seal/unlock.js";
import { readKit } from "../../../Room/seal/words.js";
import { frozen } from "./frozen.mjs";
import { vectors } from "./support.mjs";

test("Every format of version 1 is still made byte for byte", async () => {
  assert.deepEqual(JSON.parse(JSON.stringify(await frozen())), vectors("frozen-v1"));
});

test("What the server's half made opens here", async () => {
  const made = vectors("frozen-swift-v1");
  const directory = emptyDirectory(made.pool);
  for (const leaf of made.leaves) await admit(directory, fromText(leaf));
  assert.deepEqual(await pointOf(directory.tree), { root: made.root, size: made.leaves.length });
  const { pool, eng, people, record } = made;
  const roster = await readRoster(fromText(made.roster), { pool, eng }, directory, null);
  assert.equal(roster.hash, made.roster_hash);
  const reader = { user: people[1].user, pairs: new Map([[1, await privateKey("X25519", fromText(people[1].secret))]]) };
  const sealed = Object.fromEntries(["statement", "text", "wrap", "share"].map((name) => [name, fromText(record[name])]));
  const world = { directory, access: { rosters: new Map([[roster.hash, roster]]) }, chain: emptyChain() };
  const opened = await openRecord(sealed, { pool, eng, rec: record.rec, kind: "note", ver: 1 }, world, reader);
  assert.equal(toText(opened.body), record.body);
  const kit = await readKit(made.unlock.kit);
  const way = await wayOfKit(kit.secret);
  const userKey = await openSlot(way, parse(fromText(made.unlock.slot)), pool, people[0].user);
  const bundle = await openBundle(userKey, parse(fromText(made.unlock.bundle)), { pool, user: people[0].user, epoch: 1 });
  assert.equal(bundle.seq, 1);
  const expected = { origin: "https://room.example", pool, user: people[0].user, nonce: made.login_nonce, purpose: "recover", now: made.time };
  assert.equal((await verifyLogin(fromText(made.login), expected, way.auth.publicKey)).proof, people[0].sign_pk);
});
