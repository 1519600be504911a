# SPDX-License-Identifier: EUPL-1.2
"""Making keys, locking and coming in by TLS in the two other engines: Firefox by Marionette, WebKit by its driver. Each run takes half
a minute, so `make test` has one of the two by turns of the day, and `make long` both."""
import datetime
import re
import shutil
import subprocess
import tempfile
import time

import pytest
from conftest import FULL
from rooms import OWN, rooms  # noqa: F401  (a fixture)

TODAY = datetime.date.today().toordinal() % 2


class Engine:
    """The few things that a walk through the room needs, the same for both drivers."""

    def wait(self, script, seconds=40):
        """Waits until a script returns something true, and gives it."""
        end = time.monotonic() + seconds
        while True:
            try:
                value = self.run(script)
            except Exception as error:  # the page is being replaced
                value = None
                last = error
            if value:
                return value
            if time.monotonic() > end:
                raise AssertionError(f"{script} did not come true on {self.run('return document.body.innerText')[:900]}")
            time.sleep(0.2)

    def heading(self, words):
        self.wait(f"const h = document.querySelector('h1[tabindex]'); return h && h.textContent.includes({words!r})")

    def press(self, words):
        self.wait(f"""const b = [...document.querySelectorAll('button')].find((one) => one.textContent === {words!r} && one.getClientRects().length);
            if (b) b.click(); return Boolean(b)""")

    def fill(self, selector, value):
        self.wait(f"""const i = document.querySelector({selector!r}); if (i) i.value = {value!r}; return Boolean(i)""")

    def check(self, selector):
        self.wait(f"""const i = document.querySelector({selector!r}); if (i && !i.checked) i.click(); return Boolean(i)""")


class Firefox(Engine):
    def __init__(self):
        from marionette_driver.marionette import Marionette
        self.driver = Marionette(bin=shutil.which("firefox-esr"), headless=True, gecko_log=tempfile.mkdtemp(), prefs={"network.dns.native-is-localhost": False})
        self.driver.start_session({"acceptInsecureCerts": True})
        self.driver.timeout.page_load = 60

    def go(self, address):
        self.driver.navigate(address)

    def run(self, script):
        return self.driver.execute_script(script, sandbox="default", new_sandbox=True)

    def close(self):
        self.driver.quit()


class WebKit(Engine):
    def __init__(self):
        from selenium import webdriver
        from selenium.webdriver.webkitgtk.options import Options
        from selenium.webdriver.webkitgtk.service import Service
        self.screen = subprocess.Popen(["Xvfb", "-displayfd", "1", "-screen", "0", "1100x900x24"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        display = self.screen.stdout.readline().strip()
        options = Options()
        options.binary_location = next(p for p in ("/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser", "/usr/lib/aarch64-linux-gnu/webkit2gtk-4.1/MiniBrowser") if shutil.which(p))
        options.add_argument("--automation")
        options.set_capability("acceptInsecureCerts", True)
        import os
        service = Service(executable_path="/usr/bin/WebKitWebDriver", env={**os.environ, "DISPLAY": f":{display}"})
        self.driver = webdriver.WebKitGTK(options=options, service=service)

    def go(self, address):
        self.driver.get(address)

    def run(self, script):
        return self.driver.execute_script(script)

    def close(self):
        self.driver.quit()
        self.screen.terminate()


ENGINES = [pytest.param(Firefox, 0, id="firefox"), pytest.param(WebKit, 1, id="webkit")]


@pytest.mark.parametrize("engine, index", ENGINES)
def test_making_keys_and_coming_in(rooms, engine, index):
    """The same journey: from the pool's link to open, reload, locked, opened, kit on a device that forgot everything."""
    if not FULL and index != TODAY:
        pytest.skip("the other engine's day; `make long` runs both")
    if not shutil.which("firefox-esr" if engine is Firefox else "WebKitWebDriver"):
        pytest.skip("not installed: Scripts/need browsers")
    one = engine()
    try:
        walk(one, rooms, rooms.somebody("client", index))
    finally:
        one.close()


def walk(one, rooms, person):
    one.go(person["link"])
    one.go(f"{rooms.pool}/room")
    one.wait("const b = document.querySelector('main form button[type=submit]'); if (b) b.click(); return Boolean(b)")
    one.wait("const a = document.querySelector('main a.button'); if (a) a.click(); return Boolean(a)")
    one.heading("Make your keys")
    one.press("Begin")
    one.check("#how-own")
    one.fill("#passphrase", OWN)
    one.press("Continue")
    one.heading("Your kit")
    words = one.wait("return [...document.querySelectorAll('ol.kit li')].map((li) => li.textContent)")
    account = one.wait("return document.querySelectorAll('.sheet dd')[1].textContent")
    one.press("I have kept it")
    one.heading("Show that you have it")
    for name in ("first", "second"):
        place = int(re.search(r"\d+", one.wait(f"return document.querySelector('label[for={name}]').textContent"))[0])
        one.fill(f"#{name}", words[place - 1])
    one.press("Check")
    one.heading("Your keys are made")
    one.go(f"{rooms.room}/")
    one.heading("your room is open")
    one.press("Lock")
    one.heading("Open your private records")
    one.fill("#passphrase", "wrong, and wrong again")
    one.press("Open")
    one.wait("return document.querySelector('.problem')")
    one.fill("#passphrase", OWN)
    one.press("Open")
    one.heading("your room is open")
    one.go(f"{rooms.room}/security")
    one.press("Forget me on this device")
    one.press("Forget me now")
    one.heading("Your private records")
    one.go(f"{rooms.room}/sign-in")
    one.fill("#name", account)
    one.fill("#kit", " ".join(words))
    one.fill("#passphrase", OWN)
    one.press("Open")
    one.heading("your room is open")
    one.run("""try { const s = document.createElement('script'); s.textContent = 'document.title = "altered"'; document.body.append(s) } catch { }
        try { document.body.innerHTML = '<b>altered</b>' } catch { }""")
    assert "altered" not in one.run("return document.title + document.body.textContent"), "a script that the page did not bring runs"
    one.go(f"{rooms.room}/private")
    one.heading("How private is this?")
