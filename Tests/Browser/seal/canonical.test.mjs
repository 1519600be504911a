// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { test } from "node:test";
import { fromText, isId, toText, utf8 } from "../../../Room/seal/bytes.js";
import { parse, serialise } from "../../../Room/seal/canonical.js";
import { refused, vectors } from "./support.mjs";

test("Whatever has a second spelling is no canonical JSON", async () => {
  const { accepted, refused: bad } = vectors("canonical");
  for (const text of accepted) assert.deepEqual(serialise(parse(utf8(text))), utf8(text), text);
  for (const item of bad) await refused(() => parse(typeof item === "string" ? utf8(item) : Uint8Array.from(item)), "canonical");
  const long = (size) => utf8(`{"a":"${"x".repeat(size - 8)}"}`);
  assert.equal(parse(long(61_440)).a.length, 61_432);
  await refused(() => parse(long(61_441)), "canonical");
});

test("What cannot be said in canonical JSON is not written", async () => {
  const deep = (levels) => (levels === 0 ? 1 : { a: deep(levels - 1) });
  assert.equal(serialise(deep(16)).length, 97);
  for (const value of [null, [], "a", 1, { A: 1 }, { a: null }, { a: undefined }, { a: 1.5 }, { a: -1 }, { a: -0 }, { a: 2 ** 53 },
    { a: "e\u0301" }, { a: "\ud800" }, { "": 1 }, { a_: () => 1 }, deep(17), { a: 1n }]) {
    await refused(() => serialise(value), "canonical");
  }
});

test("An object that was read inherits nothing", () => {
  const value = parse(utf8('{"constructor":1,"to":{}}'));
  assert.equal(Object.getPrototypeOf(value), null);
  assert.equal(value.to.toString, undefined);
});

test("Each value has one base64url text", async () => {
  for (const text of ["A", "AB=", "A+", "A/", "AB ", "AAB", "é", "AAAAA"]) await refused(() => fromText(text), "encoding");
  for (let count = 0; count < 70; count += 1) {
    const bytes = crypto.getRandomValues(new Uint8Array(count));
    assert.deepEqual(fromText(toText(bytes)), bytes);
  }
  assert.ok(isId("AQEBAQEBAQEBAQEBAQEBAQ"));
  for (const text of ["AQEBAQEBAQEBAQEBAQEBAR", "AQEB", "", null, 5, "AQEBAQEBAQEBAQEBAQEBAQ=="]) assert.equal(isId(text), false);
});
