// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";

const root = new URL("../../../", import.meta.url);
const chromium = ["/usr/bin/chromium", "/usr/bin/chromium-browser"].find(existsSync);
const page = '<!doctype html><meta charset="utf-8"><title>seal</title><script type="module" src="/Tests/Browser/seal/engine.mjs"></script>';
const types = { js: "text/javascript", mjs: "text/javascript", json: "application/json" };

/** Serves the project to a page until the page posts its result. */
async function resultOf(launch) {
  let finish;
  const result = new Promise((resolve) => (finish = resolve));
  const server = createServer(async (request, response) => {
    if (request.url === "/") return response.writeHead(200, { "content-type": "text/html" }).end(page);
    if (request.url === "/result") {
      const chunks = [];
      for await (const chunk of request) chunks.push(chunk);
      response.end();
      return finish(JSON.parse(Buffer.concat(chunks).toString()));
    }
    const file = new URL(`.${request.url}`, root);
    if (!/^\/(Room|Tests)\/[\w/.-]+$/.test(request.url) || !existsSync(file)) return response.writeHead(404).end();
    response.writeHead(200, { "content-type": types[request.url.split(".").pop()] ?? "text/plain" }).end(readFileSync(file));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const child = launch(`http://127.0.0.1:${server.address().port}/`);
  const ended = once(child, "exit");
  const failed = ended.then(() => ({ done: [], error: "the browser ended" }));
  try {
    return await Promise.race([result, failed]);
  } finally {
    child.kill();
    await ended;
    server.close();
    server.closeAllConnections();
  }
}

test("The same modules do all this in Chromium, IndexedDB included", { skip: !chromium && "no Chromium here" }, async () => {
  const profile = mkdtempSync(join(tmpdir(), "seal-chromium-"));
  try {
    const options = ["--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run", `--user-data-dir=${profile}`];
    const result = await resultOf((address) => spawn(chromium, [...options, address], { stdio: "ignore" }));
    assert.equal(result.error, undefined);
    assert.equal(result.done.length, 11);
  } finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  }
});
