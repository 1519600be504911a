import { fromText, toText } from "../seal/bytes.js";
import { parse, serialise } from "../seal/canonical.js";
import { current, keysOf } from "../seal/directory.js";
import { pointOf } from "../seal/merkle.js";
import { readStatement } from "../seal/statement.js";
import { Alarm } from "./alarm.js";
export async function verifications(room) {
  room.verified ??= read(room);
  return room.verified;
}
async function read({ api, store, directory, session, config }) {
  const found = new Map();
  const [served, kept] = [await api.all("/verifications"), (await store.get("verified"))?.[session.user] ?? []];
  if (served.length + kept.length === 0) return found;
  const { readVerification } = await import("../seal/compare.js");
  const all = [...served.map((one) => serialise(one.statement ?? one)), ...kept.map((text) => fromText(text))];
  for (const bytes of all) {
    try {
      const { value } = readStatement(bytes, "verify");
      const peer = keysOf(directory, value.peer, value.peer_k);
      const body = await readVerification(bytes, keysOf(directory, session.user, value.k), peer);
      if (body.pool === config.pool && (found.get(body.peer)?.at ?? -1) < body.at) found.set(body.peer, body);
    } catch (error) {
      if (error.name !== "SealRefusal") throw error;
      throw new Alarm("verification", { statement: bytes });
    }
  }
  return found;
}
export async function standing(room, user) {
  const entry = current(room.directory, user);
  if (!entry) return { state: "none" };
  const done = (await verifications(room)).get(user);
  const state = !done ? "new" : done.peer_k === entry.seq && done.keys === entry.hash ? "verified" : "changed";
  return { state, entry, done };
}
export async function readerFor(room, user) {
  const { state, entry } = await standing(room, user);
  if (state === "changed") throw new Alarm("changed", { peer: user, seq: entry.seq });
  if (!entry) throw new Alarm("no_keys", { peer: user });
  return { u: user, k: entry.seq, encKey: entry.encKey };
}
export async function confirmPeer(room, user) {
  const { api, directory, identity, session, config, store } = room;
  const entry = current(directory, user);
  const { signVerification } = await import("../seal/compare.js");
  const body = {
    pool: config.pool, user: session.user, k: identity.seq, peer: user, peer_k: entry.seq, keys: entry.hash, at: api.now(),
    cp: await pointOf(directory.tree),
  };
  const bytes = await signVerification(body, identity.sign);
  const kept = (await store.get("verified")) ?? {};
  const others = (kept[session.user] ?? []).filter((text) => readStatement(fromText(text), "verify").value.peer !== user);
  await store.put("verified", { ...kept, [session.user]: [...others, toText(bytes)] });
  await api.post("/verifications", { statement: parse(bytes) });
  room.verified = undefined;
}
