// SPDX-License-Identifier: EUPL-1.2
// Answers tasks of the differential test: one JSON object a line in, one a line out. Usage: node twin.mjs TASKS ANSWERS
import { createReadStream, createWriteStream } from "node:fs";
import { createInterface } from "node:readline";
import { fromText, toText } from "../../../Room/seal/bytes.js";
import { parse, serialise } from "../../../Room/seal/canonical.js";
import { emptyChain } from "../../../Room/seal/chain.js";
import { phoneCommitment, phoneWords, verifyWords } from "../../../Room/seal/compare.js";
import { privateKey } from "../../../Room/seal/derive.js";
import { admit, current, emptyDirectory } from "../../../Room/seal/directory.js";
import { pointOf, verifyConsistency, verifyInclusion } from "../../../Room/seal/merkle.js";
import { openRecord, readerOf } from "../../../Room/seal/open.js";
import { judge } from "../../../Room/seal/passphrase.js";
import { sealRecord } from "../../../Room/seal/record.js";
import { readRoster } from "../../../Room/seal/roster.js";
import { readStatement, signStatement, verifyStatement } from "../../../Room/seal/statement.js";
import { accountKey, openBundle, openSlot, sealBundle, sealSlot, wayOfKit, wayOfPasskey, wayOfPassphrase } from "../../../Room/seal/unlock.js";
import { kitWords, nearest, readKit } from "../../../Room/seal/words.js";

const [tasks, answers] = process.argv.slice(2);
const b = (text) => fromText(text);
let world;

const ways = {
  pw: async (secret) => wayOfPassphrase(await accountKey(secret.subarray(0, 16)), secret),
  kit: async (secret) => wayOfKit(secret.subarray(0, 16)),
  prf: wayOfPasskey,
};

const acts = {
  async world({ pool, eng, leaves, roster, people }) {
    const directory = emptyDirectory(pool);
    for (const leaf of leaves) await admit(directory, b(leaf));
    const first = await readRoster(b(roster), { pool, eng }, directory, null);
    const keys = new Map();
    for (const { user, seed, secret } of people) {
      keys.set(user, { sign: await privateKey("Ed25519", b(seed)), enc: await privateKey("X25519", b(secret)) });
      if (current(directory, user)?.seq !== 1) throw new Error("no such person");
    }
    world = { pool, eng, directory, roster: first, access: { rosters: new Map([[first.hash, first]]) }, keys };
    return { root: (await pointOf(directory.tree)).root, roster: first.hash };
  },

  async open({ statement, text, wrap, share, user }) {
    const record = { statement: b(statement), text: b(text), wrap: b(wrap), share: b(share) };
    const reader = { user, pairs: new Map([[1, world.keys.get(user).enc]]) };
    const opened = await openRecord(record, { pool: world.pool, eng: world.eng }, { ...world, chain: emptyChain() }, reader);
    return { body: toText(opened.body), hash: opened.hash };
  },

  async seal({ kind, rec, body, user, readers }) {
    const about = {
      kind, rec, pool: world.pool, eng: world.eng, ver: 1, prev: "", author: user, akey: 1, aseq: 1, aprev: "", seen: [],
      roster: world.roster.hash, at: 1_800_000_000, cp: await pointOf(world.directory.tree),
    };
    const to = readers.map((u) => readerOf(world.directory, { u, k: 1 }));
    const { statement, text, share, wraps } = await sealRecord(about, b(body), world.keys.get(user).sign, to);
    const wrap = wraps.find((one) => one.to.u === readers[0]).wrap;
    return { statement: toText(statement), text: toText(text), share: toText(share), wrap: toText(wrap) };
  },

  async canonical({ bytes }) {
    return { bytes: toText(serialise(parse(b(bytes)))) };
  },

  async statement({ bytes, kind, keys }) {
    const statement = readStatement(b(bytes), kind);
    await verifyStatement(statement, keys.map(b));
    return { body: toText(statement.body) };
  },

  async sign({ kind, body, seed }) {
    return { bytes: toText(await signStatement(kind, parse(b(body)), [await privateKey("Ed25519", b(seed))])) };
  },

  async slot({ way, secret, value, pool, user }) {
    const slot = parse(b(value));
    return { key: toText(await openSlot(await ways[way](b(secret)), slot, pool, user)) };
  },

  async makeslot({ way, secret, params, key, pool, user, epoch }) {
    const slot = await sealSlot(await ways[way](b(secret)), { pool, user, epoch, params: parse(b(params)) }, b(key));
    return { value: toText(serialise(slot)) };
  },

  async bundle({ key, value, pool, user, epoch }) {
    const { seq, sign, enc, old } = await openBundle(b(key), parse(b(value)), { pool, user, epoch });
    return { seq, sign: toText(sign.publicKey), enc: toText(enc.publicKey), old: [...old.keys()] };
  },

  async makebundle({ key, pool, user, epoch, seq, sign, enc, old }) {
    const keys = { seq, sign: b(sign), enc: b(enc), old: old.map((secret, at) => ({ k: at + 1, enc: b(secret) })) };
    return { value: toText(serialise(await sealBundle(b(key), { pool, user, epoch }, keys))) };
  },

  async words({ secret, text }) {
    return { words: await kitWords(b(secret)), read: JSON.stringify(await readKit(text), (key, value) => (key === "secret" ? toText(value) : value)) };
  },

  async near({ text }) {
    return { words: nearest(text) };
  },

  async judge({ text, known }) {
    return { verdict: judge(text, known) ?? "good" };
  },

  async compare({ first, second, one, two }) {
    const side = async (party, secret) => ({ party: b(party), secret: b(secret), commitment: await phoneCommitment(b(party), b(secret)) });
    const { say, hear } = await phoneWords(await side(first, one), await side(second, two));
    return { nine: await verifyWords(b(first), b(second)), say, hear };
  },

  async inclusion({ leaf, at, size, proof, root }) {
    await verifyInclusion(b(leaf), at, size, proof.map(b), b(root));
    return {};
  },

  async consistency({ older, first, newer, second, proof }) {
    await verifyConsistency(older, b(first), newer, b(second), proof.map(b));
    return {};
  },
};

const out = createWriteStream(answers);
for await (const line of createInterface({ input: createReadStream(tasks) })) {
  const { do: name, ...task } = JSON.parse(line);
  let answer;
  try {
    answer = { ok: true, ...(await acts[name](task)) };
  } catch (error) {
    if (error.name !== "SealRefusal") throw error;
    answer = { ok: false, code: error.code, step: error.step };
  }
  if (!out.write(`${JSON.stringify(answer)}\n`)) await new Promise((resolve) => out.once("drain", resolve));
}
out.end();
