// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";

const folder = new URL("../../../Room/", import.meta.url);
const modules = ["app", "pages"].flatMap((part) => readdirSync(new URL(part, folder)).map((name) => `${part}/${name}`));
const source = (name) => readFileSync(new URL(name, folder), "utf8");
const bare = (name) => source(name).replace(/\/\*\*[\s\S]*?\*\//g, "").replace(/^\s*\/\/.*$/gm, "");

test("Every module is small and readable, and none makes markup or code from text, keeps secrets in the open, or asks a third party", () => {
  for (const name of modules) {
    assert.ok(source(name).startsWith("// SPDX-License-Identifier: EUPL-1.2"), name);
    assert.ok(source(name).split("\n").length < 250, `${name} is too long`);
    const banned = /innerHTML|outerHTML|insertAdjacentHTML|document\.write|setHTML|\beval\(|new Function|localStorage|sessionStorage|document\.cookie|window\.open|https?:\/\/[a-z]/;
    assert.doesNotMatch(bare(name), banned, name);
    assert.ok(name === "app/api.js" || name === "app/config.js" || !/\bfetch\(/.test(bare(name)), `${name} asks by itself`);
  }
});

test("One place gives the key to seal to somebody, and it refuses keys that changed", () => {
  const using = modules.filter((name) => /\bencKey\b/.test(bare(name)) && !/ways|make|audit|people/.test(name));
  assert.deepEqual(using, ["app/peers.js"]);
});

test("Both languages have every word, and Welsh is marked as a draft on every page", () => {
  const messages = JSON.parse(source("Messages.json"));
  for (const [key, { en, cy }] of Object.entries(messages)) {
    assert.ok(en && cy, key);
    assert.equal(en.normalize("NFC") + cy.normalize("NFC"), en + cy, key);
    assert.doesNotMatch(`${en}${cy}`, /zero.knowledge|military|unbreakable/i, key);
  }
  for (const page of readdirSync(new URL("site/pages/cy", folder))) {
    assert.ok(source(`site/pages/cy/${page}`).includes(messages["common.draft"].cy.slice(0, 20)), page);
  }
});
