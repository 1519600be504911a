// SPDX-License-Identifier: EUPL-1.2
// One example of each format, made from fixed secrets: the frozen vector of format version 1. Run as a program it prints the file.
import { toText, utf8 } from "../../../Room/seal/bytes.js";
import { serialise } from "../../../Room/seal/canonical.js";
import { invitationProof, party, phoneCommitment, phoneWords, signVerification, verifyWords } from "../../../Room/seal/compare.js";
import { admit, current, emptyDirectory } from "../../../Room/seal/directory.js";
import { signGrant } from "../../../Room/seal/grant.js";
import { keyLeaf, signKeys } from "../../../Room/seal/keys.js";
import { pointOf } from "../../../Room/seal/merkle.js";
import { receiptKeys, sealComplaint } from "../../../Room/seal/onetime.js";
import { readerOf } from "../../../Room/seal/open.js";
import { stretch } from "../../../Room/seal/stretching.js";
import { sealRecord } from "../../../Room/seal/record.js";
import { readRoster, signRoster } from "../../../Room/seal/roster.js";
import { signLogin, signRequest } from "../../../Room/seal/signin.js";
import { accountKey, sealBundle, sealSlot, wayOfKit, wayOfPasskey, wayOfPassphrase } from "../../../Room/seal/unlock.js";
import { kitWords } from "../../../Room/seal/words.js";
import { fill, id, kdf, nextKeys, person, pool } from "./support.mjs";

const time = 1_800_000_000;

/** A source that counts: 32 bytes of 0x40, of 0x41 and so on. */
function counting() {
  let next = 0x40;
  return (count) => fill(next++, count);
}

export async function frozen() {
  const [client, coach, panel] = [await person(10), await person(11), await person(12)];
  const [client2, panel2] = [await person(10, 2), await person(12, 2)];
  const [eng, rec] = [id(2), id(3)];
  const directory = emptyDirectory(pool);
  const leaves = [];
  const add = async (keys, ...signers) => {
    leaves.push(keyLeaf(await signKeys(keys, signers)));
    await admit(directory, leaves.at(-1));
  };
  for (const who of [client, coach, panel]) await add(await nextKeys(directory, who), who.sign);
  await add(await nextKeys(directory, client2), client.sign, client2.sign);
  await add(await nextKeys(directory, panel2, { reason: "reset", by: [{ k: 1, u: coach.user }] }), panel2.sign, coach.sign);
  const cp = await pointOf(directory.tree);

  const member = (u, k, role, can) => ({ u, k, role, can });
  const rosterBytes = await signRoster({
    pool, eng, seq: 1, prev: "", agreement: "", reason: "create", at: time, cp,
    members: [member(client.user, 2, "client", ["read", "write"]), member(coach.user, 1, "practitioner", ["read", "write"])],
  }, [client2.sign, coach.sign]);
  const roster = await readRoster(rosterBytes, { pool, eng }, directory, null);
  const about = {
    pool, eng, rec, kind: "message", ver: 1, prev: "", author: client.user, akey: 2, aseq: 1, aprev: "", seen: [], roster: roster.hash,
    at: time, cp,
  };
  const body = utf8("Dw i eisiau stopio. Ŵyl — “I want to stop.”");
  const readers = [readerOf(directory, { u: client.user, k: 2 }), readerOf(directory, { u: coach.user, k: 1 })];
  const record = await sealRecord(about, body, client2.sign, readers, counting());
  const grant = await signGrant({
    pool, eng, rec, ver: 1, env: record.hash, by: { k: 2, u: client.user }, to: { k: 2, u: panel.user }, basis: "consent",
    ref: toText(fill(5)), at: time, cp,
  }, client2.sign);

  const receipt = fill(0x42, 16);
  const about2 = { pool, at: time, cp };
  const complaint = await sealComplaint(about2, { rec: id(5), aseq: 1, aprev: "" }, body, receipt, [readerOf(directory, { u: panel.user, k: 2 })], counting());
  const { mailbox, author } = await receiptKeys(receipt);

  const [kit, userKey, user] = [fill(0x55, 16), fill(0x77), client.user];
  const passphrase = "tri gair neu bump — fﬁve words";
  const draw = counting();
  const who = { pool, user, epoch: 1 };
  const byPassphrase = await wayOfPassphrase(await accountKey(kit), await stretch(passphrase, kdf, pool, user));
  const slots = [
    await sealSlot(byPassphrase, { ...who, params: { ...kdf, pass: true } }, userKey, draw),
    await sealSlot(await wayOfKit(kit), { ...who, params: {} }, userKey, draw),
    await sealSlot(await wayOfPasskey(fill(0x33)), { ...who, params: { credential: "AQID", salt: toText(fill(8)) } }, userKey, draw),
  ];
  const bundle = await sealBundle(userKey, who, { seq: 2, sign: client2.seed, enc: client2.secret, old: [{ k: 1, enc: client.secret }] }, draw);

  const session = await person(20);
  const login = await signLogin({ origin: "https://room.example", pool, user, nonce: id(6), at: time, purpose: "sign_in", proof: toText(session.sign.publicKey) }, byPassphrase.auth);
  const request = await signRequest({ method: "POST", path: "/room/v1/envelopes", body_sha256: toText(fill(1)), token_sha256: toText(fill(2)), nonce: id(7), at: time }, session.sign);
  const [a, b] = [current(directory, client.user), current(directory, coach.user)];
  const verify = await signVerification({ pool, user, k: 2, peer: coach.user, peer_k: 1, keys: b.hash, at: time, cp }, client2.sign);
  const [pa, pb] = [party(a), party(b)];
  const theirs = { party: pb, secret: fill(2), commitment: await phoneCommitment(pb, fill(2)) };

  return {
    source: "one example of each format, made by the browser's half from fixed secrets",
    pool, eng, rec, time,
    people: {
      client: { user, seed: toText(client2.seed), secret: toText(client2.secret), k: 2 },
      coach: { user: coach.user, seed: toText(coach.seed), secret: toText(coach.secret), k: 1 },
      panel: { user: panel.user, seed: toText(panel2.seed), secret: toText(panel2.secret), k: 2 },
      session: { proof: toText(session.sign.publicKey) },
    },
    leaves: leaves.map(toText),
    cp,
    roster: toText(rosterBytes), roster_hash: roster.hash,
    record: {
      statement: toText(record.statement), text: toText(record.text), share: toText(record.share), hash: record.hash, body: toText(body),
      wraps: record.wraps.map(({ to, wrap }) => ({ to, wrap: toText(wrap) })),
    },
    grant: toText(grant),
    complaint: {
      receipt: (await kitWords(receipt)).join(" "), mailbox, author, statement: toText(complaint.statement), text: toText(complaint.text),
      share: toText(complaint.share), public_key: toText(complaint.publicKey), wrap: toText(complaint.wraps[0].wrap),
    },
    unlock: {
      kit: (await kitWords(kit)).join(" "), passphrase, prf: toText(fill(0x33)), user_key: toText(userKey), epoch: 1,
      slots: slots.map((slot) => toText(serialise(slot))), bundle: toText(serialise(bundle)),
      auth_pw: toText(byPassphrase.auth.publicKey),
    },
    login: toText(login), login_nonce: id(6), origin: "https://room.example",
    request: toText(request), verify: toText(verify),
    nine_words: await verifyWords(pa, pb),
    phone: await phoneWords({ party: pa, secret: fill(1) }, theirs),
    phone_commitment: toText(theirs.commitment),
    invitation: toText(await invitationProof(fill(4, 16), fill(9))),
  };
}

if (process.argv[1] === new URL(import.meta.url).pathname) process.stdout.write(`${JSON.stringify(await frozen(), null, 1)}\n`);
