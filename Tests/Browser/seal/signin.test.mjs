// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { test } from "node:test";
import { toText } from "../../../Room/seal/bytes.js";
import { enrol, enrolled, forget, keepUserKey, keptUserKey, leave, lock, makeProofKey, proofKey } from "../../../Room/seal/locker.js";
import { signLogin, signRequest, verifyLogin, verifyRequest } from "../../../Room/seal/signin.js";
import { signStatement } from "../../../Room/seal/statement.js";
import { accountKey } from "../../../Room/seal/unlock.js";
import { fill, flips, id, person, pool, refused } from "./support.mjs";

const now = 1_800_000_000;

test("A sign-in counts for its origin, pool, person, nonce, purpose and minute only", async () => {
  const [auth, session] = [(await person(1)).sign, (await person(2)).sign];
  const body = { origin: "https://room.example:8443", pool, user: id(4), nonce: id(5), at: now, purpose: "sign_in", proof: toText(session.publicKey) };
  const expected = { origin: body.origin, pool, user: body.user, nonce: body.nonce, purpose: body.purpose, now };
  const bytes = await signLogin(body, auth);
  assert.equal((await verifyLogin(bytes, expected, auth.publicKey)).proof, body.proof);
  for (const change of [
    { origin: "https://room.example" }, { pool: id(9) }, { user: id(9) }, { nonce: id(9) }, { purpose: "recover" }, { now: now + 61 }, { now: now - 61 },
  ]) await refused(() => verifyLogin(bytes, { ...expected, ...change }, auth.publicKey), "login");
  await refused(() => verifyLogin(bytes, expected, session.publicKey), "signature");
  await refused(() => verifyRequest(bytes, {}, auth.publicKey), "statement");
  for (const wrong of [
    { origin: "javascript:alert(1)" }, { origin: "https://room.example/" }, { origin: "https://Room.example" }, { origin: "https://a@b" },
    { origin: "https://room.example\n" }, { purpose: "admin" }, { nonce: "x" }, { proof: toText(fill(0)) }, { proof: "" }, { at: -1 }, { extra: 1 },
  ]) {
    await refused(() => signLogin({ ...body, ...wrong }, auth));
    await refused(async () => verifyLogin(await signStatement("login", { ...body, ...wrong }, [auth]), { ...expected, ...wrong }, auth.publicKey));
  }
  for (const changed of flips(bytes, 7)) await refused(() => verifyLogin(changed, expected, auth.publicKey)).catch((error) => {
    assert.match(new TextDecoder().decode(changed), /keyid/, error.message); // a changed hint alone changes nothing
  });
});

test("A proof counts for one request of one sign-in", async () => {
  const session = (await person(2)).sign;
  const body = { method: "POST", path: "/room/v1/envelopes?x=1", body_sha256: toText(fill(1)), token_sha256: toText(fill(2)), nonce: id(5), at: now };
  const expected = { ...body, now };
  const bytes = await signRequest(body, session);
  assert.equal((await verifyRequest(bytes, expected, session.publicKey)).nonce, body.nonce);
  for (const change of [
    { method: "PUT" }, { path: "/room/v1/envelopes" }, { body_sha256: toText(fill(3)) }, { token_sha256: toText(fill(3)) }, { now: now + 61 },
  ]) await refused(() => verifyRequest(bytes, { ...expected, ...change }, session.publicKey), "request");
  await refused(() => verifyLogin(bytes, {}, session.publicKey), "statement");
  for (const wrong of [{ method: "TRACE" }, { path: "room" }, { path: "/ä" }, { path: "/a b" }, { nonce: "1" }, { body_sha256: "" }, { more: 1 }]) {
    await refused(() => signRequest({ ...body, ...wrong }, session), "request");
  }
});

/** A store in memory, as far as the locker can tell. */
function memory() {
  const values = new Map();
  return {
    values,
    get: async (name) => values.get(name),
    put: async (name, value) => void values.set(name, structuredClone(value)),
    remove: async (name) => void values.delete(name),
  };
}

test("A device keeps nothing that opens by itself", async () => {
  const store = memory();
  const [userKey, share] = [fill(0x77), fill(0x21)];
  assert.equal(await keptUserKey(store, share), null);
  await keepUserKey(store, { pool, user: id(4), epoch: 1 }, userKey, share);
  assert.deepEqual(await keptUserKey(store, share), { pool, user: id(4), epoch: 1, userKey });
  await refused(() => keptUserKey(store, fill(0x22)), "sealed");
  await refused(() => keptUserKey(store, fill(0x21, 16)), "sealed");
  assert.equal(store.values.get("open").lock.extractable, false);
  assert.ok(!Buffer.from(store.values.get("open").text).includes(Buffer.from(userKey)));
  store.values.get("open").about.user = id(5);
  await refused(() => keptUserKey(store, share), "sealed");
  await lock(store);
  assert.equal(await keptUserKey(store, share), null);
});

test("The proof key survives a reload wrapped, cannot be read, and goes with the sign-in", async () => {
  const store = memory();
  const made = await makeProofKey(store);
  const again = await proofKey(store);
  assert.deepEqual(again.publicKey, made.publicKey);
  assert.equal(again.key.extractable, false);
  const body = { method: "GET", path: "/", body_sha256: toText(fill(1)), token_sha256: toText(fill(2)), nonce: id(5), at: now };
  await verifyRequest(await signRequest(body, again), { ...body, now }, made.publicKey);
  await enrol(store, await accountKey(fill(1, 16)));
  await leave(store);
  assert.equal(await proofKey(store), null);
  assert.equal((await enrolled(store)).extractable, false);
  await forget(store);
  assert.equal(store.values.size, 0);
  assert.equal(await enrolled(store), null);
});

test("A key that could be read is never kept as the account key", async () => {
  const key = await crypto.subtle.importKey("raw", fill(1), { name: "HMAC", hash: "SHA-256" }, true, ["sign"]);
  await refused(() => enrol(memory(), key), "key");
});
