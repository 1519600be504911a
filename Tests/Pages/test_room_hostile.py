# SPDX-License-Identifier: EUPL-1.2
"""A server that lies (protocol.md, section 4): the gate rewrites answers and files between the program and a real browser. Each time
nothing is shown or sealed, nothing is sent that should not be, and evidence can be saved."""
import base64
import json
import re

import pytest
from rooms import OWN, chromium, device, rooms  # noqa: F401  (fixtures)


@pytest.fixture(scope="module")
def owner(rooms, chromium):
    """Somebody with keys: account, kit, person."""
    from rooms import Device
    one = Device(rooms, chromium)
    person = rooms.somebody("client", 0)
    one.come_in(person)
    _, words = one.start_keys("own")
    account = one.page.locator(".sheet dd").nth(1).inner_text()
    one.prove(words)
    one.heading("Your keys are made")
    one.close()
    return account, words, person


@pytest.fixture(scope="module")
def other(rooms, chromium):
    """Another one, whose login answer a liar can serve."""
    from rooms import Device
    one = Device(rooms, chromium)
    one.come_in(rooms.somebody("client", 1))
    _, words = one.start_keys("own")
    account = one.page.locator(".sheet dd").nth(1).inner_text()
    one.prove(words)
    one.heading("Your keys are made")
    one.lock()
    one.open_with(OWN)
    one.opened()
    one.close()
    found = [s for s in rooms.gate.seen if s.name == "POST /room/v1/login" and s.status == 200]
    return json.loads(found[-1].answer)


def canonical(value):
    return json.dumps(value, separators=(",", ":"), sort_keys=True, ensure_ascii=False).encode()


def lie(rooms, name, change):
    """Rewrites the answers to one kind of request."""
    def rewrite(seen):
        if seen.name == name and seen.status == 200:
            seen.answer = canonical(change(json.loads(seen.answer)))
    rooms.gate.rewrite = rewrite


def alarm(one, words=None):
    """The page says that something does not match, shows nothing else, and hands out evidence."""
    one.page.get_by_role("heading", level=1, name="Something does not match").wait_for()
    if words:
        one.page.get_by_text(words).first.wait_for()
    with one.page.expect_download() as saved:
        one.press("Save the evidence as a file")
    evidence = json.loads(saved.value.path().read_text())
    assert evidence["format"] == "confidant-evidence/1" and evidence["items"]
    assert OWN not in json.dumps(evidence)
    return evidence["items"][-1]


def each(answer, change):
    return [{**one, "slot": change(one["slot"])} for one in answer["slots"]]


def swapped(other, mine):
    return {**mine, "bundle": {**other["bundle"], "pool": mine["session"]["pool"], "user": mine["session"]["user"]}}


@pytest.mark.parametrize("what", ["bundle of another", "all of another", "suite 0", "other epoch", "no slots", "weak slot"])
def test_keys_that_are_not_mine_are_refused(rooms, device, owner, other, what):
    """Another's bundle, slots of another, weak parameters (tests 12 and 13)."""
    account, words, _ = owner
    change = {
        "bundle of another": lambda a: swapped(other, a),
        "all of another": lambda a: {**a, "bundle": other["bundle"], "slots": other["slots"]},
        "suite 0": lambda a: {**a, "slots": each(a, lambda s: {**s, "suite": 0})},
        "other epoch": lambda a: {**a, "slots": each(a, lambda s: {**s, "epoch": 9})},
        "no slots": lambda a: {**a, "slots": []},
        "weak slot": lambda a: {**a, "slots": each(a, lambda s: {**s, "params": {**s["params"], "iterations": 1000}} if s["kind"] == "pw" else s)},
    }[what]
    lie(rooms, "POST /room/v1/login", change)
    one = device()
    one.new_device(account, " ".join(words), OWN)
    assert alarm(one)["what"] == "bundle"
    assert not {"open", "account", "sign_in", "bundle", "proof"} & set(one.storage())
    assert not one.faults


@pytest.mark.parametrize("kdf", [{"iterations": 1000}, {"alg": "argon2id"}, {"alg": "none"}, {"salt": "AAAA"}])
def test_weak_stretching_is_refused_before_anything_is_sent(rooms, device, owner, kdf):
    """Below the floor, unknown, or with a short salt (test 13): no signature leaves."""
    account, words, _ = owner
    lie(rooms, "POST /room/v1/login/params", lambda a: {**a, "kdf": {**a["kdf"], **kdf}})
    one = device()
    before = len(rooms.gate.seen)
    one.new_device(account, " ".join(words), OWN)
    assert alarm(one)["what"] == "floor"
    assert "POST /room/v1/login" not in [s.name for s in rooms.gate.seen[before:]]


def test_a_log_that_holds_other_keys_for_me_is_refused(rooms, device, owner):
    """A leaf changed, left out, or a log taken back (tests 11, 12 and 20)."""
    account, words, _ = owner
    for name, change in [
        ("GET /room/v1/log/checkpoint", lambda a: {"cp": {"root": "", "size": 0}}),
        ("GET /room/v1/log/checkpoint", lambda a: {"cp": {**a["cp"], "root": "A" * 43}}),
    ]:
        lie(rooms, name, change)
        one = device()
        one.new_device(account, " ".join(words), OWN)
        assert alarm(one)["what"] in ("log", "own")

    def flip(seen):
        if seen.name == "GET /room/v1/log/entries":
            at = seen.answer.index(b'"payload":"') + 40
            seen.answer = seen.answer[:at] + (b"A" if seen.answer[at:at + 1] != b"A" else b"B") + seen.answer[at + 1:]
    rooms.gate.rewrite = flip
    one = device()
    one.new_device(account, " ".join(words), OWN)
    assert alarm(one)["what"] == "log"
    rooms.gate.honest()
    two = device()
    two.new_device(account, " ".join(words), OWN)
    two.opened()
    lie(rooms, "GET /room/v1/log/checkpoint", lambda a: {"cp": {"root": "A" * 43, "size": a["cp"]["size"] - 1}})
    two.page.reload()
    assert alarm(two, "does not continue")["what"] == "log"


def test_keys_of_small_order_never_enter(rooms, device):
    """Signing and agreement keys that verify or open for everybody (tests 9 and 10), served in the log."""
    one = device()
    one.come_in(rooms.somebody("client", 2))
    small = base64.urlsafe_b64encode(bytes([1]) + bytes(31)).decode().rstrip("=")

    def forge(seen):
        if seen.name == "GET /room/v1/log/entries" and seen.answer:
            first, *rest = seen.answer.split(b"\n")
            leaf = json.loads(first)
            body = json.loads(base64.urlsafe_b64decode(leaf["d"]["payload"] + "=="))
            body["sign_pk"] = small
            leaf["d"]["payload"] = base64.urlsafe_b64encode(canonical(body)).decode().rstrip("=")
            seen.answer = b"\n".join([canonical(leaf), *rest])
    rooms.gate.rewrite = forge
    _, words = one.start_keys("own")
    before = len(rooms.gate.seen)
    one.prove(words)
    assert alarm(one)["what"] == "log"
    assert "POST /room/v1/keys" not in [s.name for s in rooms.gate.seen[before:]], "no key was sent after a forged log"


def test_a_demand_for_a_master_key_finds_no_ears(rooms, device, owner):
    """The room has no code that would wrap a key to an organisation (test 14)."""
    account, words, _ = owner
    key = "B" * 43
    lie(rooms, "POST /room/v1/login", lambda a: {**a, "escrow": {"key": key, "mandatory": True}, "session": {**a["session"], "must_enrol": key}})
    one = device()
    before = len(rooms.gate.seen)
    one.new_device(account, " ".join(words), OWN)
    one.opened()
    one.go("security")
    sent = rooms.gate.seen[before:]
    assert not [s for s in sent if s.method == "PUT" or s.name == "POST /room/v1/keys"]
    assert key not in one.page.content()


def test_answers_cannot_pollute_and_pages_cannot_be_framed_or_clobbered(rooms, device, owner):
    """Prototypes, framing, messages and an opener from elsewhere (test 33)."""
    account, words, _ = owner

    def pollute(seen):
        if seen.name == "GET /room/v1/people":
            seen.answer = b'{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},"items":[],"next":""}'
    rooms.gate.rewrite = pollute
    one = device()
    one.new_device(account, " ".join(words), OWN)
    one.page.get_by_role("heading", level=1, name=re.compile("This page stopped|The server said no")).wait_for()
    assert one.page.evaluate("({}).polluted") is None
    rooms.gate.honest()
    named = '<img name=body><form id=page><input name=dataset></form><a id=main href=x:y>'
    lie(rooms, "GET /room/v1/people", lambda a: {"items": [{"name": named, "relation": "client", "user": "A" * 22}], "next": ""})
    one.go("people")
    assert named in one.page.locator("main").inner_text()
    assert one.page.locator("main img, main form").count() == 0
    rooms.gate.honest()
    shell = [s for s in rooms.gate.seen if s.host == "room.localhost" and s.path == "/sign-in"][-1]
    headers = {n.lower(): v for n, v in shell.answer_headers}
    assert "frame-ancestors 'none'" in headers["content-security-policy"] and headers["x-frame-options"] == "DENY"
    assert headers["cross-origin-opener-policy"] == "same-origin"
    before = len(rooms.gate.seen)
    one.page.evaluate("postMessage({type: 'unlock', key: 'x'}, '*')")
    one.page.wait_for_timeout(300)
    assert len(rooms.gate.seen) == before, "a message from elsewhere does nothing"


@pytest.mark.parametrize("file", ["seal/checks.js", "app/room.js", "pages/sign-in.js", "app/sign-in.js", "seal/unlock.js"])
def test_a_changed_module_does_not_run(rooms, device, owner, file):
    """One byte of a module that a page has or loads later (test 34)."""
    account, words, _ = owner

    def change(seen):
        if seen.path.startswith("/b/") and seen.path.endswith(file):
            seen.answer += b"\nglobalThis.altered = true;\n"
    rooms.gate.rewrite = change
    one = device()
    one.page.goto(f"{rooms.room}/sign-in")
    if file in ("app/sign-in.js", "seal/unlock.js"):
        one.page.locator("#name").fill(account)
        one.page.locator("#kit").fill(" ".join(words))
        one.page.locator("#passphrase").fill(OWN)
        before = len(rooms.gate.seen)
        one.press("Open")
        one.page.get_by_role("heading", level=1, name="This page stopped").wait_for()
        assert "POST /room/v1/login" not in [s.name for s in rooms.gate.seen[before:]]
    else:
        one.page.wait_for_timeout(800)
        assert one.page.locator("#passphrase").count() == 0
    assert one.page.evaluate("globalThis.altered") is None


def test_scripts_that_the_page_did_not_bring_are_blocked(rooms, device):
    """Inline, from elsewhere, as text, as attribute (test 34 and acceptance 26)."""
    def inject(seen):
        if seen.host == "room.localhost" and seen.path == "/":
            seen.answer = seen.answer.replace(b"</head>", b"<script>globalThis.inline = 1</script></head>").replace(
                b"<main ", b'<img src="x" onerror="globalThis.handler = 1"><main ')
    rooms.gate.rewrite = inject
    one = device()
    one.page.goto(rooms.room + "/")
    one.page.locator("h1[tabindex]").wait_for()
    assert one.page.evaluate("[globalThis.inline, globalThis.handler]") == [None, None]
    assert any("csp script-src" in fault for fault in one.faults)
    blocked = one.page.evaluate("(() => { try { document.body.innerHTML = '<b>x</b>'; return false } catch { return true } })()")
    assert blocked


def test_eviction_in_the_middle_and_a_second_tab(rooms, device, owner):
    """Storage taken away while a page is open; locking in one tab shuts the other; nothing comes back with Back (tests 41 and 42)."""
    account, words, _ = owner
    one = device()
    one.new_device(account, " ".join(words), OWN)
    one.opened()
    tab = one.context.new_page()
    one.watch(tab)
    tab.goto(f"{rooms.room}/security")
    tab.get_by_role("heading", level=1, name="Security").wait_for()
    one.go("people")
    one.go("security")
    one.lock()
    tab.get_by_role("heading", level=1, name="Open your private records").wait_for()
    assert not {"open"} & set(one.storage())
    one.page.go_back()
    one.page.locator("h1[tabindex]").wait_for()
    assert "verified the whole register" not in one.page.locator("main").inner_text()
    tab.close()
    one.go("sign-in")
    one.open_with(OWN)
    one.opened()
    one.context.new_cdp_session(one.page).send("Storage.clearDataForOrigin", {"origin": rooms.room, "storageTypes": "all"})
    one.go("people")
    one.heading("Open your private records")
    one.page.locator("#kit").wait_for()


def test_a_browser_that_keeps_nothing_is_told_so_and_nothing_is_half(rooms, device):
    """Storage refused from the start, and storage that fails in the middle of making keys: plain words, and no key on the server."""
    refused = device()
    refused.page.add_init_script("indexedDB.open = () => { throw new DOMException('no', 'SecurityError') }")
    refused.go("")
    refused.heading("This browser keeps nothing")
    one = device()
    one.page.add_init_script("""const put = IDBObjectStore.prototype.put;
      IDBObjectStore.prototype.put = function (value, name) {
        if (name === 'account') throw new DOMException('no', 'DataCloneError');
        return put.call(this, value, name);
      };""")
    one.come_in(rooms.somebody("client", 3))
    _, words = one.start_keys("own")
    before = len(rooms.gate.seen)
    one.prove(words)
    one.heading("This browser keeps nothing")
    assert "POST /room/v1/keys" not in [s.name for s in rooms.gate.seen[before:]]


def test_an_idle_room_locks_itself_and_a_wrong_clock_does_no_harm(rooms, device, owner):
    """After the minutes that its owner set nothing is open, here or on the server, though the device's clock is a year ahead and jumps."""
    account, words, _ = owner
    one = device()
    one.page.clock.install(time="2027-11-30T10:00:00")
    one.new_device(account, " ".join(words), OWN)
    one.opened()
    one.page.clock.fast_forward("14:30")
    one.page.get_by_text("Nothing has happened here for a while").wait_for()
    one.press("Stay")
    one.page.clock.fast_forward("14:00")
    assert one.page.get_by_role("button", name="Lock", exact=True).count() == 1
    before = len(rooms.gate.seen)
    one.page.clock.fast_forward("02:00")
    one.page.get_by_role("heading", level=1, name="Open your private records").wait_for()
    assert [s.status for s in rooms.gate.seen[before:] if s.name == "POST /room/v1/lock"][-1:] == [200]
    assert "open" not in one.storage()
    one.open_with(OWN)
    one.opened()
