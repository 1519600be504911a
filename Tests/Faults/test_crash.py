# SPDX-License-Identifier: EUPL-1.2
"""Killed at any moment under load, the program loses nothing that it has acknowledged and does nothing twice."""
import http.client
import itertools
import random
import re
import threading
import time

import house

ROUNDS = 100 if house.LONG else 3
ROWS = 60  # of one list of people
REQUEST = re.compile(r'href="/requests/([A-Za-z0-9_-]{22})"')


class Load:
    """People who do things at once, and what was acknowledged to them."""

    def __init__(self, data, chance):
        self.data = data
        self.chance = chance
        self.lock = threading.Lock()
        self.asked, self.steps, self.lists, self.invited = set(), set(), set(), set()
        self.tried = set()  # lists whose import may or may not have come through
        self.faults = []
        self.counts = itertools.count(1)
        self.practitioners = [row[0] for row in data.query(
            "SELECT person_id FROM practitioner_standing WHERE standing = 'listed' AND ended_at IS NULL ORDER BY person_id")]
        self.workers = [(self.ask, house.Visitor(data, p)) for p in house.people(data, "client")[:6]]
        self.workers += [(self.answer, house.Visitor(data, p)) for p in self.practitioners[:6]]
        administrator = house.people(data, "administrator")[0]
        self.workers += [(self.import_list, house.Visitor(data, administrator)), (self.invite, house.Visitor(data, administrator))]

    def run(self, program, seconds):
        self.over = False
        threads = [threading.Thread(target=self.work, args=(program.port, *worker)) for worker in self.workers]
        for thread in threads:
            thread.start()
        time.sleep(seconds)
        program.kill()
        self.over = True
        for thread in threads:
            thread.join()

    def work(self, port, act, visitor):
        visitor.port = port
        while not self.over:
            try:
                act(visitor)
            except (OSError, http.client.HTTPException):
                time.sleep(0.01)  # killed under us; the round is over, or nearly

    def told(self, answer, what, place):
        """Whether it was acknowledged; a fault is a fault at any time."""
        if answer.status >= 500:
            self.faults.append(f"{what}: {answer.status}")
        if answer.status == 303:
            with self.lock:
                place.add(what)
        return answer.status == 303

    def ask(self, visitor):
        chosen = self.chance.choice(self.practitioners)
        path = f"/practitioners/{chosen}/request"
        form = visitor.get(path).form(path)
        if form:
            fields = [(name, self.chance.choice(values)) for name, values in form["choices"].items()]
            answer = visitor.post(path, fields)
            if answer.status == 303:
                with self.lock:
                    self.asked.add((visitor.person, answer.location.rsplit("/", 1)[1]))
                return
        mine = REQUEST.findall(visitor.get("/requests").body)
        if mine:
            request = self.chance.choice(mine)
            self.told(visitor.post(f"/requests/{request}/withdrawal"), (request, "withdrawn"), self.steps)

    def answer(self, visitor):
        for request in set(REQUEST.findall(visitor.get("/requests").body)):
            if self.over:
                return
            if self.chance.random() < 0.7:
                self.told(visitor.post(f"/requests/{request}/acceptance"), (request, "accepted"), self.steps)
            else:
                fields = [("reason", "not-the-right-person"), ("suggested", "nobody")]
                self.told(visitor.post(f"/requests/{request}/refusal", fields), (request, "declined"), self.steps)
        time.sleep(0.02)

    def import_list(self, visitor):
        number = next(self.counts)
        rows = "".join(f"Pat{i},Load{number},p{i}.{number}@load.example,client\n" for i in range(ROWS))
        if visitor.upload("/people-import", "list", "people.csv", "first name,last name,email,role\n" + rows).status != 303:
            return
        form = visitor.get("/people-import/preview").form("/people-import/preview")
        if form:
            with self.lock:
                self.tried.add(number)
            fields = [pair for pair in form["fields"] if pair[0] != "form_token"]
            answer = visitor.post("/people-import/preview", fields)
            self.told(answer, number, self.lists)

    def invite(self, visitor):
        found = self.data.query(
            "SELECT id FROM person p WHERE email_key IS NOT NULL AND NOT EXISTS (SELECT 1 FROM arrival a WHERE a.person_id = p.id) "
            "ORDER BY created_at DESC, id LIMIT 40")
        for (person,) in found:
            if self.over:
                return
            self.told(visitor.post(f"/invitations/people/{person}/mail"), person, self.invited)


def check(data, load):
    """What must hold whenever the program is not running."""
    assert not load.faults, load.faults[:5]
    made = {row[0] for row in data.query("SELECT id FROM match_request")}
    assert {request for _, request in load.asked} <= made, "a request that was acknowledged is gone"
    steps = set(data.query("SELECT request_id, step FROM match_request_step"))
    assert load.steps <= steps, "a step that was acknowledged is gone"
    taken = data.query("SELECT person_id, taken, places FROM practitioner")
    held = dict(data.query(
        "SELECT r.practitioner_id, count(*) FROM match_request r "
        "JOIN match_request_step s ON s.pool_id = r.pool_id AND s.request_id = r.id AND s.number = r.version "
        "WHERE s.step IN ('accepted', 'arranged') OR (s.step = 'chosen' AND EXISTS ("
        "SELECT 1 FROM engagement e JOIN engagement_step t ON t.pool_id = e.pool_id AND t.engagement_id = e.id AND t.number = e.version "
        "WHERE e.pool_id = r.pool_id AND e.request_id = r.id AND t.step <> 'ended')) GROUP BY r.practitioner_id"))
    for person, count, places in taken:
        assert int(count) <= int(places), "more clients than places"
        assert int(count) == int(held.get(person, 0)), "places taken are not those that are held"
    whole = dict(data.query(
        "SELECT family_name, count(*) FROM person WHERE family_name LIKE 'Load%' GROUP BY family_name"))
    assert set(whole.values()) <= {str(ROWS)}, "half a list"
    assert {f"Load{number}" for number in load.lists} <= set(whole), "a list that was acknowledged is gone"
    assert set(whole) <= {f"Load{number}" for number in load.tried}
    invited = {row[0] for row in data.query("SELECT person_id FROM invitation")}
    assert load.invited <= invited, "an invitation that was acknowledged is gone"
    doubles = data.query(
        "SELECT n.person_id FROM invitation n WHERE NOT EXISTS (SELECT 1 FROM invitation_end e WHERE e.invitation_id = n.id) "
        "GROUP BY n.person_id HAVING count(*) > 1")
    assert not doubles, "two invitations stand for one person"
    twice = data.query("SELECT outbox_id FROM mail_delivery WHERE outcome = 'mail.sent' GROUP BY outbox_id HAVING count(*) > 1")
    assert not twice, "a mail was marked as sent twice"
    gaps = data.query(
        "SELECT s.request_id FROM match_request_step s GROUP BY s.request_id HAVING count(*) <> max(s.number)")
    assert not gaps, "steps of a request have a gap"
    if data.engine == "sqlite":
        assert data.one("PRAGMA integrity_check") == "ok" and not data.query("PRAGMA foreign_key_check")


def test_killed_at_any_moment(data, tmp_path):
    chance = random.Random(20261122)
    load = Load(data, chance)
    for _ in range(ROUNDS):
        load.run(house.Program(data, tmp_path), chance.uniform(0.6, 2.0))
        check(data, load)
    assert load.asked and load.steps and load.lists and load.invited, "the load did nothing"
    program = house.Program(data, tmp_path)
    open_items = ("SELECT count(*) FROM outbox_item WHERE done_at IS NULL AND set_aside_at IS NULL AND next_at <= '"
                  + time.strftime("%Y-%m-%dT%H:%M:%S.000Z", time.gmtime()) + "'")
    for _ in range(2400):  # a claim of the dead runs out after two minutes at most
        if data.one(open_items) == "0":
            break
        time.sleep(0.1)
    left = data.one(open_items)
    program.stop()
    assert left == "0", "work that was left behind is not taken up"
    check(data, load)
    print(f"{data.engine}: {ROUNDS} kills; {len(load.asked)} requests, {len(load.steps)} steps, {len(load.lists)} lists, {len(load.invited)} invitations")
