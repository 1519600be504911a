# SPDX-License-Identifier: EUPL-1.2
"""A mail server for tests: real SMTP with TLS under a throw-away certificate; keeps what it takes as files.

    smtp_sink.py FOLDER COMMAND [ARGUMENT...]

Runs COMMAND with CONFIDANT_TEST_SMTP set to FOLDER, which holds `ports.json`, `authority.pem` (the only authority that vouches
for `localhost`), `stranger.pem` (one that does not) and, in `mails/`, each message with its envelope in front.

What happens to a mail is said by the local part of its recipient:
    fine…      taken                    busy-once…   450 the first time, then taken
    unknown…   550 5.1.1 at RCPT        unwanted…    554 5.7.1 after DATA
    slow…      no answer after DATA     anything else is taken
"""
import asyncio
import datetime
import json
import os
import pathlib
import ssl
import subprocess
import sys
import threading

from aiosmtpd.smtp import SMTP, AuthResult
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID


def name(text):
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, text)])


def certificate(subject, key, issuer, issuer_key, extension, critical):
    now = datetime.datetime.now(datetime.timezone.utc)
    return (
        x509.CertificateBuilder()
        .subject_name(name(subject)).issuer_name(name(issuer)).public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - datetime.timedelta(hours=1)).not_valid_after(now + datetime.timedelta(days=2))
        .add_extension(extension, critical=critical)
        .sign(issuer_key, hashes.SHA256())
    )


def authority(path):
    key = ec.generate_private_key(ec.SECP256R1())
    made = certificate("test", key, "test", key, x509.BasicConstraints(ca=True, path_length=None), True)
    path.write_bytes(made.public_bytes(serialization.Encoding.PEM))
    return key


def server_context(folder):
    issuer_key = authority(folder / "authority.pem")
    authority(folder / "stranger.pem")
    key = ec.generate_private_key(ec.SECP256R1())
    names = x509.SubjectAlternativeName([x509.DNSName("localhost")])
    made = certificate("localhost", key, "test", issuer_key, names, False)
    pem = folder / "server.pem"
    pem.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
        + made.public_bytes(serialization.Encoding.PEM))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(pem)
    return context


class Sink:
    def __init__(self, folder):
        self.folder = folder
        self.count = 0
        self.refused_once = set()

    async def handle_RCPT(self, server, session, envelope, address, options):
        local = address.split("@")[0]
        if local.startswith("unknown"):
            return "550 5.1.1 nobody here by that name"
        if local.startswith("busy-once") and address not in self.refused_once:
            self.refused_once.add(address)
            return "450 4.2.1 come back later"
        envelope.rcpt_tos.append(address)
        return "250 2.1.5 fine"

    async def handle_DATA(self, server, session, envelope):
        local = envelope.rcpt_tos[0].split("@")[0]
        if local.startswith("unwanted"):
            return "554 5.7.1 not wanted"
        if local.startswith("slow"):
            await asyncio.sleep(60)
        self.count += 1
        draft = self.folder / f"{self.count}.part"
        login = session.auth_data.decode() if session.authenticated and session.auth_data else ""
        head = f"X-Login: {login}\r\nX-From: {envelope.mail_from}\r\nX-To: {envelope.rcpt_tos[0]}\r\n"
        draft.write_bytes(head.encode() + envelope.original_content)
        draft.rename(self.folder / f"{self.count}.eml")
        return "250 2.0.0 taken"


def authenticate(server, session, envelope, mechanism, data):
    if data.login == b"confidant" and data.password == b"open sesame":
        return AuthResult(success=True, auth_data=data.login)
    return AuthResult(success=False, handled=False)


async def listen(loop, handler, tls_at_once=None, **options):
    """A server on a port of the kernel's choice; that port."""
    server = await loop.create_server(
        lambda: SMTP(handler, hostname="localhost", loop=loop, **options), "127.0.0.1", 0, ssl=tls_at_once)
    return server.sockets[0].getsockname()[1]


def main():
    folder = pathlib.Path(sys.argv[1])
    mails = folder / "mails"
    mails.mkdir()
    context = server_context(folder)
    sink = Sink(mails)
    login = {"authenticator": authenticate, "auth_require_tls": True}
    starttls = {"tls_context": context, "require_starttls": True, **login}
    loop = asyncio.new_event_loop()
    ports = {
        "starttls": loop.run_until_complete(listen(loop, sink, **starttls)),
        "login": loop.run_until_complete(listen(loop, sink, auth_required=True, **starttls)),
        "smtps": loop.run_until_complete(listen(loop, sink, tls_at_once=context)),
        "plain": loop.run_until_complete(listen(loop, sink)),
    }
    (folder / "ports.json").write_text(json.dumps(ports))
    threading.Thread(target=loop.run_forever, daemon=True).start()
    environment = dict(os.environ, CONFIDANT_TEST_SMTP=str(folder))
    code = subprocess.call(sys.argv[2:], env=environment)
    os._exit(code)  # a client that hangs must not keep the server, nor the server the caller


main()
