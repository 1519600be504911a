# SPDX-License-Identifier: EUPL-1.2
"""Come in, find, ask, accept, talk, choose: the way from a link to an engagement, with and without scripts (journey 2 of the design)."""
import re

import pytest
from playwright.sync_api import expect


def come_in(open_page, site, role, scripts, index=0):
    watched = open_page(scripts=scripts)
    watched.page.goto(site.enter(role, index))
    return watched


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_find_ask_accept_choose(site, open_page, scripts):
    """A client finds somebody who fits, asks, is accepted, and goes on; both see an engagement that waits for its agreement."""
    client = come_in(open_page, site, "client", scripts, index=20 if scripts else 22)
    page = client.page
    page.goto("/find")
    page.get_by_label("By video").check()
    page.get_by_role("button", name="Show who fits").click()
    assert "?" not in page.url, "what was chosen must not stand in the address"
    practitioner, request = ask_first_who_takes_clients(page)

    coach = open_page(scripts=scripts)
    coach.page.goto(next(p["link"] for p in site.people if p["name"] == practitioner))
    coach.page.goto(request)
    coach.page.get_by_role("button", name=re.compile("^Accept")).first.click()
    expect(coach.page.get_by_role("heading", level=1)).to_be_visible()

    page.goto(request)
    page.get_by_role("link", name="Choose", exact=True).click()
    page.get_by_label(f"Go on with {practitioner}").check()
    page.locator("main form button[type=submit]").click()
    page.goto("/engagements")
    expect(page.get_by_text(practitioner).first).to_be_visible()
    coach.page.goto("/engagements")
    expect(coach.page.locator("main a[href*='/engagements/']").first).to_be_visible()
    assert not client.faults and not coach.faults, client.faults + coach.faults


def ask_first_who_takes_clients(page):
    """Asks the first person on the list who can be asked; their name and the address of the request."""
    people = page.locator("main a[href^='/practitioners/']").evaluate_all("list => list.map(a => [a.textContent.trim(), a.getAttribute('href')])")
    assert people, page.locator("main").inner_text()[:500]
    for name, href in people:
        page.goto(href)
        ask = page.get_by_role("link", name="Ask for a first conversation")
        if not ask.count():
            continue
        ask.click()
        for group in page.get_by_role("group").all():
            radios = group.get_by_role("radio")
            if radios.count() and not group.locator("input:checked").count():
                radios.first.check()
        page.locator("main form button[type=submit]").last.click()
        if re.search(r"/requests/[A-Za-z0-9_-]{22}$", page.url):
            return name, page.url
    raise AssertionError("nobody could be asked")


def test_come_in_by_mail(site, open_page):
    """A link comes by mail; opening it changes nothing, pressing the button signs in, once."""
    watched = open_page(scripts=False)
    page = watched.page
    page.goto("/sign-in")
    page.get_by_role("textbox").first.fill("sian.wyn@glanafon.example")
    page.locator("main form button[type=submit]").click()
    link = ""
    for _ in range(40):
        page.goto("/demo/mail")
        links = page.locator("main a[href*='/enter/']")
        if links.count():
            link = links.first.get_attribute("href")
            break
        page.wait_for_timeout(250)
    assert link, page.locator("main").inner_text()[:500]
    for _ in range(3):
        page.goto(link)
        assert not page.context.cookies(), "looking at a link must change nothing"
    page.locator("main form button[type=submit]").first.click()
    assert [c["name"] for c in page.context.cookies()] == ["confidant"]
    page.goto("/home")
    expect(page.get_by_text("Signed in as Siân Ŵyn.")).to_be_visible()

    second = open_page(scripts=False)
    second.page.goto(link)
    expect(second.page.get_by_text("a link opens the door once")).to_be_visible()
    assert not second.page.context.cookies()
    assert not watched.faults, watched.faults


def test_empty_form_keeps_what_was_typed(site, open_page):
    """What is wrong stands in the title, in a summary and beside the field; what was typed stays (checks 15 and 16)."""
    watched = come_in(open_page, site, "administrator", scripts=True)
    page = watched.page
    page.goto("/people/new")
    fields = page.locator("main form").last.get_by_role("textbox")
    fields.first.fill('"><script>alert(1)</script>\u0301')
    typed = fields.first.input_value()
    page.locator("main form").last.locator("button[type=submit]").click()
    expect(page).to_have_title(re.compile("^Error: "))
    assert page.locator("main form").last.get_by_role("textbox").first.input_value() == typed
    summary = page.locator("#error-summary a").first
    target = summary.get_attribute("href")
    assert page.locator(target).count() == 1
    assert not watched.faults, watched.faults
