#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""What a person waits for in the room, in Chromium by TLS against the program: making keys, opening, the first page's weight, and the key
directory of two thousand people from nothing, from what the device kept, and with twenty new ones. Prints figures with their bars.

CONFIDANT names the program (the release build by default); it starts a demonstration of its own."""
import os
import pathlib
import re
import statistics
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
os.environ.setdefault("CONFIDANT", str(ROOT / ".build/release/confidant"))
sys.path.insert(0, str(ROOT / "Tests/Pages"))

from playwright.sync_api import sync_playwright  # noqa: E402
from rooms import OWN, Device, RoomSite  # noqa: E402

ROUNDS = 5
PEOPLE = 2000

#: Makes the log of many people in the page itself, then syncs it through the room's own module with a server that answers at once.
DIRECTORY = """async ([version, count]) => {
  const at = (name) => import(`/b/${version}/${name}`);
  const [bytes, derive, keys, merkle, tree, device] = await Promise.all(
    ['seal/bytes.js', 'seal/derive.js', 'seal/keys.js', 'seal/merkle.js', 'app/tree.js', 'seal/device.js'].map(at));
  const pool = bytes.toText(bytes.random(16));
  const kdf = { alg: 'pbkdf2-sha256', iterations: 600000, salt: bytes.toText(bytes.random(16)) };
  const all = merkle.emptyTree();
  const leaves = [];
  for (let n = 0; n < count + 20; n += 1) {
    const [sign, enc] = await Promise.all([derive.privateKey('Ed25519', bytes.random(32)), derive.privateKey('X25519', bytes.random(32))]);
    const leaf = keys.keyLeaf(await keys.signKeys({ pool, user: bytes.toText(bytes.random(16)), seq: 1, prev: '', signKey: sign.publicKey,
      encKey: enc.publicKey, kdf, reason: 'create', at: 1800000000, cp: await merkle.pointOf(all), by: [] }, [sign]));
    leaves.push(leaf);
    await merkle.appendAll(all, [await merkle.hashLeaf(leaf)]);
  }
  let size = count;
  const api = { get: async () => ({ cp: await merkle.pointOf(all, size) }), entries: async (after, limit) => leaves.slice(after, Math.min(size, after + limit)) };
  const real = await device.openStore();
  const store = { get: (name) => real.get(`bench ${name}`), put: (name, value) => real.put(`bench ${name}`, value) };
  const timed = async () => { const start = performance.now(); await tree.syncTree(api, store, pool); return performance.now() - start; };
  const [first, again, more] = [[], [], []];
  for (let round = 0; round < 5; round += 1) {
    size = count;
    await real.remove('bench tree');
    first.push(await timed());
    again.push(await timed());
    size = count + 20;
    more.push(await timed());
  }
  await real.remove('bench tree');
  return { first, again, more };
}"""


def tell(what, figures, bar):
    figure = statistics.median(figures)
    print(f"{what:<58} {figure:7.0f} ms   bar {bar} ms   {'ok' if figure <= bar else 'ABOVE'}   (least {min(figures):.0f}, most {max(figures):.0f})")


def main():
    site = RoomSite(pathlib.Path(tempfile.mkdtemp(prefix="room-bench-")))
    try:
        with sync_playwright() as playwright:
            browser = site.launch(playwright, gate=False)
            measure(site, browser)
            browser.close()
    finally:
        site.close()


def measure(site, browser):
    making, opening = [], []
    for number in range(ROUNDS):
        one = Device(site, browser)
        one.come_in(site.somebody("client", number))
        _, words = one.start_keys("own")
        one.press("I have kept it")
        for name in ("first", "second"):
            place = int(re.search(r"\d+", one.page.locator(f"label[for={name}]").inner_text())[0])
            one.page.locator(f"#{name}").fill(words[place - 1])
        making.append(one.page.evaluate("""() => new Promise((done) => { const begun = performance.now();
          new MutationObserver(() => document.querySelector('h1').textContent === 'Your keys are made' && done(performance.now() - begun))
            .observe(document.body, { childList: true, subtree: true });
          document.querySelector('main form').requestSubmit(); })"""))
        for _ in range(2):
            one.go("")
            one.lock()
            one.page.locator("#passphrase").fill(OWN)
            begun = one.page.evaluate("(document.querySelector('main form').requestSubmit(), Date.now())")
            one.opened()
            opening.append(one.page.evaluate("""new Promise((done) => { const look = () => document.querySelector('h1').textContent.includes('open')
              ? done(Date.now()) : setTimeout(look, 5); look(); })""") - begun)
        one.close()
    tell("making keys, from the last press", making, 2000)
    tell("opening with a passphrase, to the open first page", opening, 1000)
    one = Device(site, browser)
    one.go("private")
    found = one.page.evaluate(DIRECTORY, [one.page.locator("#version").inner_text(), PEOPLE])
    tell(f"key directory of {PEOPLE:,} people, all verified", found["first"], 1000)
    tell("the same from what the device kept", found["again"], 200)
    tell("the same with twenty new people", found["more"], 300)


main()
