# SPDX-License-Identifier: EUPL-1.2
"""Two people and their keys: comparing, stopping when keys change, checking by phone, vouching, and a server in between."""
import base64
import hashlib
import json
import sqlite3

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from rooms import OWN, chromium, device, rooms  # noqa: F401  (fixtures)


def pair(rooms, index):
    """A client and a practitioner whom an engagement joins."""
    with sqlite3.connect(f"file:{rooms.folder}/data/demo.sqlite?mode=ro", uri=True) as database:
        rows = database.execute("""
            SELECT c.person_id, p.person_id FROM engagement_party c JOIN engagement_party p
            ON p.engagement_id = c.engagement_id AND p.role = 'practitioner' WHERE c.role = 'client' ORDER BY c.engagement_id""").fetchall()
    used, pairs = set(), []
    for client, coach in rows:
        if client not in used and coach not in used:
            used |= {client, coach}
            pairs.append((client, coach))
    by_id = {p["link"].rsplit("/", 1)[1]: p for p in rooms.people}
    client, coach = pairs[index]
    return by_id[client], by_id[coach]


def look_at(one, name):
    one.go("people")
    one.page.get_by_role("link", name=name).click()
    one.page.get_by_role("heading", level=1, name=name).wait_for()


def words(one):
    one.page.locator("#words").wait_for()
    return one.page.locator("#words").inner_text()


def make(one, person):
    one.come_in(person)
    _, kit = one.start_keys("own")
    account = one.page.locator(".sheet dd").nth(1).inner_text()
    one.prove(kit)
    one.heading("Your keys are made")
    return account, kit


def test_words_compare_and_a_change_stops_everything_until_the_phone(rooms, device):
    """Nine words alike on both sides; new keys stop the other side; three words each over the phone open it again."""
    client, coach = pair(rooms, 0)
    a, b = device(), device()
    make(a, client)
    look_at(a, coach["name"])
    assert "has not made keys yet" in a.page.locator("main").inner_text()
    make(b, coach)
    look_at(a, coach["name"])
    look_at(b, client["name"])
    assert words(a) == words(b) and len(words(a).split()) == 9
    a.press("They are the same")
    a.page.get_by_text("You compared these keys").wait_for()
    b.press("They are the same")
    b.page.get_by_text("You compared these keys").wait_for()

    b.go("security")
    b.press("Make new keys")
    b.page.locator("#current").fill(OWN)
    b.page.get_by_label("With a passphrase of your own").check()
    b.page.locator("#passphrase").fill(OWN)
    b.press("Continue")
    b.heading("Your kit")
    b.prove(b.sheet())
    b.page.get_by_text("Your new keys are in place").wait_for()

    look_at(a, coach["name"])
    a.page.get_by_text("Keys changed: stopped").wait_for()
    assert a.page.locator("#words").count() == 0, "there is no way past by looking at the screen alone"
    refused = a.page.evaluate("""async ([version, user]) => {
      const { readerFor } = await import(`/b/${version}/app/peers.js`);
      const { openStore } = await import(`/b/${version}/seal/device.js`);
      const { openApi } = await import(`/b/${version}/app/api.js`);
      const { resume } = await import(`/b/${version}/app/room.js`);
      const config = await (await fetch('/config.json')).json();
      const room = { config, store: await openStore(), api: openApi(config.api), state: 'out' };
      await resume(room);
      return readerFor(room, user).then(() => 'sealed', (error) => error.what);
    }""", [a.page.locator("#version").inner_text(), a.page.url.split("#")[1]])
    assert refused == "changed"

    look_at(b, client["name"])
    a.press("Check by phone")
    b.press("Check by phone")
    for one in (a, b):
        one.page.locator("#hear").wait_for()
    assert a.page.locator("#say").inner_text() == b.page.locator("#hear").inner_text()
    assert b.page.locator("#say").inner_text() == a.page.locator("#hear").inner_text()
    a.press("I heard exactly these")
    a.page.get_by_text("You compared these keys").wait_for()
    rows = a.page.locator("tbody tr").all_inner_texts()
    assert len(rows) == 2 and "Made" in rows[0] and "Changed by their owner" in rows[1]
    assert not (a.faults + b.faults)


def b64(data):
    return base64.urlsafe_b64encode(data).decode().rstrip("=")


def unb64(text):
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def canonical(value):
    return json.dumps(value, separators=(",", ":"), sort_keys=True, ensure_ascii=False).encode()


def root_of(leaves):
    """RFC 6962."""
    if len(leaves) == 1:
        return hashlib.sha256(b"\0" + leaves[0]).digest()
    middle = 1 << (len(leaves) - 1).bit_length() - 1
    return hashlib.sha256(b"\1" + root_of(leaves[:middle]) + root_of(leaves[middle:])).digest()


def substitute(leaf):
    """A first key statement of the same person under keys of somebody else, signed as it must be."""
    sign, enc = Ed25519PrivateKey.generate(), X25519PrivateKey.generate()
    entry = json.loads(leaf)
    body = json.loads(unb64(entry["d"]["payload"]))
    public = sign.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
    body["sign_pk"], body["enc_pk"] = b64(public), b64(enc.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw))
    payload, kind = canonical(body), entry["d"]["payload_type"]
    message = b"DSSEv1 %d %s %d %s" % (len(kind), kind.encode(), len(payload), payload)
    return canonical({"d": {"payload": b64(payload), "payload_type": kind, "signatures": [{"keyid": b64(public[:9]), "sig": b64(sign.sign(message))}]}, "t": "k"})


def test_a_server_in_between_is_found_by_the_words_and_by_a_device_that_saw_the_log(rooms, device):
    """Before the first contact the nine words differ; a device that saw the true log stops at once (test 11)."""
    client, coach = pair(rooms, 1)
    a, b = device(), device()
    account, kit = make(a, client)
    make(b, coach)
    look_at(b, client["name"])
    look_at(a, coach["name"])
    true_words = words(b)
    assert words(a) == true_words
    forged = {}

    def between(seen):
        """Serves the newest leaf, the coach's, under other keys, with the root that belongs to it."""
        if seen.name == "GET /room/v1/log/entries" and seen.answer:
            *rest, last = seen.answer.strip(b"\n").split(b"\n")
            seen.answer = b"\n".join([*rest, forged.setdefault("leaf", substitute(last))]) + b"\n"
        if seen.name == "GET /room/v1/log/checkpoint":
            at = json.loads(seen.answer)["cp"]
            seen.answer = canonical({"cp": {"root": forged["root"], "size": at["size"]}})
    leaves = [s.answer for s in rooms.gate.seen if s.name == "GET /room/v1/log/entries" and s.answer]
    whole = []
    for answer in leaves:
        for leaf in answer.strip(b"\n").split(b"\n"):
            if leaf not in whole:
                whole.append(leaf)
    forged["leaf"] = substitute(whole[-1])
    forged["root"] = b64(root_of([*whole[:-1], forged["leaf"]]))
    rooms.gate.rewrite = between
    a.page.reload()
    a.heading("Something does not match")
    fresh = device()
    fresh.new_device(account, " ".join(kit), OWN)
    fresh.opened()
    look_at(fresh, coach["name"])
    assert words(fresh) != true_words
    before = len(rooms.gate.seen)
    fresh.press("They differ")
    fresh.heading("Something does not match")
    with fresh.page.expect_download() as saved:
        fresh.press("Save the evidence as a file")
    assert json.loads(saved.value.path().read_text())["items"][-1]["what"] == "differ"
    assert not [s for s in rooms.gate.seen[before:] if s.method in ("POST", "PUT")], "nothing was signed or sent for them"
