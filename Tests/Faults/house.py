# SPDX-License-Identifier: EUPL-1.2
"""What the tests of faults share: a PostgreSQL server to stop, a program to kill, and browsers that notice."""
import base64
import csv
import hashlib
import html.parser
import http.client
import io
import json
import os
import pathlib
import pwd
import shutil
import signal
import socket
import sqlite3
import subprocess
import tempfile
import time
import urllib.parse

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = os.environ.get("CONFIDANT", str(ROOT / ".build/debug/confidant"))
LONG = os.environ.get("CONFIDANT_LONG") == "1"
HOST = "pool.localhost"


class Cluster:
    """A throw-away PostgreSQL server of its own, so that a test may stop it."""

    def __init__(self):
        subprocess.run([str(ROOT / "Scripts/need"), "postgres"], check=True)
        found = sorted(pathlib.Path("/usr/lib/postgresql").glob("*/bin"), key=lambda p: int(p.parent.name))
        self.programs = found[-1]
        self.home = pathlib.Path(tempfile.mkdtemp(prefix="confidant-faults.", dir="/dev/shm" if os.access("/dev/shm", os.W_OK) else "/tmp"))
        self.user = []
        if os.geteuid() == 0:
            postgres = pwd.getpwnam("postgres")
            os.chown(self.home, postgres.pw_uid, postgres.pw_gid)
            self.user = ["runuser", "-u", "postgres", "--"]
        self.home.chmod(0o755)
        self._run("initdb", "-D", self.data, "-U", "confidant", "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync")
        with open(self.home / "settings", "w") as file:
            file.write(f"listen_addresses = ''\nunix_socket_directories = '{self.home}'\nunix_socket_permissions = 0777\n"
                       "fsync = off\nfull_page_writes = off\nautovacuum = off\nmax_connections = 100\n")
        (self.home / "settings").chmod(0o644)
        subprocess.run([*self.user, "sh", "-c", f"cat {self.home}/settings >> {self.data}/postgresql.conf"], check=True, cwd="/")
        self.start()
        self.count = 0

    @property
    def data(self):
        return str(self.home / "data")

    def _run(self, program, *arguments):
        # In a session of its own: what stops the server must not stop the tests.
        subprocess.run([*self.user, str(self.programs / program), *arguments], check=True, cwd="/", timeout=120,
                       start_new_session=True, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def start(self):
        self._run("pg_ctl", "-D", self.data, "-l", str(self.home / "data" / "server.log"), "-w", "-t", "60", "start")

    def stop(self, mode="immediate"):
        self._run("pg_ctl", "-D", self.data, "-m", mode, "-w", "stop")

    def database(self):
        self.count += 1
        name = f"faults_{self.count}"
        self.query("postgres", f"CREATE DATABASE {name} TEMPLATE template0")
        return f"postgres://confidant@/{name}?host={self.home}"

    def query(self, name, sql):
        done = subprocess.run(
            [str(self.programs / "psql"), "-h", str(self.home), "-U", "confidant", "-d", name, "--csv", "-t", "-q", "-v", "ON_ERROR_STOP=1", "-c", sql],
            check=True, capture_output=True, text=True, timeout=120, stdin=subprocess.DEVNULL)
        return [tuple(row) for row in csv.reader(io.StringIO(done.stdout))]

    def close(self):
        try:
            self.stop()
        except subprocess.CalledProcessError:
            pass  # stopped by a test
        shutil.rmtree(self.home, ignore_errors=True)


class Data:
    """The database of an installation, looked at past the program. Values come as text, the same on both engines."""

    def __init__(self, address, cluster=None):
        self.address = address
        self.cluster = cluster

    @property
    def engine(self):
        return "postgres" if self.cluster else "sqlite"

    def query(self, sql):
        if self.cluster:
            return self.cluster.query(urllib.parse.urlsplit(self.address).path[1:], sql)
        link = sqlite3.connect(self.address, timeout=20, isolation_level=None)
        try:
            return [tuple("" if value is None else str(value) for value in row) for row in link.execute(sql)]
        finally:
            link.close()

    def one(self, sql):
        return self.query(sql)[0][0]


class Program:
    """`confidant serve` (or `demo`) as a process that a test may kill."""

    def __init__(self, data, folder, *more, wrap=(), command="serve"):
        folder = pathlib.Path(folder)
        self.folder = folder
        arguments = ["--listen", "127.0.0.1:0", "--log-level", "critical"]
        if command == "serve":
            arguments += ["--database", data.address, "--keys", str(folder / "keys"), "--trust-proxy", "--mail", str(folder / "mail"),
                          "--mail-from", "pool@pool.example"]
            run("keys", "init", "--keys", str(folder / "keys"))
        self.errors = open(folder / "errors", "a+")
        self.process = subprocess.Popen([*wrap, PROGRAM, command, *arguments, *more], stdin=subprocess.DEVNULL,
                                        stdout=subprocess.PIPE, stderr=self.errors, text=True)
        line = self.process.stdout.readline()
        if not line:
            self.process.wait()
            self.errors.seek(0)
            raise RuntimeError("the program did not start: " + self.errors.read())
        self.told = line
        self.port = int((json.loads(line)["address"] if line.startswith("{") else line.strip()).rsplit(":", 1)[1])

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def stop(self):
        self.process.terminate()
        self.process.wait(timeout=60)


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def run(*arguments):
    """A command of the program to its end."""
    return subprocess.run([PROGRAM, *arguments], capture_output=True, text=True)


def seed(data, folder):
    """The demonstration's people and story in a database, and nothing running."""
    more = ["--data", str(folder), "--json"]
    if data.cluster:
        more += ["--database", data.address]
    Program(data, folder, *more, command="demo").stop()
    if not data.cluster:
        os.replace(pathlib.Path(folder) / "demo.sqlite", data.address)
        for end in ["-wal", "-shm"]:
            left = pathlib.Path(folder) / ("demo.sqlite" + end)
            if left.exists():
                os.replace(left, data.address + end)


def sign_in(data, person):
    """A sign-in for somebody, put into the database: its token."""
    token = base64.urlsafe_b64encode(os.urandom(32)).decode().rstrip("=")
    mixed = hashlib.sha256(f"8:token/v1{len(token)}:{token}".encode()).digest()
    stored = base64.urlsafe_b64encode(mixed).decode().rstrip("=")
    name = base64.urlsafe_b64encode(os.urandom(16)).decode().rstrip("=")
    now = time.strftime("%Y-%m-%dT%H:%M:%S.000Z", time.gmtime())
    pool = data.one("SELECT id FROM pool")
    data.query(
        "INSERT INTO sign_in (pool_id, id, token_hash, person_id, device, is_shared_device, idle_minutes, started_at, seen_at, expires_at) "
        f"VALUES ('{pool}', '{name}', '{stored}', '{person}', 'other-linux', FALSE, 120, '{now}', '{now}', '2999-01-01T00:00:00.000Z')")
    return token


def people(data, role):
    return [row[0] for row in data.query(
        f"SELECT person_id FROM person_role WHERE role = '{role}' AND ended_at IS NULL ORDER BY given_at, person_id")]


class _Forms(html.parser.HTMLParser):
    def __init__(self):
        super().__init__()
        self.forms = []

    def handle_starttag(self, tag, attributes):
        found = dict(attributes)
        if tag == "form":
            self.forms.append({"action": found.get("action"), "fields": [], "choices": {}})
        elif tag == "input" and self.forms and found.get("name"):
            if found.get("type") in ("radio", "checkbox"):
                if found["type"] == "radio":
                    self.forms[-1]["choices"].setdefault(found["name"], []).append(found.get("value", ""))
            else:
                self.forms[-1]["fields"].append((found["name"], found.get("value", "")))


class Answer:
    def __init__(self, status, headers, body):
        self.status = status
        self.headers = headers
        self.body = body

    @property
    def location(self):
        return self.headers.get("Location") or ""

    def form(self, action):
        reader = _Forms()
        reader.feed(self.body)
        return next((form for form in reader.forms if form["action"] == action), None)


class Visitor:
    """Somebody who is signed in, with an address of their own behind the proxy, so that limits are theirs alone."""

    count = 0

    def __init__(self, data, person=None):
        Visitor.count += 1
        self.person = person
        self.network = f"10.{Visitor.count // 65536 % 256}.{Visitor.count // 256 % 256}.{Visitor.count % 256}"
        self.cookie = sign_in(data, person) if person else None
        self.token = None
        self.port = None

    def send(self, method, path, body=None, kind="application/x-www-form-urlencoded"):
        headers = {"Host": HOST, "X-Forwarded-For": self.network, "Connection": "close"}
        if self.cookie:
            headers["Cookie"] = "confidant=" + self.cookie
        if body is not None:
            headers["Content-Type"] = kind
        link = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        try:
            link.request(method, path, body, headers)
            answer = link.getresponse()
            return Answer(answer.status, dict(answer.getheaders()), answer.read().decode())
        finally:
            link.close()

    def get(self, path):
        return self.send("GET", path)

    def post(self, path, fields=()):
        if self.token is None:
            page = self.get("/home").body
            self.token = page.split('name="form_token" value="', 1)[1].split('"', 1)[0]
        return self.send("POST", path, urllib.parse.urlencode([("form_token", self.token), *fields]))

    def upload(self, path, field, name, contents):
        if self.token is None:
            self.post("/nothing")
        mark = "----confidant"
        body = (f'--{mark}\r\nContent-Disposition: form-data; name="form_token"\r\n\r\n{self.token}\r\n'
                f'--{mark}\r\nContent-Disposition: form-data; name="{field}"; filename="{name}"\r\nContent-Type: text/csv\r\n\r\n'
                f"{contents}\r\n--{mark}--\r\n").encode()
        return self.send("POST", path, body, f"multipart/form-data; boundary={mark}")
