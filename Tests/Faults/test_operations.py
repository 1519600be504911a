# SPDX-License-Identifier: EUPL-1.2
"""What an operator relies on: bounces are read, what could not be sent is told, counted and tried again."""
import re
import time
import urllib.request

import house

BOUNCE = """Content-Type: multipart/report; report-type=delivery-status; boundary=b

--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example

Final-Recipient: rfc822; somebody
Action: failed
Status: 5.1.1

--b
Content-Type: text/rfc822-headers

Message-ID: {}

--b--
"""


def eventually(value, wanted):
    for _ in range(300):
        if value() == wanted:
            return True
        time.sleep(0.1)
    return False


def test_bounces_doctor_and_outbox(data, tmp_path):
    post = tmp_path / "post"
    program = house.Program(data, tmp_path, "--bounces", str(post))
    visitor = house.Visitor(data, house.people(data, "administrator")[0])
    visitor.port = program.port
    person = data.query(
        "SELECT id FROM person p WHERE email_key IS NOT NULL AND NOT EXISTS (SELECT 1 FROM arrival a WHERE a.person_id = p.id) "
        "ORDER BY id LIMIT 1")[0][0]
    assert visitor.post(f"/invitations/people/{person}/mail").status == 303
    sent = ("SELECT count(*) FROM mail_delivery d JOIN outbox_item o ON o.pool_id = d.pool_id AND o.id = d.outbox_id "
            "WHERE o.kind = 'accounts.invitation' AND d.outcome = 'mail.sent'")
    before = int(data.one(sent))
    assert before or eventually(lambda: int(data.one(sent)) > before, True), "the invitation was not sent"
    program.stop()

    item, pool = data.query(
        "SELECT o.id, o.pool_id FROM outbox_item o JOIN sign_in_link l ON l.pool_id = o.pool_id AND l.id = o.subject_id "
        f"WHERE o.kind = 'accounts.invitation' AND l.person_id = '{person}' AND o.done_at IS NOT NULL ORDER BY o.created_at DESC LIMIT 1")[0]
    (post / "new" / "one").write_bytes(BOUNCE.format(f"<{item}.{pool}@pool.example>").replace("\n", "\r\n").encode())
    (post / "new" / "away").write_bytes(b"Subject: away until Monday\r\n\r\nhello")
    data.query(f"UPDATE outbox_item SET done_at = NULL, set_aside_at = '2026-01-01T00:00:00.000Z', outcome = 'mail.message-refused' "
               f"WHERE id = (SELECT max(id) FROM outbox_item WHERE done_at IS NOT NULL AND id <> '{item}')")

    told = house.run("doctor", "--database", data.address, "--keys", str(tmp_path / "keys"), "--bounces", str(post))
    assert "bounces: the folder can be read, 2 mails wait in it" in told.stdout
    assert "1 items set aside in 1 pools" in told.stdout and told.returncode == 1

    short = data.one("SELECT short_name FROM pool")
    told = house.run("outbox", "--database", data.address, "--pool", short)
    assert told.returncode == 0 and len(told.stdout.splitlines()) == 1 and "mail.message-refused" in told.stdout
    assert house.run("outbox", "--database", data.address, "--pool", short, "--again").returncode == 0
    assert house.run("outbox", "--database", data.address, "--pool", short).stdout == ""
    assert house.run("outbox", "--database", data.address, "--pool", "nobody").stderr.startswith("pool.unknown: ")

    health = house.free_port()
    program = house.Program(data, tmp_path, "--bounces", str(post), "--health", f"127.0.0.1:{health}")
    try:
        assert eventually(lambda: data.one(f"SELECT count(*) FROM address_bounce WHERE person_id = '{person}'"), "1")
        assert not list((post / "new").iterdir()) and [f.name for f in (post / "cur").iterdir()][0].startswith("away")
        visitor.port = program.port
        assert visitor.post(f"/invitations/people/{person}/mail").status in (303, 409)
        assert eventually(lambda: "confidant_outbox_total" in metrics(health) and bool(re.search(r'event="done"\} [1-9]', metrics(health))), True)
    finally:
        program.stop()


def metrics(port):
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/metrics") as answer:
        return answer.read().decode()
