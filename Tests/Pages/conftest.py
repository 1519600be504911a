# SPDX-License-Identifier: EUPL-1.2
"""Starts the demonstration once for the whole run and opens browsers on it."""
import json
import os
import pathlib
import subprocess

import pytest

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = os.environ.get("CONFIDANT", str(ROOT / ".build/debug/confidant"))
FULL = os.environ.get("FULL") == "1"


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport(item, call):
    """Fixtures may say more about a page whose test failed."""
    report = (yield).get_result()
    item.failed = getattr(item, "failed", False) or report.failed


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    return {**browser_type_launch_args, "executable_path": "/usr/bin/chromium", "args": ["--no-sandbox"]}


class Site:
    """A running demonstration: its address and the people who can come in."""

    def __init__(self, address, people):
        self.address = address
        self.people = people

    def enter(self, role, index=0):
        """The address that signs in the index-th person with a role."""
        found = [p for p in self.people if role in p["roles"]]
        return found[index]["link"]

    def person(self, role, index=0):
        return [p for p in self.people if role in p["roles"]][index]


def start(folder, *options):
    process = subprocess.Popen(
        [PROGRAM, "demo", "--listen", "127.0.0.1:0", "--data", str(folder), "--json", *options],
        stdout=subprocess.PIPE, text=True, cwd=folder,
    )
    line = process.stdout.readline()
    if not line:
        raise RuntimeError("the demonstration did not start")
    told = json.loads(line)
    return process, Site(told["address"], told["people"])


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """One demonstration for each test file, so that files can run side by side and change what they like."""
    process, site = start(tmp_path_factory.mktemp("demo"))
    yield site
    process.terminate()
    process.wait(timeout=20)


class Watched:
    """A page that takes note of everything a browser objects to."""

    def __init__(self, page, address):
        self.page = page
        self.address = address
        self.faults = []
        page.add_init_script(
            "addEventListener('securitypolicyviolation', e => console.error('csp ' + e.violatedDirective + ' ' + e.blockedURI))")
        page.on("console", lambda m: m.type == "error" and not self.expected(m) and self.faults.append(m.text))
        page.on("pageerror", lambda e: self.faults.append(str(e)))
        page.on("request", lambda r: r.url.startswith(("http:", "https:")) and not r.url.startswith(address)
                and self.faults.append("foreign request " + r.url))

    @staticmethod
    def expected(message):
        # The browser writes a line for each page with a status of 400 and above; pages under test have them on purpose.
        return message.text.startswith("Failed to load resource")


@pytest.fixture
def open_page(browser, site):
    """Makes a watched page: language, width, colours and whether scripts run are up to the test."""
    contexts = []

    def make(width=1280, dark=False, scripts=True, address=None):
        context = browser.new_context(
            viewport={"width": width, "height": 900}, color_scheme="dark" if dark else "light", java_script_enabled=scripts,
            base_url=address or site.address)
        context.set_default_timeout(10_000)
        contexts.append(context)
        return Watched(context.new_page(), address or site.address)

    yield make
    for context in contexts:
        context.close()
