# SPDX-License-Identifier: EUPL-1.2
"""While the database is away pages say so with a number, and come back without anybody's doing."""
import sqlite3
import threading
import time

import house


def test_postgres_stopped_and_started(cluster, tmp_path):
    data = house.Data(cluster.database(), cluster)
    (tmp_path / "demo").mkdir()
    house.seed(data, tmp_path / "demo")
    visitor = house.Visitor(data, house.people(data, "administrator")[0])
    stranger = house.Visitor(data)
    program = house.Program(data, tmp_path, "--health", "127.0.0.1:0")
    try:
        visitor.port = stranger.port = program.port
        assert make(visitor, "before").status == 303
        cluster.stop()
        try:
            numbers = set()
            for _ in range(6):
                for answer in [visitor.get("/home"), make(visitor, "while away")]:
                    assert answer.status == 503, answer.status
                    assert answer.headers.get("Retry-After") and "say this number" in answer.body
                    numbers.add(answer.body.split("say this number", 1)[1][:200])
            assert len(numbers) == 12, "a number names one request"
        finally:
            cluster.start()
        assert eventually(lambda: visitor.get("/home").status == 200), "it does not come back"
        assert make(visitor, "after").status == 303
        assert program.process.poll() is None
    finally:
        program.stop()
    names = {row[0] for row in data.query("SELECT name FROM organisation")}
    assert {"before", "after"} <= names and "while away" not in names


def test_sqlite_held_by_another(tmp_path):
    data = house.Data(str(tmp_path / "pool.sqlite"))
    (tmp_path / "demo").mkdir()
    house.seed(data, tmp_path / "demo")
    visitor = house.Visitor(data, house.people(data, "administrator")[0])
    program = house.Program(data, tmp_path)
    try:
        visitor.port = program.port
        assert make(visitor, "before").status == 303
        other = sqlite3.connect(data.address, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        answers = []
        writer = threading.Thread(target=lambda: answers.append(make(visitor, "while held")))
        writer.start()
        assert visitor.get("/people").status == 200, "reading waits for a writer"
        writer.join()
        assert answers[0].status == 503 and answers[0].headers.get("Retry-After")
        other.execute("ROLLBACK")
        other.close()
        assert make(visitor, "after").status == 303
    finally:
        program.stop()


def make(visitor, words):
    return visitor.post("/organisations/new", [("name", words)])


def eventually(holds):
    for _ in range(600):
        if holds():
            return True
        time.sleep(0.1)
    return False
