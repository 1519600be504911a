// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import { KINDS, LABELS } from "../../../Room/seal/labels.js";

const folder = new URL("../../../Room/seal/", import.meta.url);
const modules = readdirSync(folder).filter((name) => name.endsWith(".js"));
const source = (name) => readFileSync(new URL(name, folder), "utf8");
const code = (name) => source(name).replace(/\/\*\*[\s\S]*?\*\//g, "").replace(/^\s*\/\/.*$/gm, "").replace(/\n\s*\n+/g, "\n");

/** A module and all that it imports. */
function closure(...roots) {
  const all = new Set();
  const visit = (name) => {
    if (all.has(name)) return;
    all.add(name);
    for (const [, other] of source(name).matchAll(/from "\.\/([a-z]+\.js)"/g)) visit(other);
  };
  roots.forEach(visit);
  return all;
}

test("Every module is small, imports only its neighbours, and does nothing that could leak or run text", () => {
  for (const name of modules) {
    assert.ok(source(name).split("\n").length < 250, `${name} is too long`);
    assert.ok(source(name).startsWith("// SPDX-License-Identifier: EUPL-1.2"), name);
    for (const [, from] of code(name).matchAll(/from "([^"]+)"/g)) assert.match(from, /^\.\/[a-z]+\.js$/, name);
    if (name === "english.js") continue; // a list of words, among them some of these
    const banned = /\b(innerHTML|outerHTML|insertAdjacentHTML|eval\(|Function\(|Math\.random|localStorage|sessionStorage|console|fetch|document|window|postMessage|import\()/;
    assert.doesNotMatch(code(name), banned, name);
  }
});

test("Ways in and room each fit the page budget with room for the page itself", () => {
  const weigh = (...roots) => [...closure(...roots)].reduce((sum, name) => sum + gzipSync(code(name), { level: 9 }).length, 0);
  const waysIn = weigh("unlock.js", "signin.js", "device.js", "locker.js", "words.js", "passphrase.js", "keys.js", "directory.js");
  const room = weigh("open.js", "record.js", "directory.js", "unlock.js", "signin.js", "device.js", "locker.js");
  assert.ok(waysIn < 24_000, `${waysIn}`);
  assert.ok(room < 24_000, `${room}`);
  assert.ok(![...closure("open.js", "directory.js", "unlock.js")].includes("english.js"), "opening a record needs no word list");
});

test("Only one module performs key agreement, and only one verifies signatures", () => {
  const using = (pattern) => modules.filter((name) => pattern.test(code(name)));
  assert.deepEqual(using(/name: "X25519", public/), ["derive.js", "hpke.js"]); // the first with the base point only
  assert.deepEqual(using(/subtle\.verify/), ["checks.js"]);
});

test("Every refusal is one of the list in docs/formats.md, which is that of the other half", () => {
  const listed = (text, pattern) => [...new Set([...text.matchAll(pattern)].flatMap(([, words]) => words.split(/[\s,]+/)))].sort();
  const formats = readFileSync(new URL("../../../docs/formats.md", import.meta.url), "utf8");
  const named = listed(formats, /both sides: `([a-z\s]+)`/g);
  const swift = readFileSync(new URL("../../../Sources/Seal/SealError.swift", import.meta.url), "utf8");
  assert.deepEqual(listed(swift, /^ {4}case ([a-z, ]+)$/gm), named);
  const used = modules.flatMap((name) => [...code(name).matchAll(/(?:demand|refusal|check\w+|shape)\([^;]*?"([a-z]+)"\);/g)].map(([, word]) => word));
  for (const word of new Set(used)) assert.ok(named.includes(word), word);
  assert.ok(new Set(used).size > 15);
});

test("Both halves and docs/formats.md have the same labels and kinds", () => {
  const swift = readFileSync(new URL("../../../Sources/Seal/Labels.swift", import.meta.url), "utf8");
  const formats = readFileSync(new URL("../../../docs/formats.md", import.meta.url), "utf8");
  const [kinds, labels] = swift.split("enum Label");
  assert.deepEqual([...labels.matchAll(/= "([^"]+)"/g)].map(([, label]) => label), Object.values(LABELS));
  const names = [...kinds.matchAll(/^ {4}case (.+)$/gm)].flatMap(([, line]) => line.split(", "));
  assert.deepEqual(names.map((name) => name.match(/"(.+)"/)?.[1] ?? name).sort(), [...KINDS].sort());
  for (const label of Object.values(LABELS)) assert.ok(formats.includes(`\`${label}\``), label);
  for (const kind of KINDS) assert.match(formats, new RegExp(`\\b${kind}\\b`));
});
