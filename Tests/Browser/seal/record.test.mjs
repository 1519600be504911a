// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { test } from "node:test";
import { fromText, toText, utf8 } from "../../../Room/seal/bytes.js";
import { parse, serialise } from "../../../Room/seal/canonical.js";
import { emptyChain, missing, nextPlace, note, noteGone, seenBy } from "../../../Room/seal/chain.js";
import { privateKey, sign } from "../../../Room/seal/derive.js";
import { admit, emptyDirectory } from "../../../Room/seal/directory.js";
import { readGrant, signGrant } from "../../../Room/seal/grant.js";
import { keyLeaf, signKeys } from "../../../Room/seal/keys.js";
import { typeOf } from "../../../Room/seal/labels.js";
import { pointOf } from "../../../Room/seal/merkle.js";
import { makeReceipt, oneTimeAuthor, receiptKeys, sealComplaint, sealRequest } from "../../../Room/seal/onetime.js";
import { openRecord, readerOf } from "../../../Room/seal/open.js";
import { isPaddedSize, pad, paddedSize, unpad } from "../../../Room/seal/padding.js";
import { checkCore, openText, readEnvelope, rewrap, sealRecord } from "../../../Room/seal/record.js";
import { readRoster, signRoster } from "../../../Room/seal/roster.js";
import { preAuthentication, readStatement, signBody, signStatement, verifyStatement } from "../../../Room/seal/statement.js";
import { directoryOf, fill, flips, hex, id, nextKeys, person, pool, refused, unhex, vectors } from "./support.mjs";

const eng = id(2);
const time = 1_800_000_000;
const words = utf8("What was said stays here.");

/** A room: client and practitioner with a signed roster, a supervisor and a sponsor in it without reading. */
async function room() {
  const [client, coach, other] = [await person(10), await person(11), await person(12)];
  const directory = await directoryOf(client, coach, other);
  const roster = {
    pool, eng, seq: 1, prev: "", agreement: "", reason: "create", at: time, cp: await pointOf(directory.tree),
    members: [
      { u: client.user, k: 1, role: "client", can: ["read", "write"] },
      { u: coach.user, k: 1, role: "practitioner", can: ["read", "write"] },
      { u: other.user, k: 1, role: "sponsor", can: [] },
    ],
  };
  const first = await readRoster(await signRoster(roster, [client.sign, coach.sign]), { pool, eng }, directory, null);
  const access = { rosters: new Map([[first.hash, first]]), grants: [] };
  return { client, coach, other, directory, roster, first, access };
}

const reader = (who) => ({ user: who.user, pairs: new Map([[1, who.enc]]) });

async function about(place, author, chain, more = {}) {
  return {
    pool, eng, kind: "note", rec: id(30), ver: 1, prev: "", author: author.user, akey: 1, ...nextPlace(chain, author.user),
    seen: seenBy(chain, author.user), roster: place.first.hash, at: time, cp: await pointOf(place.directory.tree), ...more,
  };
}

async function write(place, author, chain, more, to = [place.client, place.coach], body = words) {
  const core = await about(place, author, chain, more);
  return sealRecord(core, body, author.sign, to.map((one) => ({ u: one.user, k: 1, encKey: one.enc.publicKey })));
}

const served = (sealed, who) => ({ ...sealed, wrap: sealed.wraps.find(({ to }) => to.u === who.user)?.wrap ?? fill(0, 80) });

const open = (place, sealed, who, chain = emptyChain(), asked = {}) =>
  openRecord(served(sealed, who), { pool, eng, ...asked }, { directory: place.directory, access: place.access, chain }, reader(who));

async function refusedAt(step, work) {
  await assert.rejects(work, (error) => {
    assert.equal(error.code, "record", String(error.stack));
    assert.equal(error.step, step);
    return true;
  });
}

test("The frozen record is made again byte for byte, and opens", async () => {
  const frozen = vectors("record-v1");
  const { commit, cth, ...core } = parse(utf8(frozen.env));
  const { nonce, plen, suite, to, v, ...given } = core;
  const author = await privateKey("Ed25519", fill(7));
  const own = await privateKey("X25519", fill(9));
  const draws = [fill(0x11), fill(0x22), fill(8, 12), fill(0x33)];
  const sealed = await sealRecord(given, utf8("Client wants to stop."), author, [{ ...to[0], encKey: own.publicKey }], () => draws.shift());
  assert.equal(hex(sealed.text), frozen.ct);
  assert.equal(hex(sealed.wraps[0].wrap), frozen.wrap_enc + frozen.wrap_ct);
  assert.equal(hex(fromText(sealed.hash)), frozen.env_sha256);
  const statement = readStatement(sealed.statement, "envelope");
  assert.equal(new TextDecoder().decode(statement.body), frozen.env);
  assert.equal(hex(statement.signatures[0]), frozen.sig);
  await verifyStatement(statement, [unhex(frozen.author_pk)]);
  const padded = await openText({ core, commit: fromText(commit), wrap: sealed.wraps[0].wrap, share: fill(0x22), text: sealed.text }, { holder: to[0], pair: own });
  assert.deepEqual(unpad("note", padded), utf8("Client wants to stop."));
});

test("Both read what one wrote, in any order of syncing that respects the chain", async () => {
  const place = await room();
  const mine = emptyChain();
  const one = await write(place, place.client, mine);
  await open(place, one, place.client, mine);
  const two = await write(place, place.coach, mine, { rec: id(31), kind: "message" });
  await open(place, two, place.coach, mine);
  const three = await write(place, place.client, mine, { ver: 2, prev: one.hash });
  const theirs = emptyChain();
  for (const sealed of [one, two, three]) {
    const opened = await open(place, sealed, place.coach, theirs);
    assert.deepEqual(opened.body, words);
    assert.deepEqual(missing(theirs, opened.core), []);
  }
  assert.deepEqual((await open(place, one, place.coach, theirs)).hash, one.hash);
});

test("What was seen of several others is said in the order of their ids", () => {
  const chain = emptyChain();
  for (const byte of [9, 3, 200, 5, 250]) {
    note(chain, { author: id(byte), akey: 1, aseq: 1, aprev: "", rec: id(byte), ver: 1, prev: "" }, toText(fill(byte)));
  }
  assert.deepEqual(seenBy(chain, id(5)).map(({ u }) => u), [3, 9, 200, 250].map(id));
});

test("Every changed bit of a record ends in the one refusal", async () => {
  const place = await room();
  const sealed = await write(place, place.client, emptyChain(), { kind: "message" });
  const good = served(sealed, place.coach);
  const attempt = (change) => open(place, { ...sealed, wraps: [{ to: { u: place.coach.user }, wrap: change.wrap ?? good.wrap }], ...change }, place.coach);
  const text = new TextDecoder().decode(good.statement);
  const hint = text.indexOf("keyid") + 8;
  let at = -1;
  for (const statement of flips(good.statement)) {
    at += 1;
    if (at < hint || at >= hint + 12) await refused(() => attempt({ statement }), "record");
  }
  for (const changed of flips(good.text, 3)) await refusedAt(7, () => attempt({ text: changed }));
  for (const wrap of flips(good.wrap)) await refusedAt(8, () => attempt({ wrap }));
  for (const share of flips(good.share)) await refusedAt(8, () => attempt({ share }));
  for (const size of [0, 79, 81]) await refusedAt(8, () => attempt({ wrap: fill(1, size) }));
  await refusedAt(7, () => attempt({ text: good.text.subarray(0, -1) }));
});

test("A record passes for no other than the one asked for", async () => {
  const place = await room();
  const sealed = await write(place, place.client, emptyChain());
  for (const asked of [{ pool: id(9) }, { eng: id(9) }, { rec: id(9) }, { kind: "report" }, { ver: 2 }, { env: toText(fill(1)) }]) {
    await refusedAt(2, () => open(place, sealed, place.coach, emptyChain(), asked));
  }
  await open(place, sealed, place.coach, emptyChain(), { rec: id(30), kind: "note", ver: 1, env: sealed.hash });
  const other = await write(place, place.client, emptyChain(), { rec: id(40) });
  await refusedAt(7, () => open(place, { ...sealed, text: other.text }, place.coach));
  await refusedAt(8, () => open(place, { ...sealed, wraps: other.wraps }, place.coach));
  await refusedAt(8, () => open(place, { ...sealed, share: other.share }, place.coach));
  const swapped = { ...sealed, wraps: [{ to: { u: place.coach.user }, wrap: served(sealed, place.client).wrap }] };
  await refusedAt(8, () => open(place, swapped, place.coach));
});

test("Nobody writes for another, outside the roster, or under keys replaced before", async () => {
  const place = await room();
  const chain = emptyChain();
  const sealed = await write(place, place.client, chain);
  const { value } = readStatement(sealed.statement, "envelope");
  const resign = async (change, signer) => ({ ...sealed, statement: await signStatement("envelope", { ...value, ...change }, [signer]) });
  await refusedAt(4, async () => open(place, await resign({}, place.coach.sign), place.coach));
  await refusedAt(4, async () => open(place, await resign({ author: place.coach.user }, place.client.sign), place.coach));
  await refusedAt(8, async () => open(place, await resign({ author: place.coach.user }, place.coach.sign), place.coach));
  await refusedAt(3, async () => open(place, await resign({ akey: 2 }, place.client.sign), place.coach));
  await refusedAt(3, async () => open(place, await resign({ akey: 0 }, place.client.sign), place.coach));
  await refusedAt(3, async () => open(place, await resign({ cp: { root: toText(fill(1)), size: 3 } }, place.client.sign), place.coach));
  await refusedAt(3, async () => open(place, await resign({ cp: { root: toText(fill(1)), size: 9 } }, place.client.sign), place.coach));
  await refusedAt(5, async () => open(place, await resign({ roster: toText(fill(1)) }, place.client.sign), place.coach));
  await refusedAt(5, async () => open(place, await resign({ roster: "" }, place.client.sign), place.coach));
  await refusedAt(5, async () => open(place, await write(place, place.other, chain), place.coach));
  await refusedAt(5, async () => open(place, await write(place, place.client, chain, {}, [place.coach, place.other]), place.coach));
  await refusedAt(5, () => open(place, sealed, place.other));
  await refusedAt(4, async () => open(place, { ...sealed, statement: await signStatement("envelope", value, [place.client.sign, place.coach.sign]) }, place.coach));
  await refusedAt(1, async () => open(place, { ...sealed, statement: await signStatement("grant", value, [place.client.sign]) }, place.coach));
  const next = await person(10, 2);
  await admit(place.directory, keyLeaf(await signKeys(await nextKeys(place.directory, next), [place.client.sign, next.sign])));
  await refusedAt(3, async () => open(place, await write(place, place.client, chain), place.coach));
  assert.deepEqual((await open(place, sealed, place.coach)).body, words);
  const after = await sealRecord(await about(place, { ...next, user: place.client.user }, chain, { akey: 2 }), words, next.sign,
    [readerOf(place.directory, { u: place.coach.user, k: 1 }), readerOf(place.directory, { u: next.user, k: 2 })]);
  assert.deepEqual((await open(place, after, place.coach)).body, words);
  const both = emptyChain();
  await open(place, after, place.coach, both);
  await refusedAt(6, async () => open(place, { ...sealed }, place.coach, both));
});

test("Older versions, gaps, forks and reordering show, and withheld records are missed", async () => {
  const place = await room();
  const mine = emptyChain();
  const all = [];
  for (let n = 0; n < 5; n += 1) {
    const sealed = await write(place, place.client, mine, n === 0 ? {} : { ver: n + 1, prev: all[n - 1].hash });
    await open(place, sealed, place.client, mine);
    all.push(sealed);
  }
  const theirs = emptyChain();
  await open(place, all[0], place.coach, theirs);
  for (const late of [all[2], all[3], all[4]]) await refusedAt(6, () => open(place, late, place.coach, theirs));
  await open(place, all[1], place.coach, theirs);
  const fork = await write(place, place.client, emptyChain(), { rec: id(60) });
  await refusedAt(6, () => open(place, fork, place.coach, theirs));
  await refusedAt(6, async () => open(place, await write(place, place.client, mine, { rec: id(61), ver: 2, prev: all[1].hash }), place.coach, mine));
  await refusedAt(6, async () => open(place, await write(place, place.client, theirs, { ver: 2, prev: all[0].hash }), place.coach, theirs));
  const again = await write(place, place.client, theirs, { ver: 3, prev: all[0].hash });
  assert.equal((await open(place, again, place.coach, theirs)).core.prev, all[0].hash);
  const answer = await write(place, place.coach, mine, { rec: id(62) });
  const opened = await open(place, answer, place.client, emptyChain());
  assert.deepEqual(missing(emptyChain(), opened.core).map(({ env }) => env), [all[4].hash]);
  const gone = emptyChain();
  await open(place, all[0], place.coach, gone);
  noteGone(gone, { rec: id(30), ver: 2, env_hash: all[1].hash });
  assert.deepEqual((await open(place, all[2], place.coach, gone)).body, words);
  await refused(() => noteGone(gone, { rec: id(30), ver: 9, env_hash: toText(fill(1)) }), "chain");
  await refusedAt(6, () => openRecord(served(all[0], place.coach), { pool, eng }, { ...place, chain: null }, reader(place.coach)));
  await openRecord(served(all[0], place.coach), { pool, eng, env: all[0].hash }, { ...place, chain: null }, reader(place.coach));
});

test("One ciphertext never opens to two texts, whoever made it", async () => {
  const place = await room();
  const sealed = await write(place, place.client, emptyChain(), { kind: "message" });
  const { core, commit } = readEnvelope(readStatement(sealed.statement, "envelope").value);
  const own = { holder: { k: 1, u: place.coach.user }, pair: place.coach.enc };
  const { sealTo } = await import("../../../Room/seal/hpke.js");
  const { label } = await import("../../../Room/seal/labels.js");
  const { sha256, concat } = await import("../../../Room/seal/bytes.js");
  const info = concat(label("wrap"), await sha256(serialise({ eng, k: 1, pool, rec: core.rec, u: place.coach.user, ver: 1 })));
  const wrap = await sealTo(place.coach.enc.publicKey, info, commit, fill(0x99));
  await refused(() => openText({ ...sealed, core, commit, wrap }, own), "sealed");
  await refused(() => openText({ ...sealed, core, commit: fill(1), wrap }, own), "sealed");
});

test("A private note has one reader and needs no roster", async () => {
  const place = await room();
  const chain = emptyChain();
  const sealed = await write(place, place.coach, chain, { eng: place.coach.user, roster: "" }, [place.coach]);
  const world = { directory: place.directory, access: { rosters: new Map() }, chain };
  const opened = await openRecord(served(sealed, place.coach), { pool, eng: place.coach.user }, world, reader(place.coach));
  assert.deepEqual(opened.body, words);
  const shared = await write(place, place.coach, emptyChain(), { eng: place.coach.user, roster: "" });
  await refusedAt(5, () => openRecord(served(shared, place.client), { pool, eng: place.coach.user }, { ...world, chain: emptyChain() }, reader(place.client)));
});

test("A roster changes by the client's signature only", async () => {
  const place = await room();
  const { client, coach, other, roster, first, directory } = place;
  const read = (bytes, previous = first, named = {}) => readRoster(bytes, { pool, eng }, directory, previous, named);
  const next = { ...roster, seq: 2, prev: first.hash, reason: "leave", members: roster.members.slice(0, 2) };
  assert.equal((await read(await signRoster(next, [client.sign]))).members.length, 2);
  for (const signers of [[coach.sign], [other.sign], [client.sign, coach.sign], [coach.sign, other.sign]]) {
    await refused(async () => read(await signRoster(next, signers)), "signature");
  }
  for (const signers of [[client.sign], [coach.sign], [client.sign, other.sign]]) {
    await refused(async () => read(await signRoster(roster, signers), null), "signature");
  }
  const added = { u: other.user, k: 1, role: "client", can: ["read", "write"] };
  const joined = { ...next, reason: "join", members: [roster.members[0], roster.members[1], added] };
  await refused(async () => read(await signRoster(joined, [client.sign])), "signature");
  await refused(async () => read(await signRoster(joined, [other.sign])), "signature");
  await read(await signRoster(joined, [client.sign, other.sign]));
  const taken = { ...next, members: [roster.members[1], added] };
  await refused(async () => read(await signRoster(taken, [other.sign])), "roster");
  await refused(async () => read(await signRoster(roster, [client.sign, coach.sign])), "roster");
  for (const change of [
    { seq: 3 }, { prev: toText(fill(1)) }, { prev: "" }, { pool: id(9) }, { eng: id(9) }, { at: 5 }, { reason: "create" }, { reason: "because" },
    { members: [] }, { members: [roster.members[1]] }, { members: [roster.members[1], roster.members[0]] }, { agreement: "x" },
    { members: [roster.members[0], roster.members[0]] }, { members: [{ ...roster.members[0], role: "admin" }] },
    { members: [{ ...roster.members[0], can: ["write"] }] }, { members: [{ ...roster.members[0], can: ["read", "read"] }] },
    { members: [{ ...roster.members[0], can: "read" }] }, { members: [{ ...roster.members[0], can: ["read,write"] }] },
    { members: [roster.members[0], { ...roster.members[2], can: ["read"] }] }, { members: [{ ...roster.members[0], k: 2 }] }, { extra: 1 },
    { cp: { root: "", size: 0 } }, { cp: { root: toText(fill(3)), size: 3 } },
  ]) await refused(async () => read(await signStatement("roster", { ...next, ...change }, [client.sign])), "roster", "signature");
});

test("A reset client comes back with the practitioner beside them, and a guardian signs where one is named", async () => {
  const place = await room();
  const { client, coach, other, roster, first, directory } = place;
  const reset = await person(10, 2);
  const keys = await nextKeys(directory, reset, { reason: "reset", by: [{ k: 1, u: coach.user }] });
  await admit(directory, keyLeaf(await signKeys(keys, [reset.sign, coach.sign])));
  const cp = await pointOf(directory.tree);
  const next = { ...roster, seq: 2, prev: first.hash, reason: "keys", cp, members: [{ ...roster.members[0], k: 2 }, roster.members[1]] };
  const read = (bytes, previous, named) => readRoster(bytes, { pool, eng }, directory, previous, named);
  await refused(async () => read(await signRoster(next, [reset.sign]), first), "signature");
  await read(await signRoster(next, [reset.sign, coach.sign]), first);
  const guarded = { ...roster, cp, members: [{ ...roster.members[0], k: 2 }, roster.members[1], { u: other.user, k: 1, role: "guardian", can: [] }] };
  const named = { guardian: other.user };
  const start = await read(await signRoster(guarded, [other.sign, coach.sign]), null, named);
  const change = { ...guarded, seq: 2, prev: start.hash, reason: "role" };
  await read(await signRoster(change, [other.sign]), start, named);
  await refused(async () => read(await signRoster(change, [reset.sign]), start, named), "signature");
  await refused(async () => read(await signRoster({ ...change, members: change.members.slice(0, 2) }, [reset.sign]), start, named), "roster");
});

test("A reader hands one version on, on a basis that holds, and only then it opens", async () => {
  const place = await room();
  const { client, coach, other, directory, access, roster, first } = place;
  const sealed = await write(place, client, emptyChain());
  const opened = await open(place, sealed, client);
  const own = { holder: opened.holder, pair: client.enc };
  const extra = await rewrap({ ...opened, ...served(sealed, client) }, own, readerOf(directory, { u: other.user, k: 1 }));
  const base = { pool, eng, rec: id(30), ver: 1, env: sealed.hash, by: { k: 1, u: client.user }, to: extra.to, at: time, cp: opened.core.cp };
  const given = { ...base, basis: "consent", ref: toText(fill(5)) };
  const record = { core: opened.core, hash: sealed.hash };
  const read = (bytes, holds = () => true, to = access) => readGrant(bytes, record, directory, to, holds);
  const grant = await read(await signGrant(given, client.sign));
  await refused(async () => readGrant(await signGrant(given, client.sign), record, directory, access), "grant");
  await refused(async () => read(await signGrant({ ...given, by: { k: 1, u: coach.user } }, coach.sign)), "grant");
  await refused(async () => read(await signGrant(given, coach.sign)), "signature");
  await refused(async () => read(await signGrant({ ...given, by: { k: 1, u: other.user }, to: { k: 1, u: client.user } }, other.sign)), "grant");
  for (const change of [{ rec: id(9) }, { ver: 2 }, { env: toText(fill(1)) }, { pool: id(9) }, { eng: id(9) }, { to: { k: 2, u: other.user } }]) {
    await refused(async () => read(await signGrant({ ...given, ...change }, client.sign)), "grant");
  }
  await refused(async () => read(await signGrant({ ...given, basis: "roster", ref: first.hash }, client.sign)), "grant");
  const promoted = { ...roster, seq: 2, prev: first.hash, reason: "role", members: [...roster.members.slice(0, 2), { u: other.user, k: 1, role: "supervisor", can: ["read"] }] };
  const second = await readRoster(await signRoster(promoted, [client.sign]), { pool, eng }, directory, first);
  const wider = { ...access, rosters: new Map([...access.rosters, [second.hash, second]]) };
  await read(await signGrant({ ...given, basis: "roster", ref: second.hash }, client.sign), () => false, wider);
  const handed = { ...sealed, wraps: [extra] };
  await refusedAt(5, () => open(place, handed, other, null, { env: sealed.hash }));
  access.grants.push(grant);
  handed.wraps[0].to = { u: other.user };
  assert.deepEqual((await open(place, handed, other, null, { env: sealed.hash })).body, words);
});

test("Every length of a class pads to the same size, and only exact padding is taken off", async () => {
  for (const kind of ["message", "note", "report", "file"]) {
    let last = 0;
    for (let size = 0; size < 20_000; size += 37) {
      const whole = paddedSize(kind, size);
      assert.ok(whole >= last && whole >= size + 4 && (whole <= (size + 4) * 1.12 || whole === paddedSize(kind, 0)), `${kind} ${size}`);
      assert.ok(isPaddedSize(kind, whole));
      last = whole;
    }
  }
  for (const { kind, size, padded } of vectors("padding").cases) {
    assert.equal(paddedSize(kind, size), padded);
    assert.ok(isPaddedSize(kind, padded), `${kind} ${padded}`);
    assert.equal(isPaddedSize(kind, padded + 1), false);
  }
  assert.equal(paddedSize("complaint", 16_380), 16_384);
  await refused(() => paddedSize("complaint", 16_381), "record");
  await refused(() => paddedSize("note", 1_114_113), "record");
  await refused(() => paddedSize("diary", 1), "record");
  await refused(() => paddedSize("constructor", 1), "record");
  const padded = pad("message", words);
  assert.deepEqual(unpad("message", padded), words);
  for (const changed of flips(padded)) {
    if (changed.subarray(4, 4 + words.length).every((byte, at) => byte === words[at])) await refused(() => unpad("message", changed), "record");
  }
  await refused(() => unpad("note", padded), "record");
  await refused(() => unpad("message", padded.subarray(0, -1)), "record");
  await refused(() => unpad("message", fill(0, 3)), "record");
  for (const size of [0, 4, 511, 513, 543, 4095]) assert.equal(isPaddedSize("message", size), false, String(size));
});

test("A core that says anything else is no core", async () => {
  const place = await room();
  const sealed = await write(place, place.client, emptyChain());
  const { core } = readEnvelope(readStatement(sealed.statement, "envelope").value);
  checkCore(core);
  for (const change of [
    { v: 2 }, { suite: 0 }, { suite: 2 }, { kind: "diary" }, { kind: "__proto__" }, { pool: "x" }, { eng: 1 }, { rec: "" }, { author: null }, { ver: 0 },
    { ver: 2 }, { prev: toText(fill(1)) }, { aseq: 2 }, { aprev: toText(fill(1)) }, { prev: "x" }, { akey: -1 }, { seen: {} }, { to: [] }, { plen: 5000 },
    { plen: 4095 }, { nonce: "AAAA" }, { cp: {} }, { at: 1.5 }, { roster: "AAAA" }, { extra: 1 }, { to: [core.to[1], core.to[0]] }, { to: [core.to[0], core.to[0]] },
    { to: [{ u: id(1) }] }, { to: [{ u: id(1), k: 0 }] }, { seen: [{ u: core.author, aseq: 1, env: toText(fill(1)) }] }, { seen: [{ u: id(1), aseq: 0, env: toText(fill(1)) }] },
    { to: Array.from({ length: 65 }, (_, n) => ({ k: 1, u: id(n) })) },
  ]) await refused(() => checkCore({ ...core, ...change }), "record");
});

test("Fresh keys and nonces are never drawn twice, and a generator that fails makes nothing", async () => {
  const place = await room();
  const seen = new Set();
  const draws = [];
  const rounds = process.env.FULL ? 20_000 : 200;
  const spy = (count) => {
    const drawn = crypto.getRandomValues(new Uint8Array(count));
    draws.push(hex(drawn));
    return drawn;
  };
  const core = await about(place, place.client, emptyChain(), { kind: "message" });
  const [to] = [readerOf(place.directory, { u: place.coach.user, k: 1 })];
  for (let round = 0; round < rounds; round += 1) await sealRecord(core, words, place.client.sign, [to], spy);
  for (const drawn of draws) {
    assert.ok(!seen.has(drawn));
    seen.add(drawn);
  }
  assert.equal(draws.length, rounds * 4);
  await refused(() => sealRecord(core, words, place.client.sign, [to], () => fill(0, 0)), "randomness");
  await assert.rejects(sealRecord(core, words, place.client.sign, [to], () => { throw new Error("no randomness"); }));
});

test("A complaint reaches the ticked members only, and the words are the way back", async () => {
  const place = await room();
  const receipt = makeReceipt();
  const about = { pool, at: time, cp: await pointOf(place.directory.tree) };
  const start = { rec: id(50), aseq: 1, aprev: "" };
  const panel = [place.coach, place.other].map((one) => readerOf(place.directory, { u: one.user, k: 1 }));
  const sealed = await sealComplaint(about, start, words, receipt, panel);
  assert.equal(sealed.text.length, 16_400);
  const world = { directory: place.directory, access: { rosters: new Map(), parties: panel.map(({ u, k }) => ({ u, k })) }, chain: emptyChain(), oneTime: sealed.publicKey };
  const asked = { pool, eng: sealed.mailbox, kind: "complaint" };
  assert.deepEqual((await openRecord(served(sealed, place.coach), asked, world, reader(place.coach))).body, words);
  await refusedAt(5, () => openRecord(served(sealed, place.client), asked, { ...world, chain: emptyChain() }, reader(place.client)));
  await refusedAt(3, () => openRecord(served(sealed, place.coach), asked, { ...world, oneTime: place.client.sign.publicKey, chain: emptyChain() }, reader(place.coach)));
  await refusedAt(3, () => openRecord(served(sealed, place.coach), asked, { ...world, oneTime: undefined, chain: emptyChain() }, reader(place.coach)));
  await refusedAt(5, () => openRecord(served(sealed, place.coach), asked, { ...world, access: { ...world.access, parties: [world.access.parties[0]] }, chain: emptyChain() }, reader(place.coach)));
  const keys = await receiptKeys(receipt);
  assert.equal(keys.mailbox, sealed.mailbox);
  const answer = await sealRecord({
    ...about, eng: sealed.mailbox, kind: "reply", rec: id(51), ver: 1, prev: "", author: place.coach.user, akey: 1, aseq: 1, aprev: "", seen: [], roster: "",
  }, words, place.coach.sign, [{ u: keys.author, k: 1, encKey: keys.reply.publicKey }]);
  const parties = [{ u: keys.author, k: 1 }, { u: place.coach.user, k: 1 }];
  const back = { directory: place.directory, access: { rosters: new Map(), parties }, chain: emptyChain() };
  const opened = await openRecord({ ...answer, wrap: answer.wraps[0].wrap }, { pool, eng: sealed.mailbox }, back, { user: keys.author, pairs: new Map([[1, keys.reply]]) });
  assert.deepEqual(opened.body, words);
  await refused(() => receiptKeys(fill(1, 15)), "receipt");
});

test("A request is sealed by someone without keys and opens for the practitioner alone", async () => {
  const place = await room();
  const to = readerOf(place.directory, { u: place.coach.user, k: 1 });
  const cp = await pointOf(emptyDirectory(pool).tree);
  const sealed = await sealRequest({ pool, eng: id(70), rec: id(71), at: time, cp }, words, [to]);
  const world = { directory: place.directory, access: { rosters: new Map(), parties: [{ u: to.u, k: 1 }] }, chain: emptyChain(), oneTime: sealed.publicKey };
  assert.deepEqual((await openRecord(served(sealed, place.coach), { pool, eng: id(70) }, world, reader(place.coach))).body, words);
  const [again, other] = [await oneTimeAuthor(sealed.publicKey), await sealRequest({ pool, eng: id(70), rec: id(71), at: time, cp }, words, [to])];
  assert.notEqual(again, await oneTimeAuthor(other.publicKey));
});

test("What is sealed cannot be signed over by leaving the canonical form", async () => {
  const place = await room();
  const sealed = await write(place, place.client, emptyChain());
  const { body } = readStatement(sealed.statement, "envelope");
  const spaced = utf8(new TextDecoder().decode(body).replace(",", ", "));
  await refused(() => signBody("envelope", spaced, [place.client.sign]), "canonical");
  const sig = toText(await sign(place.client.sign.key, preAuthentication(typeOf("envelope"), spaced)));
  const statement = serialise({ payload: toText(spaced), payload_type: typeOf("envelope"), signatures: [{ keyid: "", sig }] });
  await refusedAt(1, () => open(place, { ...sealed, statement }, place.coach));
});
