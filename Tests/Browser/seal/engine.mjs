// SPDX-License-Identifier: EUPL-1.2
// Runs in a browser's page: opens the frozen examples, keeps keys in IndexedDB, and posts what came of it.
import { fromText, toText } from "/Room/seal/bytes.js";
import { parse } from "/Room/seal/canonical.js";
import { emptyChain } from "/Room/seal/chain.js";
import { privateKey } from "/Room/seal/derive.js";
import { destroyStore, openStore } from "/Room/seal/device.js";
import { admitAll, auditOwn, emptyDirectory, keysOf } from "/Room/seal/directory.js";
import * as locker from "/Room/seal/locker.js";
import { openRecord } from "/Room/seal/open.js";
import { sealRecord } from "/Room/seal/record.js";
import { readRoster } from "/Room/seal/roster.js";
import { signRequest, verifyLogin, verifyRequest } from "/Room/seal/signin.js";
import { stretch } from "/Room/seal/stretching.js";
import { accountKey, openBundle, openSlot, wayOfKit, wayOfPasskey, wayOfPassphrase } from "/Room/seal/unlock.js";
import { readKit } from "/Room/seal/words.js";

const done = [];
const demand = (condition, what) => {
  if (!condition) throw new Error(what);
  done.push(what);
};

async function run(example) {
  const { pool, eng, people, record, unlock } = example;
  const directory = emptyDirectory(pool);
  await admitAll(directory, example.leaves.map((leaf) => fromText(leaf)));
  demand(directory.tree.levels[0].length === example.leaves.length, "key directory");

  const { secret } = await readKit(unlock.kit);
  const account = await accountKey(secret);
  const [pw, kit, prf] = unlock.slots.map((text) => parse(fromText(text)));
  const { pass, ...kdf } = pw.params;
  const byPassphrase = await wayOfPassphrase(account, await stretch(unlock.passphrase, kdf, pool, people.client.user));
  const ways = [[byPassphrase, pw], [await wayOfKit(secret), kit], [await wayOfPasskey(fromText(unlock.prf)), prf]];
  let userKey;
  for (const [way, slot] of ways) {
    userKey = await openSlot(way, slot, pool, people.client.user);
    demand(toText(userKey) === unlock.user_key, `way ${slot.kind}`);
  }
  const about = { pool, user: people.client.user, epoch: 1 };
  const identity = await openBundle(userKey, parse(fromText(unlock.bundle)), about);
  auditOwn(directory, people.client.user, identity, kdf);
  demand(!identity.sign.key.extractable && !identity.enc.key.extractable, "bundle");

  const roster = await readRoster(fromText(example.roster), { pool, eng }, directory, null);
  const world = { directory, access: { rosters: new Map([[roster.hash, roster]]) }, chain: emptyChain() };
  const parts = (one) => Object.fromEntries(["statement", "text", "share"].map((name) => [name, fromText(one[name])]));
  const sealed = { ...parts(record), wrap: fromText(record.wraps[0].wrap) };
  const reader = { user: people.client.user, pairs: new Map([[1, identity.old.get(1)], [2, identity.enc]]) };
  const opened = await openRecord(sealed, { pool, eng, rec: example.rec }, world, reader);
  demand(toText(opened.body) === record.body, "record opened");
  const { commit, ...core } = opened.core;
  const again = await sealRecord(
    { ...core, nonce: undefined, ver: 2, prev: opened.hash, aseq: 2, aprev: opened.hash }, opened.body, identity.sign,
    core.to.map(({ u, k }) => ({ u, k, encKey: keysOf(directory, u, k).encKey })),
  );
  const coach = await privateKey("X25519", fromText(people.coach.secret));
  const answer = await openRecord({ ...again, wrap: again.wraps[1].wrap }, { pool, eng }, world, { user: people.coach.user, pairs: new Map([[1, coach]]) });
  demand(toText(answer.body) === record.body, "record sealed and opened");
  const expected = { origin: example.origin, pool, user: people.client.user, nonce: example.login_nonce, purpose: "sign_in", now: example.time };
  demand((await verifyLogin(fromText(example.login), expected, byPassphrase.auth.publicKey)).proof === people.session.proof, "sign-in");

  let store = await openStore();
  await locker.enrol(store, account);
  await locker.keepUserKey(store, about, userKey, new Uint8Array(32).fill(3));
  const made = await locker.makeProofKey(store);
  store.close();
  store = await openStore();
  demand(toText((await locker.keptUserKey(store, new Uint8Array(32).fill(3))).userKey) === unlock.user_key, "user key kept");
  const proof = await locker.proofKey(store);
  const body = { method: "GET", path: "/", body_sha256: example.cp.root, token_sha256: example.cp.root, nonce: example.login_nonce, at: 1 };
  await verifyRequest(await signRequest(body, proof), { ...body, now: 1 }, made.publicKey);
  demand(!(await locker.enrolled(store)).extractable, "device keys kept");
  await locker.forget(store);
  demand((await locker.proofKey(store)) === null && (await locker.enrolled(store)) === null, "device forgotten");
  store.close();
  await destroyStore();
}

async function directoryOf({ pool, leaves }) {
  const directory = emptyDirectory(pool);
  const start = performance.now();
  await admitAll(directory, leaves.map((leaf) => fromText(leaf)));
  return Math.round(performance.now() - start);
}

let result;
try {
  await run(await (await fetch("/Tests/Vectors/frozen-v1.json")).json());
  const many = await fetch("/many.json");
  result = { done, milliseconds: many.ok ? await directoryOf(await many.json()) : undefined };
} catch (error) {
  result = { done, error: `${error.code ?? error.message} ${error.stack}` };
}
await fetch("/result", { method: "POST", body: JSON.stringify(result) });
