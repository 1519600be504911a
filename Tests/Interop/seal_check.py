#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""An independent reader of the formats, written from docs/formats.md with PyPI's `cryptography` alone.

It verifies key statements and a sign-in, opens wraps of keys with the kit and the passphrase, verifies a roster and opens
records. Run it with no argument for the frozen examples, or name another file of the same form. It ends with 0 when all
holds and when every example it then damages is refused.
"""
import base64
import hashlib
import hmac
import json
import pathlib
import re
import struct
import sys
import unicodedata

from cryptography.exceptions import InvalidSignature, InvalidTag
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

ROOT = pathlib.Path(__file__).resolve().parents[2]
PRIME = 2**255 - 19
ORDER = 2**252 + 27742317777372353535851937790883648493
SMALL_EDWARDS = {
    1, PRIME - 1, 0,
    int.from_bytes(bytes.fromhex("26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05"), "little"),
    int.from_bytes(bytes.fromhex("c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a"), "little"),
}
SMALL_MONTGOMERY = {
    0, 1, PRIME - 1,
    int.from_bytes(bytes.fromhex("e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800"), "little"),
    int.from_bytes(bytes.fromhex("5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157"), "little"),
}


class Refused(Exception):
    """A text, key or signature that does not hold."""


def demand(condition, what):
    if not condition:
        raise Refused(what)


# Bytes and canonical JSON (formats.md, sections 1 and 2)


def b64(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def raw(text, count=None):
    demand(isinstance(text, str) and re.fullmatch(r"[A-Za-z0-9_-]*", text) and len(text) % 4 != 1, "encoding")
    data = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
    demand(b64(data) == text and count in (None, len(data)), "encoding")
    return data


def sha256(data):
    return hashlib.sha256(data).digest()


def canonical(value, depth=1):
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        demand(0 <= value < 2**53, "canonical")
        return str(value)
    if isinstance(value, str):
        demand(unicodedata.normalize("NFC", value) == value, "canonical")
        return json.dumps(value, ensure_ascii=False)
    demand(depth <= 16, "canonical")
    if isinstance(value, list):
        return "[" + ",".join(canonical(item, depth + 1) for item in value) + "]"
    demand(isinstance(value, dict), "canonical")
    demand(all(re.fullmatch(r"[a-z][a-z0-9_]{0,63}", key) for key in value), "canonical")
    return "{" + ",".join(f'"{key}":{canonical(value[key], depth + 1)}' for key in sorted(value)) + "}"


def cj(value):
    return canonical(value).encode()


def parse(data, limit=61_440):
    demand(len(data) <= limit, "canonical")
    try:
        value = json.loads(data.decode())
        again = cj(value)
    except (ValueError, RecursionError) as error:
        raise Refused("canonical") from error
    demand(isinstance(value, dict) and again == data, "canonical")
    return value


# Derivation and HPKE (sections 3 and 4)


def hkdf(secret, salt, info, count=32):
    prk, out, block = hmac.digest(salt, secret, "sha256"), b"", b""
    for number in range(1, 256):
        if len(out) >= count:
            break
        block = hmac.digest(prk, block + info + bytes([number]), "sha256")
        out += block
    return out[:count]


NO_SALT = bytes(32)


def agreement_key(key):
    number = int.from_bytes(key, "little")
    demand(len(key) == 32 and number < PRIME and number not in SMALL_MONTGOMERY, "key")
    return X25519PublicKey.from_public_bytes(key)


def hpke_open(secret, wrapped, info, aad):
    demand(len(wrapped) >= 48, "sealed")
    encapsulated, own = wrapped[:32], X25519PrivateKey.from_private_bytes(secret)
    receiver = own.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
    shared = own.exchange(agreement_key(encapsulated))
    demand(any(shared), "key")
    kem, suite = b"KEM\x00\x20", b"HPKE\x00\x20\x00\x01\x00\x02"

    def extract(salt, name, label, material):
        return hmac.digest(salt, b"HPKE-v1" + name + label + material, "sha256")

    def expand(prk, name, label, context, count):
        head = struct.pack(">H", count) + b"HPKE-v1" + name + label + context
        return hmac.digest(prk, head + b"\x01", "sha256")[:count]

    prk = extract(b"", kem, b"eae_prk", shared)
    shared = expand(prk, kem, b"shared_secret", encapsulated + receiver, 32)
    context = b"\x00" + extract(b"", suite, b"psk_id_hash", b"") + extract(b"", suite, b"info_hash", info)
    secret = extract(shared, suite, b"secret", b"")
    key, nonce = expand(secret, suite, b"key", context, 32), expand(secret, suite, b"base_nonce", context, 12)
    return gcm_open(key, nonce, wrapped[32:], aad)


def gcm_open(key, nonce, text, aad):
    try:
        return AESGCM(key).decrypt(nonce, text, aad)
    except InvalidTag as error:
        raise Refused("sealed") from error


# Statements (section 5)


def point(encoded):
    number = int.from_bytes(encoded, "little") & (2**255 - 1)
    return len(encoded) == 32 and number < PRIME and number not in SMALL_EDWARDS


def holds(key, signature, message):
    if not (point(key) and len(signature) == 64 and point(signature[:32])):
        return False
    if int.from_bytes(signature[32:], "little") >= ORDER:
        return False
    try:
        Ed25519PublicKey.from_public_bytes(key).verify(signature, message)
        return True
    except (InvalidSignature, ValueError):
        return False


def statement(data, kind, keys=None):
    """Body bytes, body, and a function that demands exactly these signers."""
    carrier = parse(data)
    demand(set(carrier) == {"payload", "payload_type", "signatures"}, "statement")
    media = f"application/vnd.confidant.{kind}.v1+json"
    demand(carrier["payload_type"] == media, "statement")
    body = raw(carrier["payload"])
    message = b"DSSEv1 %d %s %d %s" % (len(media), media.encode(), len(body), body)
    signatures = [raw(item["sig"], 64) for item in carrier["signatures"]]

    def signed_by(*wanted):
        left = list(signatures)
        demand(len(left) == len(wanted) == len(set(wanted)), "signature")
        for key in wanted:
            found = next((one for one in left if holds(key, one, message)), None)
            demand(found is not None, "signature")
            left.remove(found)

    if keys is not None:
        signed_by(*keys)
    return body, parse(body), signed_by


# Tree and key directory (sections 6 and 7)


def root_of(hashes):
    if len(hashes) <= 1:
        return hashes[0] if hashes else sha256(b"")
    split = 1 << (len(hashes) - 1).bit_length() - 1
    return sha256(b"\x01" + root_of(hashes[:split]) + root_of(hashes[split:]))


class Directory:
    def __init__(self, pool):
        self.pool, self.hashes, self.people, self.used = pool, [], {}, set()

    def at(self, size):
        demand(size <= len(self.hashes), "history")
        return {"root": b64(root_of(self.hashes[:size])) if size else "", "size": size}

    def admit(self, leaf):
        entry = parse(leaf, 65_536)
        demand(set(entry) == {"d", "t"} and entry["t"] == "k", "keys")
        body, keys, signed_by = statement(cj(entry["d"]), "keys")
        history = self.people.get(keys["user"], [])
        last = history[-1] if history else None
        kdf = keys["kdf"]
        demand(kdf["alg"] == "pbkdf2-sha256" and 600_000 <= kdf["iterations"] <= 10_000_000, "floor")
        raw(kdf["salt"], 16)
        sign, enc = raw(keys["sign_pk"], 32), raw(keys["enc_pk"], 32)
        demand(point(sign) and sign != enc and not {sign, enc} & self.used, "key")
        agreement_key(enc)
        demand(keys["pool"] == self.pool and keys["seq"] == len(history) + 1, "history")
        demand(keys["prev"] == (last["hash"] if last else ""), "history")
        demand(keys["cp"] == self.at(keys["cp"]["size"]), "history")
        if keys["reason"] == "create":
            signers = [sign]
        elif keys["reason"] == "rotate":
            signers = [last["sign"], sign]
        else:
            attesters = [self.people[one["u"]][-1] for one in keys["by"]]
            demand(1 <= len(attesters) <= 2, "keys")
            demand([one["k"] for one in keys["by"]] == [len(self.people[one["u"]]) for one in keys["by"]], "history")
            signers = [sign] + [one["sign"] for one in attesters]
        signed_by(*signers)
        self.used |= {sign, enc}
        place = len(self.hashes)
        self.people.setdefault(keys["user"], []).append(
            {"sign": sign, "enc": enc, "hash": b64(sha256(body)), "kdf": kdf, "leaf": place})
        self.hashes.append(sha256(b"\x00" + leaf))

    def keys(self, user, k, size):
        history = self.people.get(user, [])
        demand(1 <= k <= len(history) and history[k - 1]["leaf"] < size, "history")
        demand(k == len(history) or history[k]["leaf"] >= size, "history")
        return history[k - 1]


# Ways in (section 8)


def kit_secret(words):
    listed = (ROOT / "Room/seal/english.txt").read_text().split()
    bits = "".join(f"{listed.index(word):011b}" for word in words.split())
    secret = bytes(int(bits[at:at + 8], 2) for at in range(0, 128, 8))
    demand(f"{sha256(secret)[0] >> 4:04b}" == bits[128:], "kit")
    return secret


def open_blob(key, sealed):
    blob, about = raw(sealed["blob"]), {name: value for name, value in sealed.items() if name != "blob"}
    return gcm_open(key, blob[:12], blob[12:], cj(about))


def stretch(passphrase, kdf, pool, user):
    salt = sha256(b"pwsalt" + raw(pool, 16) + raw(user, 16) + raw(kdf["salt"], 16))
    text = unicodedata.normalize("NFKC", passphrase).encode()
    return hashlib.pbkdf2_hmac("sha256", text, salt, kdf["iterations"])


def public(seed):
    return Ed25519PrivateKey.from_private_bytes(seed).public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)


# Records (section 10)


def open_record(record, wrap, holder, secret, author_key, asked):
    body, envelope, signed_by = statement(raw(record["statement"]), "envelope")
    demand(all(envelope[name] == value for name, value in asked.items()), "record")
    signed_by(author_key)
    text, share = raw(record["text"]), raw(record["share"], 32)
    commit = raw(envelope["commit"], 32)
    demand(sha256(text) == raw(envelope["cth"], 32), "record")
    core = {name: value for name, value in envelope.items() if name not in ("commit", "cth")}
    header = sha256(cj(core))
    context = {name: core[name] for name in ("pool", "eng", "rec", "ver")} | holder
    content_key = hpke_open(secret, wrap, b"wrap/v1" + sha256(cj(context)), commit)
    okm = hkdf(content_key, share, b"record/v1" + header, 64)
    demand(hmac.compare_digest(okm[32:], commit), "sealed")
    padded = gcm_open(okm[:32], raw(core["nonce"], 12), text, header)
    size = struct.unpack(">I", padded[:4])[0]
    demand(len(padded) == core["plen"] and size <= len(padded) - 4 and not any(padded[4 + size:]), "record")
    return padded[4:4 + size], b64(sha256(body)), core


def check(example):
    pool, eng, people = example["pool"], example["eng"], example["people"]
    directory = Directory(pool)
    for leaf in example["leaves"]:
        directory.admit(raw(leaf))
    demand(directory.at(len(directory.hashes)) == example["cp"], "history")
    print(f"key statements      {len(directory.hashes)} verified, root {example['cp']['root']}")

    client, user = people["client"], people["client"]["user"]
    unlock = example["unlock"]
    kit = kit_secret(unlock["kit"])
    by_pass, by_kit, by_passkey = (parse(raw(slot)) for slot in unlock["slots"])
    account = hkdf(kit, NO_SALT, b"ak/v1")
    kdf = {name: by_pass["params"][name] for name in ("alg", "iterations", "salt")}
    demand(kdf == directory.people[user][-1]["kdf"], "history")
    stretched = stretch(unlock["passphrase"], kdf, pool, user)
    keys = {
        open_blob(hkdf(stretched, account, b"slot/pw/v1"), by_pass),
        open_blob(hkdf(kit, NO_SALT, b"slot/kit/v1"), by_kit),
        open_blob(hkdf(raw(unlock["prf"]), NO_SALT, b"slot/prf/v1"), by_passkey),
    }
    demand(keys == {raw(unlock["user_key"])}, "sealed")
    bundle = open_blob(hkdf(raw(unlock["user_key"]), NO_SALT, b"bundle/v1"), parse(raw(unlock["bundle"])))
    newest = directory.people[user][-1]
    demand(struct.unpack(">I", bundle[:4])[0] == len(directory.people[user]), "history")
    demand(public(bundle[4:36]) == newest["sign"], "history")
    print("wraps of keys       passphrase, kit and passkey open the same user key, and it the bundle of the log's keys")

    auth = public(hkdf(stretched, account, b"auth/pw/v1"))
    _, login, _ = statement(raw(example["login"]), "login", [auth])
    demand((login["origin"], login["user"]) == (example["origin"], user), "login")
    demand(login["nonce"] == example["login_nonce"] and login["at"] == example["time"], "login")
    statement(raw(example["request"]), "req", [raw(login["proof"], 32)])
    print("sign-in             verified, and a request under the key that it names")

    size = example["cp"]["size"]
    body, roster, signed_by = statement(raw(example["roster"]), "roster")
    demand(b64(sha256(body)) == example["roster_hash"], "roster")
    signed_by(*[directory.keys(one["u"], one["k"], size)["sign"] for one in roster["members"]])
    for wrap, who in zip(example["record"]["wraps"], (client, people["coach"])):
        author = directory.keys(user, 2, size)["sign"]
        asked = {"pool": pool, "eng": eng, "rec": example["rec"], "kind": "message", "author": user, "akey": 2}
        text, digest, core = open_record(
            example["record"], raw(wrap["wrap"], 80), wrap["to"], raw(who["secret"]), author, asked)
        demand(text == raw(example["record"]["body"]) and digest == example["record"]["hash"], "record")
        demand(core["roster"] == example["roster_hash"] and wrap["to"] in core["to"], "record")
    _, grant, _ = statement(raw(example["grant"]), "grant", [directory.keys(user, 2, size)["sign"]])
    demand(grant["env"] == example["record"]["hash"], "grant")
    print("record              opened by both readers, author's signature, roster and a grant verified")

    complaint = example["complaint"]
    receipt = kit_secret(complaint["receipt"])
    reporter = public(hkdf(receipt, NO_SALT, b"receipt/auth/v1"))
    demand(b64(sha256(b"onetime/v1" + reporter)[:16]) == complaint["author"], "receipt")
    demand(b64(hkdf(receipt, NO_SALT, b"receipt/box/v1", 16)) == complaint["mailbox"], "receipt")
    asked = {"pool": pool, "eng": complaint["mailbox"], "kind": "complaint", "author": complaint["author"], "akey": 0}
    holder = {"k": people["panel"]["k"], "u": people["panel"]["user"]}
    text, _, _ = open_record(
        complaint, raw(complaint["wrap"]), holder, raw(people["panel"]["secret"]), reporter, asked)
    demand(text == raw(example["record"]["body"]), "record")
    print("complaint           opened by the panel, signed by the key of its receipt")


def damaged(example):
    """The example again and again, each time with one bit of one part changed."""

    def flip(text, at=-9):
        data = bytearray(raw(text))
        data[at] ^= 1
        return b64(bytes(data))

    paths = [("leaves", 3), ("roster",), ("grant",), ("login",), ("request",), ("record", "statement"), ("record", "text"),
             ("record", "share"), ("record", "wraps", 0, "wrap"), ("complaint", "text"), ("complaint", "wrap"),
             ("unlock", "bundle"), ("unlock", "slots", 0), ("unlock", "slots", 1), ("unlock", "prf"), ("cp", "root")]
    for path in paths:
        copy = json.loads(json.dumps(example))
        place = copy
        for step in path[:-1]:
            place = place[step]
        place[path[-1]] = flip(place[path[-1]])
        yield path, copy


def main():
    name = sys.argv[1] if len(sys.argv) > 1 else ROOT / "Tests/Vectors/frozen-v1.json"
    example = json.loads(pathlib.Path(name).read_text())
    check(example)
    output, sys.stdout = sys.stdout, open("/dev/null", "w")
    count = 0
    for path, copy in damaged(example):
        try:
            check(copy)
        except Refused:
            count += 1
        else:
            sys.stdout = output
            raise SystemExit(f"a changed bit in {path} was not noticed")
    sys.stdout = output
    print(f"damage              {count} changed bits, each refused")


if __name__ == "__main__":
    main()
