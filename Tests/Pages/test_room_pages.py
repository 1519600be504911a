# SPDX-License-Identifier: EUPL-1.2
"""What holds for each page of the room in each of its states: accessible, both languages, narrow, dark, small, its own."""
import gzip
import re

from axe_playwright_python.sync_playwright import Axe
from conftest import FULL, ROOT
from rooms import OWN, Device, chromium, device, rooms  # noqa: F401  (fixtures)
from test_every_page import TAGS, invalid

VARIANTS = [("", False, 1280), ("/cy", True, 320), ("", True, 320), ("/cy", False, 320)]
PAGES = ["", "keys", "sign-in", "recover", "security", "people", "private"]


def examine(one, lang, width):
    page = one.page
    result = Axe().run(page, options={"runOnly": {"type": "tag", "values": TAGS}})
    for violation in result.response["violations"]:
        yield f"axe {violation['id']}: {violation['nodes'][0]['html'][:160]}"
    headings = page.locator("h1").all_inner_texts()
    if len(headings) != 1 or headings[0] not in page.title():
        yield f"headings {headings}, title {page.title()!r}"
    if page.locator("html").get_attribute("lang") != (lang[1:] or "en"):
        yield "wrong lang"
    text = page.locator("body").inner_text()
    if found := re.search(r"\[[a-z-]+\.[a-z_.-]+\]|undefined|NaN|\{\w+\}", text):
        yield f"words are missing: {found.group(0)}"
    if width == 320 and (wide := page.evaluate("document.documentElement.scrollWidth")) > 320:
        yield f"scrolls sideways: {wide}"
    for small in page.eval_on_selector_all("a, button, input:not([type=hidden]), textarea, summary", """list => list.filter(e => {
          const r = e.getBoundingClientRect(); const inline = getComputedStyle(e).display === 'inline';
          return r.width && !inline && !e.classList.contains('skip') && (r.height < 24 || r.width < 24) }).map(e => e.outerHTML.slice(0, 80))"""):
        yield f"target under 24 px: {small}"


def test_every_page_shut_and_open(rooms, chromium):
    """Each page before and after the room is open, in light and dark, wide and narrow, English and Welsh."""
    one = Device(rooms, chromium)
    _, words = one.make_keys(rooms.somebody("client", 0))
    faults = []
    for is_open in (True, False):
        if not is_open:
            one.go("")
            one.lock()
        for lang, dark, width in VARIANTS if FULL or is_open else VARIANTS[:2]:
            one.page.set_viewport_size({"width": width, "height": 900})
            one.page.emulate_media(color_scheme="dark" if dark else "light")
            for page in PAGES:
                one.go(page, lang)
                one.page.wait_for_timeout(150)
                faults += [f"{'open' if is_open else 'shut'} {lang}/{page} {width}: {f}" for f in examine(one, lang, width)]
    one.close()
    assert not faults, "\n".join(faults)
    assert not one.faults, one.faults


def test_each_step_of_making_keys(rooms, device):
    """The steps that a person passes are as accessible as the pages, and the sheet prints on one page."""
    faults = []
    for lang, dark, width in VARIANTS[:2]:
        one = device(viewport={"width": width, "height": 900}, color_scheme="dark" if dark else "light")
        one.page.goto(rooms.somebody("client", 1)["link"])
        one.page.goto(f"{rooms.pool}{lang}/room")
        one.page.locator("main form button[type=submit]").click()
        one.page.locator("main a.button").click()
        one.page.locator("h1[tabindex]").wait_for()
        faults += examine(one, lang, width)
        one.page.locator(".buttons button").first.click()
        for choice in ("made", "own", "none"):
            one.page.locator(f"#how-{choice}").check()
            faults += examine(one, lang, width)
        one.page.locator("button[type=submit]").click()
        one.page.locator("ol.kit").wait_for()
        faults += examine(one, lang, width)
        pdf = one.page.pdf(format="A4")
        assert pdf.count(b"/Type /Page\n") + pdf.count(b"/Type /Page ") == 1, "the kit prints on one page"
        one.page.locator(".buttons button").nth(3).click()
        one.page.locator("#first").wait_for()
        one.page.locator("button[type=submit]").click()
        one.page.locator(".problem").wait_for()
        faults += examine(one, lang, width)
        assert not one.faults, one.faults
    assert not faults, "\n".join(faults)


def test_shells_are_valid_and_the_first_page_is_light(rooms, device):
    """HTML of all shells, and what travels compressed for the first page of somebody new."""
    shells = sorted((ROOT / "Room/site/pages").rglob("*.html"))
    assert len(shells) == 2 * len(PAGES)
    assert not invalid({str(shell.relative_to(ROOT)): shell.read_text() for shell in shells})
    for page in ("", "sign-in"):
        two = device()
        before = len(rooms.gate.seen)
        two.go(page)
        seen = [s for s in rooms.gate.seen[before:] if s.host == "room.localhost"]
        weight = sum(len(gzip.compress(s.answer, 9)) for s in seen)
        assert weight < 30_000, f"{page or 'index'}: {weight} bytes in {len(seen)} requests"
        assert not [s for s in seen if "set-cookie" in {n.lower() for n, _ in s.answer_headers}]


def test_without_scripts_each_page_says_what_to_do(rooms, chromium):
    """In both languages, with the way to the rest of the product in words."""
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    for lang, words in (("", "needs scripts"), ("/cy", "angen sgriptiau")):
        for name in PAGES:
            page.goto(f"{rooms.room}{lang}/{name}")
            assert words in page.locator("main").inner_text()
    context.close()


def test_speed_of_making_keys_and_opening(rooms, device):
    """Measured from the press to the page; the bars are those of the machine in `make bench`, here only that it is measured."""
    one = device()
    one.come_in(rooms.somebody("client", 2))
    _, words = one.start_keys("own")
    one.press("I have kept it")
    for name in ("first", "second"):
        place = int(re.search(r"\d+", one.page.locator(f"label[for={name}]").inner_text())[0])
        one.page.locator(f"#{name}").fill(words[place - 1])
    begin = one.page.evaluate("performance.now()")
    one.press("Check")
    one.heading("Your keys are made")
    making = one.page.evaluate("performance.now()") - begin
    one.lock()
    one.page.locator("#passphrase").fill(OWN)
    one.page.evaluate("addEventListener('pagehide', () => localStorage.setItem('left', Date.now())); localStorage.setItem('begun', Date.now())")
    one.press("Open")
    one.opened()
    opening = one.page.evaluate("Number(localStorage.left) - Number(localStorage.begun)")
    print(f"making keys {making:.0f} ms, opening {opening:.0f} ms until the next page")
    assert making > 0 and opening > 0
