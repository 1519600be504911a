// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { test } from "node:test";
import { toText, utf8 } from "../../../Room/seal/bytes.js";
import { parse, serialise } from "../../../Room/seal/canonical.js";
import { checkAgreementKey, checkSigningKey, checkSignature, verifySignature } from "../../../Room/seal/checks.js";
import { openWith, sealTo } from "../../../Room/seal/hpke.js";
import { KINDS, typeOf } from "../../../Room/seal/labels.js";
import { joinSignatures, preAuthentication, readStatement, signStatement, verifyStatement } from "../../../Room/seal/statement.js";
import { fill, flips, person, refused, unhex, vectors } from "./support.mjs";

const none = new Uint8Array(0);

test("The pre-authentication encoding is DSSE's", () => {
  const example = preAuthentication("http://example.com/HelloWorld", utf8("hello world"));
  assert.equal(new TextDecoder().decode(example), "DSSEv1 29 http://example.com/HelloWorld 11 hello world");
});

test("The identity key, for which every engine accepts a signature of zeros, is refused with all its kin", async () => {
  const { ed25519, x25519, signatures } = vectors("bad-keys");
  for (const text of ed25519) {
    await refused(() => checkSigningKey(unhex(text)), "key");
    const forged = new Uint8Array(64);
    forged[0] = 1;
    await refused(() => verifySignature(unhex(text), forged, utf8("anything")), "key");
  }
  for (const text of x25519) {
    await refused(() => checkAgreementKey(unhex(text)), "key");
    await refused(() => sealTo(unhex(text), none, none, fill(1)), "key");
    const { enc } = await person(3);
    await refused(() => openWith(enc, none, none, Uint8Array.of(...unhex(text), ...fill(0, 48))), "key");
  }
  for (const text of signatures) await refused(() => checkSignature(unhex(text)), "signature");
  for (const size of [0, 31, 33, 64]) await refused(() => checkSigningKey(new Uint8Array(size)), "key");
});

test("A statement stands for its kind, its body and its signers only", async () => {
  const [a, b] = [await person(1), await person(2)];
  const bytes = await signStatement("login", { a: 1 }, [a.sign]);
  const statement = readStatement(bytes, "login");
  await verifyStatement(statement, [a.sign.publicKey]);
  for (const kind of KINDS) if (kind !== "login") await refused(() => readStatement(bytes, kind), "statement");
  for (const keys of [[], [b.sign.publicKey], [a.sign.publicKey, a.sign.publicKey], [a.sign.publicKey, b.sign.publicKey]]) {
    await refused(() => verifyStatement(statement, keys), "signature");
  }
});

test("A signature under one kind is none under another, even when the carrier is relabelled", async () => {
  const a = await person(1);
  const carrier = parse(await signStatement("login", { a: 1 }, [a.sign]));
  for (const kind of KINDS.filter((kind) => kind !== "login")) {
    const relabelled = serialise({ ...carrier, payload_type: typeOf(kind) });
    await refused(() => verifyStatement(readStatement(relabelled, kind), [a.sign.publicKey]), "signature");
  }
});

test("No changed bit of a statement survives, and hints are not believed", async () => {
  const a = await person(1);
  const bytes = await signStatement("keys", { about: "x", n: 5 }, [a.sign]);
  const accept = async (candidate) => verifyStatement(readStatement(candidate, "keys"), [a.sign.publicKey]);
  const text = new TextDecoder().decode(bytes);
  const hint = [text.indexOf("keyid") + 8, text.indexOf("keyid") + 20];
  let at = -1;
  for (const changed of flips(bytes)) {
    at += 1;
    if (at >= hint[0] && at < hint[1]) continue;
    await refused(() => accept(changed));
  }
  const carrier = parse(bytes);
  await accept(serialise({ ...carrier, signatures: [{ keyid: "someone-else", sig: carrier.signatures[0].sig }] }));
});

test("Two signatures are needed where two must sign, in either order, and one person is not two", async () => {
  const [a, b] = [await person(1), await person(2)];
  const one = await signStatement("roster", { a: 1 }, [a.sign]);
  const both = joinSignatures(one, await signStatement("roster", { a: 1 }, [b.sign]), "roster");
  const keys = [a.sign.publicKey, b.sign.publicKey];
  await verifyStatement(readStatement(both, "roster"), keys);
  await verifyStatement(readStatement(both, "roster"), [...keys].reverse());
  await refused(() => verifyStatement(readStatement(both, "roster"), keys.slice(0, 1)), "signature");
  await refused(() => verifyStatement(readStatement(joinSignatures(one, one, "roster"), "roster"), keys), "signature");
  const other = await signStatement("roster", { a: 2 }, [b.sign]);
  await refused(() => joinSignatures(one, other, "roster"), "statement");
});

test("Carriers of another shape are refused", async () => {
  const a = await person(1);
  const carrier = parse(await signStatement("req", { a: 1 }, [a.sign]));
  const [signature] = carrier.signatures;
  for (const wrong of [
    { ...carrier, extra: 1 },
    { payload: carrier.payload, payload_type: carrier.payload_type },
    { ...carrier, signatures: [] },
    { ...carrier, signatures: Array(17).fill(signature) },
    { ...carrier, signatures: [{ sig: signature.sig }] },
    { ...carrier, signatures: [{ keyid: "å", sig: signature.sig }] },
    { ...carrier, signatures: [{ ...signature, sig: signature.sig.slice(1) }] },
    { ...carrier, signatures: [{ ...signature, sig: 5 }] },
    { ...carrier, payload: `${carrier.payload}=` },
    { ...carrier, payload: 5 },
    { ...carrier, payload_type: "application/vnd.confidant.req.v2+json" },
    { ...carrier, payload_type: "application/vnd.confidant.REQ.v1+json" },
  ]) await refused(() => readStatement(serialise(wrong), "req"), "statement", "canonical");
  for (const body of ['{"a": 1}', '{"b":1,"a":1}', "[]", "x", '{"a":1.0}']) {
    await refused(() => readStatement(serialise({ ...carrier, payload: toText(utf8(body)) }), "req"), "canonical");
  }
});

test("What is sealed to a key opens with that key, that purpose and that context only", async () => {
  const [a, b] = [await person(1), await person(2)];
  const [info, aad, text] = [utf8("info"), utf8("aad"), fill(7)];
  const wrapped = await sealTo(a.enc.publicKey, info, aad, text);
  assert.deepEqual(await openWith(a.enc, info, aad, wrapped), text);
  await refused(() => openWith(b.enc, info, aad, wrapped), "sealed");
  await refused(() => openWith(a.enc, utf8("infp"), aad, wrapped), "sealed");
  await refused(() => openWith(a.enc, info, utf8("aae"), wrapped), "sealed");
  for (const changed of flips(wrapped)) await refused(() => openWith(a.enc, info, aad, changed), "sealed", "key");
  for (const size of [0, 31, 47, 79]) await refused(() => openWith(a.enc, info, aad, wrapped.subarray(0, size)), "sealed");
  await refused(() => openWith(a.enc, info, aad, Uint8Array.of(...wrapped, 0)), "sealed");
});
