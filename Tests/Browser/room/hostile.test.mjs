// SPDX-License-Identifier: EUPL-1.2
// A server that rewrites its answers (protocol.md, section 4: tests 9 to 14): each lie ends in an alarm, nothing is kept but evidence.
import assert from "node:assert/strict";
import { test } from "node:test";
import { random, toText } from "../../../Room/seal/bytes.js";
import { privateKey } from "../../../Room/seal/derive.js";
import { admit, current, emptyDirectory } from "../../../Room/seal/directory.js";
import { keyLeaf, keysBody, signKeys } from "../../../Room/seal/keys.js";
import { pointOf } from "../../../Room/seal/merkle.js";
import { signStatement } from "../../../Room/seal/statement.js";
import { evidenceFile, keepEvidence } from "../../../Room/app/alarm.js";
import { makeKeys } from "../../../Room/app/make.js";
import { confirmPeer, readerFor, standing } from "../../../Room/app/peers.js";
import { arrive, resume } from "../../../Room/app/room.js";
import { byKit, byPassphrase, signIn } from "../../../Room/app/sign-in.js";
import { syncTree } from "../../../Room/app/tree.js";
import { draftKeys } from "../../../Room/app/ways.js";
import { device, page } from "./support.mjs";
import { pretend } from "./server.mjs";

const words = "tri gair neu bump gair";

async function someone() {
  const server = await pretend();
  const room = page(server, device());
  const kit = random(16);
  await arrive(room, server.code);
  await (await makeKeys(room, { kit, passphrase: words, kept: true }))();
  server.requests.length = 0;
  return { server, room, kit };
}

/** Signs in on a new device while the server lies in its answers to one kind of request. */
async function lied(what, lie) {
  const { server, kit } = await someone();
  server.change = (name, answer) => (lie.on === name ? lie.change(answer, server) : answer);
  const room = page(server, device());
  const { account } = await byKit(kit);
  const alarm = await signIn(room, server.person.email, byPassphrase(room, account, words), { account }).then(() => null, (error) => error);
  assert.equal(alarm?.name, "Alarm", `${what}: ${alarm?.stack ?? "nothing happened"}`);
  assert.equal(room.identity, undefined, what);
  assert.deepEqual([...room.store.values.keys()], [], `${what}: something was kept`);
  await keepEvidence(room.store, alarm, server.now);
  const file = await evidenceFile(room.store, {});
  assert.equal(file.count, 1);
  assert.ok(!file.text.includes(toText(kit)) && !file.text.includes(words));
  return { alarm, requests: server.requests };
}

const eachSlot = (answer, change) => ({ ...answer, slots: answer.slots.map((one) => ({ ...one, slot: change(one.slot) })) });

test("Another person's bundle, an attacker's bundle and changed slots are refused", async () => {
  const other = await someone();
  const forged = await draftKeys({ pool: toText(random(16)), user: toText(random(16)), epoch: 1, seq: 1 }, { kit: random(16), passphrase: words });
  const on = "POST /login";
  for (const [what, change] of Object.entries({
    "another's bundle": (answer) => ({ ...answer, bundle: { ...other.server.person.bundle, pool: answer.session.pool, user: answer.session.user } }),
    "an attacker's bundle and slots": (answer) => ({ ...answer, bundle: forged.bundle, slots: forged.slots }),
    "a changed bundle": (answer) => ({ ...answer, bundle: { ...answer.bundle, blob: `${answer.bundle.blob.slice(0, -4)}AAAA` } }),
    "no slots": (answer) => ({ ...answer, slots: [] }),
    "suite 0": (answer) => eachSlot(answer, (slot) => ({ ...slot, suite: 0 })),
    "another epoch": (answer) => eachSlot(answer, (slot) => ({ ...slot, epoch: 2 })),
    "weak stretching in the slot": (answer) => eachSlot(answer, (slot) => (slot.kind === "pw" ? { ...slot, params: { ...slot.params, iterations: 1000 } } : slot)),
  })) assert.equal((await lied(what, { on, change })).alarm.what, "bundle", what);
});

test("Weak or unknown stretching is refused before anything is derived or signed", async () => {
  const on = "POST /login/params";
  for (const kdf of [{ iterations: 1000 }, { alg: "argon2id" }, { alg: "none" }, { salt: toText(random(8)) }, { iterations: 599_999 }]) {
    const { alarm, requests } = await lied(JSON.stringify(kdf), { on, change: (answer) => ({ ...answer, kdf: { ...answer.kdf, ...kdf } }) });
    assert.equal(alarm.what, "floor");
    assert.deepEqual(requests.map(({ name }) => name), ["POST /login/params"]);
  }
});

test("A log with other keys for me, without mine, forged, cut or with weak points is refused", async () => {
  const on = "GET /log/entries";
  const at = "GET /log/checkpoint";
  const weak = async (server, change) => {
    const { body, sign } = await forgedEntry(server, change);
    return keyLeaf(await signStatement("keys", body, [sign]));
  };
  for (const [what, lie] of Object.entries({
    "an empty log": { on: at, change: () => ({ cp: { root: "", size: 0 } }) },
    "a leaf less": { on: at, change: (answer) => ({ cp: { ...answer.cp, size: answer.cp.size + 1 } }) },
    "another root": { on: at, change: (answer) => ({ cp: { ...answer.cp, root: toText(random(32)) } }) },
    "a changed leaf": { on, change: ([leaf]) => [leaf.map((byte, index) => (index === leaf.length - 60 ? byte ^ 1 : byte))] },
    "no leaf": { on, change: () => [] },
    "more leaves than said": { on, change: (leaves) => [...leaves, ...leaves] },
  })) assert.match((await lied(what, lie)).alarm.what, /^(log|own)$/, what);
  for (const key of ["0100000000000000000000000000000000000000000000000000000000000000", `${"00".repeat(31)}80`, `ec${"ff".repeat(30)}7f`]) {
    const { server, room } = await someone();
    const leaf = await weak(server, { sign_pk: toText(Uint8Array.from(Buffer.from(key, "hex"))) });
    server.leaves.push(leaf);
    server.change = (name, answer) => (name === at ? { cp: { root: toText(random(32)), size: 2 } } : answer);
    await assert.rejects(syncTree(room.api, room.store, server.pool), (error) => error.what === "log" && ["key", "keys", "signature"].includes(error.evidence.refusal), key);
  }
});

/** An entry of somebody else's making, with changes. */
async function forgedEntry(server, change) {
  const [sign, enc] = [await privateKey("Ed25519", random(32)), await privateKey("X25519", random(32))];
  const keys = {
    pool: server.pool, user: toText(random(16)), seq: 1, prev: "", signKey: sign.publicKey, encKey: enc.publicKey, kdf: server.kdf, reason: "create",
    at: server.now, cp: await pointOf(server.directory.tree), by: [],
  };
  return { body: { ...keysBody(keys), ...change }, sign, keys };
}

test("What this device saw of the log cannot be taken back or rewritten", async () => {
  const { server, room } = await someone();
  const { keys, sign } = await forgedEntry(server, {});
  const leaf = keyLeaf(await signKeys(keys, [sign]));
  await admit(server.directory, leaf);
  server.leaves.push(leaf);
  await syncTree(room.api, room.store, server.pool);
  const newer = server.directory;
  server.directory = emptyDirectory(server.pool);
  await admit(server.directory, server.leaves[0]);
  await assert.rejects(syncTree(room.api, room.store, server.pool), (error) => error.what === "log" && error.evidence.seen.size === 2);
  const again = await forgedEntry(server, {});
  await admit(server.directory, keyLeaf(await signKeys(again.keys, [again.sign])));
  await assert.rejects(syncTree(room.api, room.store, server.pool), (error) => error.what === "log" && error.evidence.served.size === 2);
  server.directory = newer;
  await syncTree(room.api, room.store, server.pool);
  const reloaded = await resume(page(server, room.store));
  assert.equal(reloaded.state, "open");
});

test("Somebody's keys that changed after a comparison stop everything to them, and no answer of the server helps", async () => {
  const { server, room } = await someone();
  const { keys, sign } = await forgedEntry(server, {});
  const add = async (statement) => {
    await admit(server.directory, keyLeaf(statement));
    server.leaves.push(keyLeaf(statement));
    room.directory = await syncTree(room.api, room.store, server.pool);
  };
  assert.equal((await standing(room, keys.user)).state, "none");
  await assert.rejects(readerFor(room, keys.user), { what: "no_keys" });
  await add(await signKeys(keys, [sign]));
  assert.equal((await standing(room, keys.user)).state, "new");
  await confirmPeer(room, keys.user);
  assert.equal((await readerFor(room, keys.user)).k, 1);
  const next = await privateKey("Ed25519", random(32));
  const enc = await privateKey("X25519", random(32));
  const last = current(server.directory, keys.user);
  const rotated = { ...keys, seq: 2, prev: last.hash, reason: "rotate", signKey: next.publicKey, encKey: enc.publicKey, cp: await pointOf(server.directory.tree) };
  await add(await signKeys(rotated, [sign, next]));
  room.verified = undefined;
  assert.equal((await standing(room, keys.user)).state, "changed");
  await assert.rejects(readerFor(room, keys.user), { what: "changed" });
  server.verifications.length = 0; // forgotten by the server, kept by the device
  room.verified = undefined;
  await assert.rejects(readerFor(room, keys.user), { what: "changed" });
  server.verifications.push({ statement: { payload: "e30", payload_type: "x", signatures: [{ keyid: "", sig: toText(random(64)) }] } });
  room.verified = undefined;
  await assert.rejects(readerFor(room, keys.user), { what: "verification" });
});

test("Foreign members of an answer change nothing: no prototype, no demand for escrow", async () => {
  const { server, kit } = await someone();
  const room = page(server, device());
  const change = (name, answer) => (name === "POST /login" ? { ...answer, recovery_enrolment: { key: toText(random(32)), mandatory: true }, escrow: "org" } : answer);
  server.change = change;
  const { account } = await byKit(kit);
  await signIn(room, server.person.email, byPassphrase(room, account, words), { account });
  assert.equal(room.state, "open");
  const sent = server.requests.slice(-8).map(({ name }) => name);
  assert.ok(!sent.includes("PUT /slots") && !sent.includes("POST /keys"), String(sent));
  server.fetch = async () => new Response('{"__proto__":{"admin":true},"cp":{"root":"","size":0}}');
  await assert.rejects(page(server, device()).api.get("/log/checkpoint"), { name: "SealRefusal" });
  assert.equal(/** @type {any} */ ({}).admin, undefined);
});

test("A list without end, a page that repeats, and an answer that is none come to an end", async () => {
  const { server, room } = await someone();
  let asked = 0;
  server.change = (name, answer) => (name === "GET /verifications" ? { items: [], next: `n${(asked += 1)}` } : answer);
  await assert.rejects(room.api.all("/verifications"), { name: "Refused" });
  assert.equal(asked, 50);
  server.change = (name, answer) => (name === "GET /verifications" ? { items: [], next: "same" } : answer);
  assert.deepEqual(await room.api.all("/verifications"), []);
  server.fetch = async () => new Response("<html>", { status: 502 });
  await assert.rejects(page(server).api.get("/session"), { name: "Refused", code: "unreadable" });
});
