# SPDX-License-Identifier: EUPL-1.2
"""A lead drafts, compares, edits and publishes a programme of two thousand clients, without scripts, as somebody who has never done it."""
import re

import conftest
import pytest
from playwright.sync_api import expect

CLIENTS = 2000


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    process, site = conftest.start(tmp_path_factory.mktemp("crowd"), "--crowd", str(CLIENTS))
    yield site
    process.terminate()
    process.wait(timeout=20)


def number(page, label):
    """The figure beside a label of a summary."""
    row = page.locator("dl.summary > div", has_text=label).first
    return int(row.locator("dd").inner_text())


def test_round_of_two_thousand(site, open_page):
    """From the list of programmes to two thousand requests; every page small, nothing that the browser objects to."""
    lead = open_page(scripts=False)
    page = lead.page
    page.set_default_timeout(120_000)
    page.goto(site.enter("administrator"))
    page.goto("/programmes")
    page.get_by_role("link", name=f"Mentoring for {CLIENTS}").click()
    programme = page.url
    assert number(page, "Applications") == CLIENTS
    page.get_by_role("button", name="Draft a round").click()
    if page.get_by_role("button", name="Stop working it out").count():
        page.get_by_role("link", name="See the round").click()
    expect(page.get_by_role("heading", name="Clients with somebody")).to_be_visible()
    table = page.locator("table").first.locator("tbody tr")
    assert table.count() == 5
    matched = [int(row.locator("td").first.inner_text()) for row in table.all()]
    assert matched[0] == max(matched) > CLIENTS * 0.9, matched
    assert len(page.content()) < 40_000

    page.get_by_role("button", name="Work on: Best for all together").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Draft")
    before = re.search(r"(\d+) points in all", page.locator("main strong").first.inner_text()).group(1)
    page.get_by_role("link", name="All pairs", exact=True).click()
    assert page.locator("tbody tr").count() == 40
    assert len(page.content()) < 40_000
    page.locator("tbody th a").first.click()
    page.get_by_role("button", name=re.compile("^Give a place with")).first.click()
    expect(page.get_by_role("status")).to_contain_text(re.compile("Costs|Gains"))
    page.get_by_role("button", name="Take back change 2").click()
    assert re.search(r"(\d+) points in all", page.locator("main strong").first.inner_text()).group(1) == before
    page.get_by_role("link", name="All pairs", exact=True).click()
    page.locator("tbody th a").nth(3).click()
    page.get_by_role("button", name=re.compile("^Keep apart from")).click()

    page.get_by_role("link", name="Publish the round").click()
    page.get_by_role("button", name="Publish", exact=True).click()
    expect(page.get_by_text("This round has been published.")).to_be_visible()
    page.goto(programme)
    assert number(page, "Requests that wait for an answer") >= max(matched) - 1
    assert not lead.faults, lead.faults
