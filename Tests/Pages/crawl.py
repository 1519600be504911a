# SPDX-License-Identifier: EUPL-1.2
"""Finds the pages that a person can reach by links, one of each kind."""
import re
from urllib.parse import urljoin, urlsplit

ID = re.compile(r"/[A-Za-z0-9_-]{22}(?=/|$)")
ROLES = ["client", "practitioner", "lead", "administrator"]


def kind(path):
    """The pattern of an address: ids are all the same."""
    return ID.sub("/{id}", urlsplit(path).path)


def pages(page, site, start="/home", most=80):
    """Addresses of one page of each kind, in the order in which links lead to them."""
    seen, queue, found = set(), [start], []
    while queue and len(found) < most:
        path = queue.pop(0)
        pattern = kind(path)
        if pattern in seen or pattern.startswith(("/cy", "/sign-out", "/demo", "/a/")) or pattern.endswith((".csv", ".ics")):
            continue
        seen.add(pattern)
        response = page.goto(urljoin(site.address, path))
        if response is None or response.status != 200 or "text/html" not in response.headers.get("content-type", ""):
            found.append((path, response.status if response else 0))
            continue
        found.append((path, 200))
        for href in page.eval_on_selector_all("a[href]", "list => list.map(a => a.href)"):
            if href.startswith(site.address):
                parts = urlsplit(href)
                queue.append(parts.path)
    return found
