# SPDX-License-Identifier: EUPL-1.2
"""Without room for another page, what can be read is shown, a write fails clearly, and room again is enough."""
import os
import pathlib

import house


def test_disk_full(tmp_path):
    data = house.Data(str(tmp_path / "pool.sqlite"))
    (tmp_path / "demo").mkdir()
    house.seed(data, tmp_path / "demo")
    visitor = house.Visitor(data, house.people(data, "administrator")[0])
    small = tmp_path / "small"
    small.mkdir()
    # A mount of its own, seen by the program alone and gone with it.
    mounted = f'mount -t tmpfs -o size=12m tmpfs "{small}" && cp "{tmp_path}"/pool.sqlite* "{small}/" && exec "$@"'
    wrap = ["unshare", "-m" if os.geteuid() == 0 else "-Urm", "sh", "-c", mounted, "sh"]
    program = house.Program(house.Data(str(small / "pool.sqlite")), tmp_path, wrap=wrap)
    try:
        inside = pathlib.Path(f"/proc/{program.process.pid}/root{small}")
        visitor.port = program.port
        kept = [name(visitor, "before")]
        with open(inside / "ballast", "wb", buffering=0) as ballast:
            try:
                while True:
                    ballast.write(b"x" * 4096)
            except OSError:
                pass
        failed = None
        for number in range(3000):  # what the file has room for inside still goes in
            answer = make(visitor, f"full {number}")
            if answer.status != 303:
                failed = answer
                break
            kept.append(f"full {number}")
        assert failed is not None, "the disk was never full"
        assert failed.status == 503 and failed.headers.get("Retry-After"), failed.status
        assert "say this number" in failed.body
        for path in ["/home", "/people", "/organisations", "/help"]:
            assert visitor.get(path).status == 200, path
        assert make(visitor, "still full").status == 503
        (inside / "ballast").unlink()
        kept.append(name(visitor, "after"))
        assert make(visitor, "still full").status == 303, "nothing of what failed stands"
    finally:
        copy = tmp_path / "after"
        copy.mkdir()
        for file in pathlib.Path(f"/proc/{program.process.pid}/root{small}").glob("pool.sqlite*"):
            (copy / file.name).write_bytes(file.read_bytes())
        program.kill()
    left = house.Data(str(copy / "pool.sqlite"))
    assert left.one("PRAGMA integrity_check") == "ok"
    names = {row[0] for row in left.query("SELECT name FROM organisation")}
    assert set(kept) <= names, "what was acknowledged is gone"


def make(visitor, words):
    return visitor.post("/organisations/new", [("name", words)])


def name(visitor, words):
    answer = make(visitor, words)
    assert answer.status == 303, answer.status
    return words
