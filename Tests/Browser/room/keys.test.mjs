// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { test } from "node:test";
import { random, toText } from "../../../Room/seal/bytes.js";
import { makeKeys } from "../../../Room/app/make.js";
import { arrive, lockRoom, resume } from "../../../Room/app/room.js";
import { byKit, byPassphrase, signIn } from "../../../Room/app/sign-in.js";
import { changeKit, changePassphrase, renewWays, rotate } from "../../../Room/app/change.js";
import { wayOfKit } from "../../../Room/seal/unlock.js";
import { device, page } from "./support.mjs";
import { pretend } from "./server.mjs";

const words = "tri gair neu bump gair";

/** Somebody who has keys on a device. */
async function someone({ passphrase = words } = {}) {
  const server = await pretend();
  const store = device();
  const room = page(server, store);
  const kit = random(16);
  await arrive(room, server.code);
  await (await makeKeys(room, { kit, passphrase, kept: true }))();
  return { server, store, room, kit };
}

test("Keys are made with one request, and the room opens again on each page", async () => {
  const { server, store, room } = await someone();
  assert.equal(room.state, "open");
  assert.equal(server.requests.filter(({ name }) => name === "POST /keys").length, 1);
  const next = await resume(page(server, store));
  assert.equal(next.state, "open");
  assert.equal(next.identity.seq, 1);
  assert.equal(next.identity.sign.key.extractable, false);
});

test("Locked, the room opens with the passphrase on this device and with nothing else", async () => {
  const { server, store, room } = await someone();
  await lockRoom(room);
  const again = await resume(page(server, store));
  assert.equal(again.state, "locked");
  const account = store.values.get("account");
  await assert.rejects(signIn(again, server.user, byPassphrase(again, account, "another one of five words")), { code: "login" });
  assert.equal((await resume(page(server, store))).state, "locked");
  await signIn(again, server.user, byPassphrase(again, account, words));
  assert.equal(again.state, "open");
  assert.equal((await resume(page(server, store))).state, "open");
  assert.equal(server.signIns.size, 1, "the sign-in that was locked is over");
});

test("A new device opens with kit and passphrase; without a passphrase the kit is enough", async () => {
  const { server, kit } = await someone();
  const room = page(server, device());
  const { kit: way, account } = await byKit(kit);
  await assert.rejects(signIn(room, server.person.email, () => way), { code: "login" });
  await signIn(room, server.person.email, byPassphrase(room, account, words), { account });
  assert.equal(room.state, "open");
  const plain = await someone({ passphrase: null });
  const other = page(plain.server, device());
  await signIn(other, plain.server.user, async () => (await byKit(plain.kit)).kit, { shared: true });
  assert.equal(other.state, "open");
  assert.equal(await other.store.get("account"), undefined, "a shared device is not enrolled");
});

for (const [when, cut] of [["before the request arrives", "before"], ["after the keys were put in place", "after"]]) {
  test(`A connection lost ${when} leaves the old state or the new, and trying again ends in the new`, async () => {
    const server = await pretend();
    const room = page(server, device());
    await arrive(room, server.code);
    const send = await makeKeys(room, { kit: random(16), passphrase: words, kept: true });
    let broken = true;
    server[cut] = (name) => {
      if (broken && name === "POST /keys") throw new Error("cut");
    };
    await assert.rejects(send(), { name: "Lost" });
    assert.equal(server.person.seq, cut === "after" ? 1 : 0);
    const reloaded = await resume(page(server, room.store));
    assert.equal(reloaded.state, cut === "after" ? "open" : "link");
    broken = false;
    await send();
    assert.equal(room.state, "open");
    assert.equal(server.person.seq, 1);
    assert.equal(server.leaves.length, 1);
  });
}

test("Passphrase, kit and keys change, each time the old way opens nothing and the new one everything", async () => {
  const { server, store, kit } = await someone();
  const room = await resume(page(server, store));
  await changePassphrase(room, { current: words }, "other words of some length");
  await assert.rejects(changePassphrase(room, { current: words }, null), { name: "Problem" });
  const kit2 = random(16);
  await changeKit(room, { current: "other words of some length" }, kit2);
  const fresh = page(server, device());
  const { account: old } = await byKit(kit);
  await assert.rejects(signIn(fresh, server.user, byPassphrase(fresh, old, "other words of some length")), { code: "login" });
  const kit3 = random(16);
  await rotate(room, { current: "other words of some length" }, { kit: kit3, passphrase: null });
  assert.equal(room.identity.seq, 2);
  assert.deepEqual([...room.identity.old.keys()], [1]);
  assert.equal((await resume(page(server, store))).state, "open");
  const next = page(server, device());
  await signIn(next, server.user, async () => (await byKit(kit3)).kit);
  assert.equal(next.identity.seq, 2);
});

test("Recovery with the kit waits, then takes a new passphrase and a new kit", async () => {
  const { server, kit } = await someone();
  const room = page(server, device());
  await signIn(room, server.person.email, async () => (await byKit(kit)).kit, { purpose: "recover" });
  assert.equal(room.state, "recover");
  assert.equal(await room.store.get("bundle"), undefined);
  assert.equal((await resume(page(server, room.store))).state, "recover");
  server.person.recovery.open = true;
  const kit2 = random(16);
  await renewWays(room, { way: await wayOfKit(kit), kit: kit2, passphrase: "a third one of some length" });
  assert.equal(room.state, "open");
  const next = page(server, device());
  await signIn(next, server.user, byPassphrase(next, (await byKit(kit2)).account, "a third one of some length"));
  assert.equal(next.state, "open");
});

test("A device that the browser made forget everything is signed out, not stuck", async () => {
  const { server, store } = await someone();
  for (const name of ["account", "open", "me"]) store.values.delete(name);
  assert.equal((await resume(page(server, store))).state, "locked");
  store.values.clear();
  assert.equal((await resume(page(server, store))).state, "out");
});

test("Nothing secret leaves: neither passphrase, kit, user key nor private keys, in any encoding", async () => {
  const { server, kit, room } = await someone();
  await lockRoom(room);
  const again = await resume(page(server, room.store));
  await signIn(again, server.user, byPassphrase(again, room.store.values.get("account"), words));
  const all = server.requests.map(({ headers, body }) => JSON.stringify(headers) + body).join("\n");
  const payloads = [...all.matchAll(/[A-Za-z0-9_-]{24,}/g)].map(([text]) => Buffer.from(text, "base64url").toString("latin1")).join("\n");
  for (const secret of [words, toText(kit), Buffer.from(kit).toString("hex"), Buffer.from(kit).toString("latin1"), Buffer.from(words).toString("base64url")]) {
    assert.ok(!all.includes(secret) && !payloads.includes(secret));
  }
  assert.ok(payloads.includes("nonce"), "proofs are seen through");
});
