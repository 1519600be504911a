# SPDX-License-Identifier: EUPL-1.2
"""After making keys, locking, opening on a second device, changing the passphrase and signing out: no secret stands in any request,
answer, database cell, log line, or in the browser's profile, in any encoding."""
import base64
import json
import sqlite3
import urllib.parse

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.kdf.pbkdf2 import PBKDF2HMAC
from conftest import ROOT
from rooms import Device, rooms  # noqa: F401  (a fixture)

PASSPHRASE = "ceffyl gwyn ar y bryn uchel"
SECOND = "merlyn du wrth y llyn isel"


def unb64(text):
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def canonical(value):
    return json.dumps(value, separators=(",", ":"), sort_keys=True, ensure_ascii=False).encode()


def hkdf(secret, label, count=32, salt=bytes(32)):
    return HKDF(SHA256(), count, salt, label).derive(secret)


def opened(key, sealed):
    blob = unb64(sealed["blob"])
    return AESGCM(key).decrypt(blob[:12], blob[12:], canonical({k: v for k, v in sealed.items() if k != "blob"}))


def kit_bytes(words):
    listed = [w for w in (ROOT / "Room/seal/english.txt").read_text().split()]
    bits = "".join(f"{listed.index(w):011b}" for w in words)
    return int(bits[:128], 2).to_bytes(16)


def secrets_of(keys, words, passphrases):
    """Everything that must not be seen, made from what was sent to the server, the kit, and the passphrases."""
    kit = kit_bytes(words)
    found = {"kit": kit}
    slots = {one["slot"]["kind"]: one["slot"] for one in keys["slots"]}
    found["user key"] = opened(hkdf(kit, b"slot/kit/v1"), slots["kit"])
    found["key of the kit"], found["seed of the kit"] = hkdf(kit, b"slot/kit/v1"), hkdf(kit, b"auth/kit/v1")
    plain = opened(hkdf(found["user key"], b"bundle/v1"), keys["bundle"])
    found["bundle key"], found["signing key"], found["agreement key"] = hkdf(found["user key"], b"bundle/v1"), plain[4:36], plain[36:68]
    account = hkdf(kit, b"ak/v1")
    found["account key"] = account
    kdf, pool, user = slots["pw"]["params"], slots["pw"]["pool"], slots["pw"]["user"]
    import hashlib
    salt = hashlib.sha256(b"pwsalt" + unb64(pool) + unb64(user) + unb64(kdf["salt"])).digest()
    for number, passphrase in enumerate(passphrases):
        stretched = PBKDF2HMAC(SHA256(), 32, salt, kdf["iterations"]).derive(passphrase.encode())
        found[f"stretched {number}"] = stretched
        found[f"seed {number}"] = hkdf(stretched, b"auth/pw/v1", salt=account)
        found[f"key {number}"] = hkdf(stretched, b"slot/pw/v1", salt=account)
    return found


def forms(secret):
    """A secret in the encodings in which it might lie: as it is, hex, base64 at each of three places, UTF-16, JSON, percent."""
    raw = secret if isinstance(secret, bytes) else secret.encode()
    yield raw
    yield raw.hex().encode()
    yield raw.hex().upper().encode()
    yield raw.hex().encode("utf-16-le")
    yield raw[::-1]
    for shift in range(3):
        start = (shift * 8 + 5) // 6
        for encode in (base64.b64encode, base64.urlsafe_b64encode):
            text = encode(bytes(shift) + raw).rstrip(b"=")[start:-1]
            yield text
            yield base64.b64encode(text).rstrip(b"=")[:-1]
            yield text.decode().encode("utf-16-le")
    yield ",".join(str(byte) for byte in raw).encode()
    if isinstance(secret, str):
        yield secret.encode("utf-16-le")
        yield secret.encode("utf-16-be")
        yield json.dumps(secret).strip('"').encode()
        yield urllib.parse.quote(secret).encode()
        yield urllib.parse.quote_plus(secret).encode()


def decoded(data):
    """What base64url texts of statements stand for, one level down: a secret could hide inside a payload."""
    import re
    out = []
    for text in set(re.findall(rb"[A-Za-z0-9_-]{40,}", data)):
        out.append(base64.urlsafe_b64decode(text + b"=" * (-len(text) % 4)) if len(text) % 4 != 1 else b"")
    return b"\n".join(out)


def cells(path):
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as database:
        database.text_factory = bytes
        tables = [name.decode() for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        for table in tables:
            for row in database.execute(f'SELECT * FROM "{table}"'):
                for value in row:
                    yield table, value if isinstance(value, bytes) else str(value).encode()


def test_no_secret_is_anywhere_it_should_not_be(rooms, playwright, tmp_path):
    """The whole journey, then every place is searched for every secret in every encoding."""
    profile = tmp_path / "profile"
    context = playwright.chromium.launch_persistent_context(
        str(profile), executable_path="/usr/bin/chromium", args=[
            "--no-sandbox", f"--ignore-certificate-errors-spki-list={rooms.trust}",
            f"--host-resolver-rules=MAP *.localhost:{rooms.port} 127.0.0.1:{rooms.gate.port}"])

    class Same:
        """A browser whose one context keeps its profile."""

        @staticmethod
        def new_context(**_):
            return context

    one = Device(rooms, Same)
    one.come_in(rooms.somebody("client", 0))
    one.press("Begin")
    one.page.get_by_label("With a passphrase of your own").check()
    one.page.locator("#passphrase").fill(PASSPHRASE)
    one.press("Continue")
    one.heading("Your kit")
    words = one.sheet()
    account = one.page.locator(".sheet dd").nth(1).inner_text()
    one.prove(words)
    one.heading("Your keys are made")
    one.lock()
    one.open_with(PASSPHRASE)
    one.opened()
    one.go("security")
    one.press("Change the passphrase")
    one.page.locator("#current").fill(PASSPHRASE)
    one.page.get_by_label("With a passphrase of your own").check()
    one.page.locator("#passphrase").fill(SECOND)
    one.press("Change it")
    one.page.get_by_text("The passphrase is changed").wait_for()
    one.go("")
    one.press("Sign out on this device")
    one.heading("Open your private records")
    second = rooms.launch(playwright)
    two = Device(rooms, second)
    two.new_device(account, " ".join(words), SECOND)
    two.opened()
    two.press("Sign out on this device")
    two.heading("Open your private records")
    second.close()
    context.close()

    made = next(json.loads(s.body) for s in rooms.gate.seen if s.name == "POST /room/v1/keys")
    found = secrets_of(made, words, [PASSPHRASE, SECOND])
    found |= {"passphrase": PASSPHRASE, "second": SECOND}
    for joint in (" ", ",", ", ", "\n", "-", "+", ""):
        found |= {f"words {joint!r} {at}": joint.join(words[at:at + 4]) for at in range(9)}
    traffic = b"\n".join(
        s.path.encode() + b"\n" + repr(s.headers).encode() + s.body + b"\n" + repr(s.answer_headers).encode() + s.answer for s in rooms.gate.seen
        if not s.path.startswith("/b/"))
    data = rooms.folder / "data"
    places = {"traffic": traffic, "payloads in the traffic": decoded(traffic)}
    places |= {f"cells of {t}": v for t, v in _joined(cells(data / "demo.sqlite")).items()}
    rooms.log.flush()
    for file in [rooms.folder / "log.txt", *(p for p in data.rglob("*") if p.is_file())]:
        places[str(file.relative_to(rooms.folder))] = file.read_bytes()
    leaks = [f"{name} in {place}" for place, text in places.items() for name, secret in found.items() for form in forms(secret) if form and form in text]
    assert not leaks, leaks[:10]
    assert b"POST" in traffic or b"payload" in traffic
    assert any(b"bundle" in place for place in (traffic,)) and len(places) > 10
    assert any(form in PASSPHRASE.encode() + b" x" for form in forms(PASSPHRASE)), "the search finds what is there"
    kept = {name: found[name] for name in ("kit", "user key", "signing key", "agreement key", "bundle key", "passphrase", "second")}
    disk = b"".join(p.read_bytes() for p in profile.rglob("*") if p.is_file() and "IndexedDB" in str(p) or p.is_file() and "Local Storage" in str(p))
    assert disk, "the profile holds the room's storage"
    left = [name for name, secret in kept.items() for form in forms(secret) if form and form in disk]
    assert not left, left


def _joined(pairs):
    """Cells by table, one text each, so that the search is quick."""
    out = {}
    for table, value in pairs:
        out[table] = out.get(table, b"") + b"\n" + value
    return out
