# SPDX-License-Identifier: EUPL-1.2
"""Stands between browsers and the server, by TLS on both sides: takes note of every request, and can rewrite any answer."""
import datetime
import http.client
import http.server
import ipaddress
import pathlib
import socket
import ssl
import threading

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

HOSTS = ["pool.localhost", "room.localhost", "localhost"]


def throw_away_certificate(folder):
    """A certificate for a day, for the two hosts; its files and the hash of its key, by which Chromium can be told to trust it."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "throw-away")])
    now = datetime.datetime.now(datetime.timezone.utc)
    names = [x509.DNSName(host) for host in HOSTS] + [x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]
    certificate = (
        x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - datetime.timedelta(days=1)).not_valid_after(now + datetime.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName(names), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .sign(key, hashes.SHA256()))
    folder = pathlib.Path(folder)
    (folder / "cert.pem").write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
    (folder / "key.pem").write_bytes(key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()))
    public = key.public_key().public_bytes(serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo)
    digest = hashes.Hash(hashes.SHA256())
    digest.update(public)
    import base64
    return folder / "cert.pem", folder / "key.pem", base64.b64encode(digest.finalize()).decode()


class Seen:
    """One request and its answer, as they passed."""

    def __init__(self, method, host, path, headers, body):
        self.method, self.host, self.path, self.headers, self.body = method, host, path, headers, body
        self.status, self.answer_headers, self.answer = 0, [], b""

    @property
    def name(self):
        return f"{self.method} {self.path.split('?')[0]}"


class Gate:
    """`rewrite`, where set, is called with each `Seen` before its answer goes on, and may change status, headers and bytes of it;
    `cut` likewise before the request goes on (`before`) or after (`after`): true drops the connection."""

    def __init__(self, port, certificate, key):
        self.upstream = port
        self.seen = []
        self.rewrite = None
        self.cut = None
        gate = self

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def handle_one_request(self):
                try:
                    super().handle_one_request()
                except (ConnectionError, ssl.SSLError, TimeoutError):
                    self.close_connection = True

            def log_message(self, *_):
                pass

            def pass_on(self):
                length = int(self.headers.get("Content-Length") or 0)
                body = self.rfile.read(length) if length else b""
                seen = Seen(self.command, self.headers.get("Host", "").split(":")[0], self.path, list(self.headers.items()), body)
                gate.seen.append(seen)
                if gate.cut and gate.cut(seen, "before"):
                    return self.drop()
                context = ssl._create_unverified_context()
                link = http.client.HTTPSConnection("127.0.0.1", gate.upstream, context=context, timeout=60)
                headers = {n: v for n, v in seen.headers if n.lower() not in ("connection", "accept-encoding", "content-length")}
                link.request(self.command, self.path, body=body or None, headers={**headers, "Content-Length": str(len(body))} if body or self.command in ("POST", "PUT") else headers)
                answer = link.getresponse()
                seen.status, seen.answer_headers, seen.answer = answer.status, answer.getheaders(), answer.read()
                link.close()
                if gate.cut and gate.cut(seen, "after"):
                    return self.drop()
                if gate.rewrite:
                    gate.rewrite(seen)
                self.send_response_only(seen.status)
                for name, value in seen.answer_headers:
                    if name.lower() not in ("content-length", "connection", "transfer-encoding"):
                        self.send_header(name, value)
                self.send_header("Content-Length", str(len(seen.answer)))
                self.end_headers()
                if self.command != "HEAD":
                    self.wfile.write(seen.answer)

            def drop(self):
                self.close_connection = True
                self.connection.shutdown(socket.SHUT_RDWR)

            do_GET = do_POST = do_PUT = do_OPTIONS = do_HEAD = pass_on

        class Threaded(http.server.ThreadingHTTPServer):
            daemon_threads = True

            def handle_error(self, *_):
                pass  # a browser that hangs up is no fault of a test

        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate, key)
        self.server = Threaded(("127.0.0.1", 0), Handler)
        self.server.socket = context.wrap_socket(self.server.socket, server_side=True, do_handshake_on_connect=False)
        self.port = self.server.server_address[1]
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def close(self):
        self.server.shutdown()
        self.server.server_close()

    def honest(self):
        self.rewrite = self.cut = None
