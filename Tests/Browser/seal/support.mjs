// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { toText, utf8 } from "../../../Room/seal/bytes.js";
import { privateKey } from "../../../Room/seal/derive.js";
import { keyLeaf, signKeys } from "../../../Room/seal/keys.js";
import { admit, current, emptyDirectory } from "../../../Room/seal/directory.js";
import { pointOf } from "../../../Room/seal/merkle.js";

/** @param {string} name a file of Tests/Vectors */
export const vectors = (name) =>
  JSON.parse(readFileSync(new URL(`../../Vectors/${name}.json`, import.meta.url), "utf8"));

export const unhex = (text) => Uint8Array.from(Buffer.from(text, "hex"));
export const hex = (bytes) => Buffer.from(bytes).toString("hex");
export const fill = (byte, count = 32) => new Uint8Array(count).fill(byte);
export const id = (byte) => toText(fill(byte, 16));
export const json = (text) => utf8(text);

/** Demands that work is refused with one of the codes. */
export async function refused(work, ...codes) {
  await assert.rejects(async () => work(), (error) => {
    assert.equal(error.name, "SealRefusal", String(error.stack));
    if (codes.length > 0) assert.ok(codes.includes(error.code), `${error.code} instead of ${codes}`);
    return true;
  });
}

/** Every way of changing one byte of some bytes by one bit. */
export function* flips(bytes, step = 1) {
  for (let at = 0; at < bytes.length; at += step) {
    const changed = Uint8Array.from(bytes);
    changed[at] ^= 1 << at % 8;
    yield changed;
  }
}

export const pool = id(1);
export const kdf = { alg: "pbkdf2-sha256", iterations: 600_000, salt: toText(fill(9, 16)) };

/** A person with keys made from one byte; the same byte makes the same person. */
export async function person(byte, generation = 0) {
  const seed = fill(byte);
  seed[2] = generation;
  const secret = Uint8Array.from(seed);
  secret[1] ^= 0xff;
  return {
    user: id(byte),
    seed,
    secret,
    sign: await privateKey("Ed25519", seed),
    enc: await privateKey("X25519", secret),
  };
}

/** What a key statement of a person says next, to be changed by a test. */
export async function nextKeys(directory, who, more = {}) {
  const last = current(directory, who.user);
  return {
    pool: directory.pool,
    user: who.user,
    seq: (last?.seq ?? 0) + 1,
    prev: last?.hash ?? "",
    signKey: who.sign.publicKey,
    encKey: who.enc.publicKey,
    kdf,
    reason: last ? "rotate" : "create",
    at: 1_800_000_000 + (last?.seq ?? 0),
    cp: await pointOf(directory.tree),
    by: [],
    ...more,
  };
}

/** A directory with these people in it. */
export async function directoryOf(...people) {
  const directory = emptyDirectory(pool);
  for (const who of people) {
    await admit(directory, keyLeaf(await signKeys(await nextKeys(directory, who), [who.sign])));
  }
  return directory;
}
