# SPDX-License-Identifier: EUPL-1.2
"""The demonstration by TLS with its room, and people who walk through it in a browser."""
import json
import re
import subprocess
import time

import pytest
from conftest import PROGRAM
from gate import Gate, throw_away_certificate

OWN = "a passphrase of my own, quite long"


class RoomSite:
    """A demonstration that serves pool and room by TLS, with a gate in front that sees and may rewrite everything."""

    def __init__(self, folder):
        self.folder = folder
        certificate, key, self.trust = throw_away_certificate(folder)
        self.certificate, self.key = certificate, key
        self.log = (folder / "log.txt").open("w")
        self.process = subprocess.Popen(
            [PROGRAM, "demo", "--listen", "127.0.0.1:0", "--data", str(folder / "data"), "--json", "--tls-cert", str(certificate),
             "--tls-key", str(key), "--log-level", "trace"],
            stdout=subprocess.PIPE, stderr=self.log, text=True, cwd=folder)
        line = self.process.stdout.readline()
        if not line:
            raise RuntimeError("the demonstration did not start: " + (folder / "log.txt").read_text()[-2000:])
        told = json.loads(line)
        self.pool, self.room, self.people = told["address"], told["room"], told["people"]
        self.port = int(self.pool.rsplit(":", 1)[1])
        self.gate = Gate(self.port, certificate, key)

    def launch(self, playwright, gate=True):
        """Chromium, sure of the certificate, with the gate between it and both hosts, or straight to them."""
        port = self.gate.port if gate else self.port
        return playwright.chromium.launch(executable_path="/usr/bin/chromium", args=[
            "--no-sandbox", f"--ignore-certificate-errors-spki-list={self.trust}",
            f"--host-resolver-rules=MAP *.localhost:{self.port} 127.0.0.1:{port}"])

    def somebody(self, role, index=0):
        return [p for p in self.people if role in p["roles"]][index]

    def close(self):
        self.gate.close()
        self.process.terminate()
        self.process.wait(timeout=20)
        self.log.close()


@pytest.fixture(scope="module")
def rooms(tmp_path_factory):
    site = RoomSite(tmp_path_factory.mktemp("room"))
    yield site
    site.close()


@pytest.fixture(scope="module")
def chromium(rooms, playwright):
    browser = rooms.launch(playwright)
    yield browser
    browser.close()


class Device:
    """A browser of its own, with what it objected to."""

    def __init__(self, rooms, browser, **options):
        self.rooms, self.faults = rooms, []
        self.context = browser.new_context(ignore_https_errors=False, accept_downloads=True, **{"viewport": {"width": 1100, "height": 900}, **options})
        self.context.set_default_timeout(20_000)
        self.page = self.context.new_page()
        self.watch(self.page)

    def watch(self, page):
        page.add_init_script(
            "addEventListener('securitypolicyviolation', e => console.error('csp ' + e.violatedDirective + ' ' + e.blockedURI))")
        page.on("console", lambda m: m.type == "error" and not m.text.startswith("Failed to load resource") and self.faults.append(m.text))
        page.on("pageerror", lambda e: self.faults.append(str(e)))

    def go(self, page="", lang=""):
        self.page.goto(f"{self.rooms.room}{lang}/{page}")
        self.page.locator("h1[tabindex]").wait_for()

    def heading(self, words):
        self.page.get_by_role("heading", level=1, name=words).wait_for()

    def press(self, name):
        self.page.get_by_role("button", name=name, exact=True).click()

    def come_in(self, person):
        """From the pool's pages into the room, by the link that a press shows."""
        self.page.goto(person["link"])
        self.page.goto(f"{self.rooms.pool}/room")
        self.page.locator("main form button[type=submit]").click()
        self.page.locator("main a.button").click()
        self.page.locator("h1[tabindex]").wait_for()

    def start_keys(self, how="own"):
        """Up to the kit's sheet; gives the passphrase and the words."""
        self.press("Begin")
        passphrase = None
        if how == "own":
            self.page.get_by_label("With a passphrase of your own").check()
            self.page.locator("#passphrase").fill(OWN)
            passphrase = OWN
        elif how == "made":
            self.page.get_by_label("With five words made for you").check()
            passphrase = self.page.locator("#made-words").inner_text()
        else:
            self.page.locator("#how-none").check()
        self.press("Continue")
        self.heading("Your kit")
        return passphrase, self.sheet()

    def sheet(self):
        return self.page.locator("ol.kit li").all_inner_texts()

    def prove(self, words):
        """Types two words of the kit back."""
        self.press("I have kept it")
        self.heading("Show that you have it")
        for name in ("first", "second"):
            place = int(re.search(r"\d+", self.page.locator(f"label[for={name}]").inner_text())[0])
            self.page.locator(f"#{name}").fill(words[place - 1])
        self.press("Check")

    def make_keys(self, person, how="own"):
        self.come_in(person)
        passphrase, words = self.start_keys(how)
        self.prove(words)
        self.heading("Your keys are made")
        return passphrase, words

    def lock(self):
        self.press("Lock")
        self.heading("Open your private records")
        self.page.locator("form").first.wait_for()

    def open_with(self, passphrase):
        self.page.locator("#passphrase").fill(passphrase)
        self.press("Open")

    def opened(self):
        self.page.get_by_role("heading", level=1, name="your room is open").wait_for()

    def new_device(self, name, kit, passphrase=None, shared=False):
        self.go("sign-in")
        self.page.locator("#name").fill(name)
        self.page.locator("#kit").fill(kit)
        if passphrase:
            self.page.locator("#passphrase").fill(passphrase)
        if shared:
            self.page.locator("#shared").check()
        self.press("Open")

    def storage(self):
        """Names of what the room keeps on this device."""
        return self.page.evaluate("""() => new Promise((resolve, reject) => {
          const open = indexedDB.open('confidant-room');
          open.onsuccess = () => { const db = open.result; if (!db.objectStoreNames.contains('kept')) { db.close(); return resolve([]); }
            const keys = db.transaction('kept').objectStore('kept').getAllKeys();
            keys.onsuccess = () => { db.close(); resolve(keys.result); }; };
          open.onerror = () => reject(open.error); })""")

    def close(self):
        self.context.close()


@pytest.fixture
def device(rooms, chromium, request):
    made = []
    begun = len(rooms.gate.seen)

    def make(**options):
        one = Device(rooms, chromium, **options)
        made.append(one)
        return one

    yield make
    rooms.gate.honest()
    if getattr(request.node, "failed", False):
        for one in made:
            print(f"--- {one.page.url} {one.faults}\n{one.page.locator('body').inner_text()[:1500]}")
        for seen in rooms.gate.seen[begun:][-25:]:
            print(seen.status, seen.host, seen.name, seen.answer[:160] if seen.status >= 400 else "")
    for one in made:
        one.close()


def wait_until(check, seconds=10):
    """Waits for something outside the page."""
    end = time.monotonic() + seconds
    while not check():
        assert time.monotonic() < end, "it did not happen"
        time.sleep(0.05)
