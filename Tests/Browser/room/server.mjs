// SPDX-License-Identifier: EUPL-1.2
// What the modules of the room meet outside themselves, in memory: the answers of docs/room-api.md that a first key and a sign-in
// need. The browser tests have the real server; this one can lie, lose an answer, or fall silent at any place.
import { random, sha256, toText, fromText, utf8 } from "../../../Room/seal/bytes.js";
import { parse, serialise } from "../../../Room/seal/canonical.js";
import { admit, current, emptyDirectory } from "../../../Room/seal/directory.js";
import { keyLeaf } from "../../../Room/seal/keys.js";
import { pointOf, sizeOf } from "../../../Room/seal/merkle.js";
import { verifyLogin, verifyRequest } from "../../../Room/seal/signin.js";

export const origin = "https://room.example";
const api = "https://pool.example";
const id = () => toText(random(16));
const no = (status, code) => Object.assign(new Error(code), { status, code });

/** @param {{now?: number}} [at] */
export async function pretend({ now = 1_800_000_000 } = {}) {
  const pool = id();
  const user = id();
  const server = {
    pool, user, now, directory: emptyDirectory(pool), leaves: [], people: new Map(), signIns: new Map(), nonces: new Map(), written: new Map(),
    origin, requests: [], verifications: [], change: (_, answer) => answer, before: () => undefined, after: () => undefined,
  };
  const person = { user, name: "Siân Ŵyn", email: "sian@example.org", seq: 0, slots: [], bundle: undefined, kit_kept: false, recovery: undefined };
  server.people.set(user, person);
  server.person = person;
  server.config = { api, pool, pool_name: "Coaching West", hosted_by: "operator", witnessed: false };
  server.code = toText(random(32));

  const session = (one) => ({
    email: person.email, ends: server.now + 43_200, has_keys: person.seq > 0, id: one.id, idle_ends: server.now + 900, idle_minutes: 15,
    kit_kept: person.kit_kept, known: ["Siân", "Ŵyn"], language: "en", name: person.name, passphrase: "offer", pool, pool_name: "Coaching West",
    roles: ["client"], seq: person.seq, strength: one.strength, user, ...(one.strength === "recover" && { recovery: person.recovery }),
  });
  const open = (proof, strength, old) => {
    if (old) server.signIns.delete(old);
    const one = { id: id(), token: toText(random(32)), share: toText(random(32)), proof, strength, locked: false };
    server.signIns.set(one.token, one);
    return one;
  };
  const nonce = () => {
    const value = id();
    server.nonces.set(value, true);
    return value;
  };
  const signed = async (login, key, purpose, used) => {
    const { nonce: given } = parse(fromText(login.payload));
    if (!server.nonces.delete(given)) throw no(401, "login");
    const expected = { origin: server.origin, pool, user, nonce: given, purpose, now: server.now };
    const value = await verifyLogin(serialise(login), expected, fromText(key, 32)).catch(() => { throw no(401, "login"); });
    if (!person.slots.some(({ auth_pk, slot }) => auth_pk === key && slot.kind === used)) throw no(401, "login");
    return value;
  };

  const routes = {
    "POST /arrivals": async ({ code, proof }) => {
      if (code !== server.code) throw no(401, "login");
      server.code = "";
      const one = open(proof, "link");
      return { session: session(one), share: one.share, token: one.token };
    },
    "POST /login/params": async ({ name }) => ({
      at: server.now, kdf: name === user || name === person.email ? server.kdf : { alg: "pbkdf2-sha256", iterations: 600_000, salt: toText(random(16)) },
      nonce: nonce(), user: name === user || name === person.email ? user : id(),
    }),
    "POST /login": async ({ key, kind, login, resume }) => {
      const recovers = parse(fromText(login.payload)).purpose === "recover";
      const value = await signed(login, key, recovers ? "recover" : "sign_in", kind);
      const pass = person.slots.find(({ slot }) => slot.kind === "pw").slot.params.pass;
      if (kind === "kit" && !recovers && pass) throw no(401, "login");
      if (recovers) person.recovery ??= { due: server.now + 86_400, id: id(), may: [], name: person.name, open: false, started: server.now, user };
      const one = open(value.proof, recovers ? "recover" : "keys", resume);
      const keys = !recovers || person.recovery.open ? { bundle: person.bundle, slots: person.slots } : {};
      return { ...keys, session: session(one), share: one.share, token: one.token };
    },
    "GET /session": async (_, one) => {
      if (one.locked) throw no(401, "locked");
      return { session: session(one), share: one.share };
    },
    "POST /lock": async (_, one) => {
      one.locked = true;
      one.share = toText(random(32));
      return {};
    },
    "POST /logout": async (_, one) => (server.signIns.delete(one.token), {}),
    "POST /keys": async ({ bundle, slots, statement, kit_kept, confirm }, one) => {
      const bytes = serialise(statement);
      const { reason } = parse(fromText(statement.payload));
      if (reason === "create" && person.seq > 0) throw no(409, "exists");
      if (reason === "rotate") await signed(confirm.login, confirm.key, "confirm", confirm.kind);
      await admit(server.directory, keyLeaf(bytes));
      server.leaves.push(keyLeaf(bytes));
      Object.assign(person, { seq: current(server.directory, user).seq, slots, bundle, kit_kept });
      server.kdf = current(server.directory, user).kdf;
      one.strength = "keys";
      return { cp: await pointOf(server.directory.tree), leaf: sizeOf(server.directory.tree) - 1, session: session(one) };
    },
    "GET /slots": async () => ({ bundle: person.bundle, epoch: person.bundle.epoch, slots: person.slots }),
    "PUT /slots": async ({ confirm, put, remove }, one) => {
      if (one.strength === "keys") await signed(confirm.login, confirm.key, "confirm", confirm.kind);
      const same = (a, b) => a.kind === b.kind && a.params.credential === b.params.credential;
      const kept = person.slots.filter(({ slot }) => !put.some((other) => same(slot, other.slot)) && !remove.includes(slot.params.credential));
      person.slots = [...kept, ...put];
      one.strength = "keys";
      return { session: session(one) };
    },
    "POST /confirm": async () => ({ at: server.now, nonce: nonce() }),
    "PUT /kit": async ({ kept }) => ((person.kit_kept = kept), {}),
    "GET /log/checkpoint": async () => ({ cp: await pointOf(server.directory.tree) }),
    "GET /verifications": async () => ({ items: server.verifications, next: "" }),
    "POST /verifications": async ({ statement }) => (server.verifications.push({ statement }), {}),
  };

  server.fetch = async (address, { method = "GET", headers = {}, body } = {}) => {
    const { pathname, search } = new URL(address, origin);
    const [name, bytes] = [`${method} ${pathname.replace("/room/v1", "")}`, body ?? new Uint8Array(0)];
    server.requests.push({ name, headers, body: new TextDecoder().decode(bytes) });
    server.before(name);
    let status = 200, answer;
    try {
      const one = headers.Authorization && (await gate(method, pathname + search, headers, bytes));
      if (name === "GET /log/entries") {
        const after = Number(new URLSearchParams(search).get("after"));
        answer = server.change(name, server.leaves.slice(after));
        return reply(200, new TextDecoder().decode(Buffer.concat(answer.flatMap((leaf) => [leaf, utf8("\n")]))));
      }
      const again = one && method !== "GET" ? server.written.get(one.nonce) : undefined;
      answer = again ?? (await (routes[name] ?? (() => { throw no(404, "not_found"); }))(bytes.length > 0 ? parse(bytes, 300_000) : {}, one?.signIn));
      if (one && method !== "GET") server.written.set(one.nonce, answer);
    } catch (error) {
      if (!error.status && error.name !== "SealRefusal") {
        console.error(error);
        throw error;
      }
      status = error.status ?? 422;
      answer = { error: { code: error.status ? error.code : "refused", fields: [], request: "r" } };
    }
    server.after(name);
    return reply(status, new TextDecoder().decode(serialise(server.change(name, answer))));
  };
  const reply = (status, text) => new Response(text, { status, headers: { "Room-Now": String(server.now) } });
  const gate = async (method, path, headers, bytes) => {
    const token = headers.Authorization.replace("Room ", "");
    const signIn = server.signIns.get(token);
    if (!signIn) throw no(401, "sign_in_needed");
    const expected = { method, path, body_sha256: toText(await sha256(bytes)), token_sha256: toText(await sha256(utf8(token))), now: server.now };
    const value = await verifyRequest(fromText(headers["Room-Proof"]), expected, fromText(signIn.proof, 32)).catch(() => { throw no(401, "proof"); });
    return { signIn, nonce: value.nonce };
  };
  return server;
}
