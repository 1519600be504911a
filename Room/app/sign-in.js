// SPDX-License-Identifier: EUPL-1.2
import { demand, toText, wipe } from "../seal/bytes.js";
import { parse } from "../seal/canonical.js";
import * as locker from "../seal/locker.js";
import { signLogin } from "../seal/signin.js";
import { checkParameters, stretch } from "../seal/stretching.js";
import { accountKey, openBundle, openSlot, wayOfKit, wayOfPassphrase } from "../seal/unlock.js";
import { verified } from "./alarm.js";
import { fromShare, keepSignIn, memoryStore, openKeys, remember } from "./room.js";

/**
 * Signing in: the server sees a signature, never a secret, and what it answers is opened and compared before anything of
 * it is kept.
 *
 * @typedef {import("./room.js").Room} Room
 */

/**
 * Signs in by a way that is made once the server has said how passphrases are stretched.
 * @param {Room} room
 * @param {string} name id, address or user name
 * @param {(about: {kdf: any, user: string}) => Promise<import("../seal/unlock.js").Way>} makeWay
 * @param {{purpose?: string, shared?: boolean, account?: CryptoKey | null, credential?: string}} [how]
 */
export async function signIn(room, name, makeWay, { purpose = "sign_in", shared = false, account = null, credential } = {}) {
  const { api, store, config } = room;
  const { at, kdf, nonce, user } = await api.post("/login/params", { name });
  await verified("floor", { kdf }, () => checkParameters(kdf));
  const way = await makeWay({ kdf, user });
  const held = memoryStore();
  const proof = await locker.makeProofKey(held);
  const login = await signLogin(
    { origin: location.origin, pool: config.pool, user, nonce, at, purpose, proof: toText(proof.publicKey) }, way.auth);
  const body = { key: toText(way.auth.publicKey), kind: way.kind, login: parse(login), shared };
  const before = ["locked", "link"].includes(room.state) ? (await store.get("sign_in"))?.token : undefined;
  api.use(null);
  const answer = await api.post("/login", before ? { ...body, resume: before } : body);
  demand(answer.session.user === user && answer.session.pool === config.pool, "login");
  api.use({ token: answer.token, proof });
  try {
    if (answer.session.strength !== "recover") await unlock(room, { ...answer, way, credential });
  } catch (error) {
    api.use(null);
    room.state = "out";
    throw error;
  }
  await keepSignIn(room, answer.token, proof, held);
  if (account && !shared) await locker.enrol(store, account);
  if (answer.session.strength === "recover") room.state = "recover";
  room.session = answer.session;
  await remember(room, { shared });
}

/**
 * Opens slot and bundle of an answer, compares the keys with the log, and keeps the user key until the sign-in ends.
 * Nothing is kept unless all of it holds.
 */
export async function unlock(room, { way, slots, bundle, session, share, credential }) {
  const { config: { pool }, store } = room;
  const { user } = session;
  const evidence = { user, slots, bundle, seq: session.seq };
  const { userKey, identity, kdf } = await verified("bundle", evidence, async () => {
    demand(Array.isArray(slots), "slot");
    const held = slots.map((one) => one?.slot);
    const slot = held.find((one) => one?.kind === way.kind && (!credential || one.params?.credential === credential));
    const key = await openSlot(way, slot, pool, user);
    const epoch = slot.epoch;
    const byPassphrase = held.find((one) => one?.kind === "pw");
    demand(byPassphrase?.epoch === epoch, "slot");
    const { pass, ...rest } = byPassphrase.params;
    return { userKey: key, identity: { ...(await openBundle(key, bundle, { pool, user, epoch })), epoch, pass }, kdf: rest };
  });
  await openKeys(room, { user, identity, kdf });
  await locker.keepUserKey(store, { pool, user, epoch: identity.epoch }, userKey, fromShare(share));
  await store.put("bundle", { bundle, kdf, pass: identity.pass });
  wipe(userKey);
}

/** The user key of this page's sign-in, for work that needs it; the caller wipes it. @param {Room} room */
export async function userKeyOf(room) {
  const { share } = await room.api.get("/session");
  const kept = await locker.keptUserKey(room.store, fromShare(share));
  demand(kept && kept.user === room.session.user, "sealed");
  return kept.userKey;
}

/** A way by passphrase, or by this person's device alone where there is none. @param {Room} room @param {CryptoKey} account */
export const byPassphrase = (room, account, passphrase) => async ({ kdf, user }) =>
  wayOfPassphrase(account, await stretch(passphrase, kdf, room.config.pool, user));

/** Both things that a kit gives: a way in by itself, and the account key for the device. @param {Uint8Array} secret */
export const byKit = async (secret) => ({ kit: await wayOfKit(secret), account: await accountKey(secret) });
