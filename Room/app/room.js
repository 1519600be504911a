// SPDX-License-Identifier: EUPL-1.2
import { demand, fromText, toText, wipe } from "../seal/bytes.js";
import * as locker from "../seal/locker.js";
import { verified } from "./alarm.js";
import { Refused } from "./api.js";

/**
 * A person in their room: what this device knows, how they are signed in, and the keys that are open on this page.
 *
 * `state` is one of: `out` nobody; `locked` signed in, keys shut; `link` came from the pool's pages; `recover` with the
 * kit alone, waiting; `open` keys at hand, checked against the log.
 *
 * @typedef {{config: import("./config.js").Config, api: ReturnType<typeof import("./api.js").openApi>,
 *   store: import("../seal/locker.js").Store, state: string, session?: any, me?: any, identity?: any, directory?: any, way?: any}} Room
 */

/**
 * Finds out where this device stands. Another tab may sign in anew in between, and then neither token nor share fit what
 * was read before: it is read once more.
 * @param {Room} room
 */
export async function resume(room, isAgain = false) {
  const { api, store } = room;
  room.me = (await store.get("me")) ?? null;
  const kept = await store.get("sign_in");
  const proof = kept && (await locker.proofKey(store));
  room.state = "out";
  if (!proof) return room;
  api.use({ token: kept.token, proof });
  try {
    const { session, share } = await api.get("/session");
    await welcome(room, session, share);
  } catch (error) {
    if (error.name === "Alarm" && error.what === "share" && !isAgain) return resume(room, true);
    if (!(error instanceof Refused) || error.status !== 401) throw error;
    if (error.code === "locked") {
      await locker.lock(store);
      room.state = "locked";
    } else if ((await store.get("sign_in"))?.token === kept.token) {
      await forgetSignIn(room);
    } else {
      return resume(room, true);
    }
  }
  return room;
}

/** Comes in with the code of a link that a page of the pool showed. @param {Room} room @param {string} code */
export async function arrive(room, code) {
  const held = memoryStore();
  const proof = await locker.makeProofKey(held);
  const { token, share, session } = await room.api.post("/arrivals", { code, proof: toText(proof.publicKey) });
  await keepSignIn(room, token, proof, held);
  await welcome(room, session, share);
}

/** Locks this device's room: the server destroys the share, the device the user key. @param {Room} room */
export async function lockRoom(room) {
  await locker.lock(room.store);
  try {
    await room.api.post("/lock");
  } finally {
    shut(room, "locked");
  }
}

/** Signs out, here or everywhere. A shared device keeps nothing. @param {Room} room */
export async function signOut(room, everywhere = false) {
  try {
    await room.api.post(everywhere ? "/logout/everywhere" : "/logout");
  } finally {
    await forgetSignIn(room);
    if (room.me?.shared) for (const name of ["account", "me", "tree"]) await room.store.remove(name);
    shut(room, "out");
  }
}

/** What this device remembers of its owner, none of it secret. @param {Room} room @param {Record<string, any>} [more] */
export async function remember(room, more = {}) {
  const { user, name, email } = room.session;
  const before = room.me?.user === user ? room.me : {};
  room.me = { ...before, user, name, email, ...(room.identity && { pass: room.identity.pass }), ...more };
  await room.store.put("me", room.me);
}

export async function keepSignIn(room, token, proof, held) {
  await room.store.put("proof", await held.get("proof"));
  await room.store.put("sign_in", { token });
  room.api.use({ token, proof });
}

/** A store for what must not be kept yet. */
export function memoryStore() {
  const values = new Map();
  return {
    get: async (name) => values.get(name),
    put: async (name, value) => void values.set(name, value),
    remove: async (name) => void values.delete(name),
  };
}

async function welcome(room, session, share) {
  room.session = session;
  demand(session.pool === room.config.pool, "login");
  if (session.strength !== "keys") {
    room.state = session.strength;
    return;
  }
  const kept = await verified("share", {}, () => locker.keptUserKey(room.store, fromShare(share)));
  const sealed = await room.store.get("bundle");
  if (!kept || !sealed || kept.user !== session.user) {
    room.state = "locked";
    return;
  }
  const { openBundle } = await import("../seal/unlock.js");
  const { user, pool, epoch } = kept;
  const identity = await verified("bundle", { user, ...sealed }, () => openBundle(kept.userKey, sealed.bundle, { pool, user, epoch }));
  wipe(kept.userKey);
  await openKeys(room, { user, identity: { ...identity, epoch, pass: sealed.pass }, kdf: sealed.kdf });
}

/** Checks one's own keys against the log: at each unlock and on each page. */
export async function openKeys(room, { user, identity, kdf }) {
  const { audit } = await import("./audit.js");
  const directory = await audit(room, { user, identity, kdf });
  Object.assign(room, { identity, directory, kdf, state: "open" });
}

async function forgetSignIn(room) {
  await locker.leave(room.store);
  await room.store.remove("sign_in");
  await room.store.remove("bundle");
  room.api.use(null);
  room.state = "out";
}

function shut(room, state) {
  Object.assign(room, { identity: undefined, directory: undefined, way: undefined, state });
}

export const fromShare = (share) => fromText(share, 32);
