#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""The house beside what it could be at most, in one run, alternating; the bars are those of the budgets in Benchmarks/README.md.

    bench.py [--jobs page,write,start,import,directory] [--seconds 4] [--rounds 5] [--out FILE]

Wants release builds of `confidant` and `house-bench`, `wrk`, and, for the second engine, an address in CONFIDANT_TEST_POSTGRES
(`Scripts/with-postgres` gives one). Medians of rounds; ratios are made round by round and their median is told.
"""
import argparse, csv, http.client, json, os, pathlib, re, shutil, sqlite3, statistics, subprocess, sys, tempfile, time, urllib.parse, uuid

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = str(ROOT / '.build/release/confidant')
BENCH = str(ROOT / '.build/release/house-bench')
POSTGRES = os.environ.get('CONFIDANT_TEST_POSTGRES')
WRITERS = 16
RESULTS = []


def tell(job, what, figure, unit, bar=None):
    RESULTS.append({'job': job, 'what': what, 'figure': figure, 'unit': unit, 'bar': bar})
    print(f'{job:10} {what:66} {figure:>12} {unit}' + (f'   bar {bar}' if bar else ''), flush=True)


def load():
    return os.getloadavg()[0]


class Databases:
    """Places for databases of this run: files in one folder, or databases of the throw-away server."""

    def __init__(self, folder):
        self.folder = folder

    def new(self, engine):
        name = 'bench_' + uuid.uuid4().hex[:12]
        if engine == 'sqlite':
            return str(self.folder / (name + '.sqlite'))
        subprocess.run(['psql', '-q', POSTGRES, '-c', f'CREATE DATABASE {name}'], check=True)
        place = urllib.parse.urlsplit(POSTGRES)
        return urllib.parse.urlunsplit(place._replace(path='/' + name))


class Serving:
    """A server process that prints its port."""

    def __init__(self, *command):
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        self.port = int(re.search(r'(\d+)\s*$', self.process.stdout.readline()).group(1))

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait()


class Visitor:
    """One browser on one connection that stays open."""

    def __init__(self, port, person=None):
        self.connection = http.client.HTTPConnection('127.0.0.1', port)
        self.cookie = None
        if person:
            headers = self.ask('GET', '/demo/enter/' + person)[1]
            self.cookie = headers['Set-Cookie'].split(';')[0]

    def ask(self, method, path, body=None):
        headers = {'Host': 'localhost', 'Cookie': self.cookie or ''}
        if body is not None:
            headers |= {'Content-Type': 'application/x-www-form-urlencoded', 'Origin': 'http://localhost'}
        self.connection.request(method, path, body, headers)
        answer = self.connection.getresponse()
        return answer.status, answer.headers, answer.read().decode()

    def token(self, path):
        return re.search(r'name="form_token" value="([^"]+)"', self.ask('GET', path)[2]).group(1)

    def search(self, **fields):
        body = urllib.parse.urlencode({'form_token': self.token('/find'), **fields}, doseq=True)
        status, _, text = self.ask('POST', '/find', body)
        if status != 303:
            raise RuntimeError(f'the search was refused: {status}')


def fill(databases, engine, practitioners):
    database = databases.new(engine)
    told = subprocess.run(
        [BENCH, 'fill', '--database', database, '--practitioners', str(practitioners)], check=True, capture_output=True, text=True)
    return database, json.loads(told.stdout)


def wrk(port, path, seconds, cookie='', script=None, connections=WRITERS):
    command = ['wrk', '-t1', f'-c{connections}', f'-d{seconds}s', '-H', 'Host: localhost', '-H', f'Cookie: {cookie}']
    if script:
        command += ['-s', str(script)]
    out = subprocess.run([*command, f'http://127.0.0.1:{port}{path}'], check=True, capture_output=True, text=True).stdout
    if 'Non-2xx' in out:
        raise RuntimeError(out)
    return float(re.search(r'Requests/sec:\s+([\d.]+)', out).group(1))


def page(options, databases):
    """A signed-in page with its database reads, against the same template from constants and against a bare route."""
    database, people = fill(databases, 'sqlite', 1000)
    with Serving(BENCH, 'serve', '--database', database) as ours, \
            Serving(BENCH, 'constants', '--database', database, '--client', people['client']) as peers:
        client = Visitor(ours.port, people['client'])
        client.search()
        for port, path, cookie in [(ours.port, '/find', client.cookie), (peers.port, '/page', ''), (peers.port, '/bare', '')]:
            wrk(port, path, 1, cookie)
        rounds = []
        for _ in range(options.rounds):
            rounds.append((
                wrk(ours.port, '/find', options.seconds, client.cookie), wrk(peers.port, '/page', options.seconds),
                wrk(peers.port, '/bare', options.seconds)))
        for name, column in (('directory page, signed in', 0), ('the same template from constants', 1), ('a bare route', 2)):
            tell('page', name, round(statistics.median(r[column] for r in rounds)), 'requests/s')
        tell('page', 'against the template from constants', round(statistics.median(r[0] / r[1] for r in rounds), 2), 'ratio', '0.5')
        tell('page', 'against a bare route', round(statistics.median(r[0] / r[2] for r in rounds), 2), 'ratio', '0.3 (stretch)')
        weigh(ours, client)


def weigh(ours, client):
    import gzip
    html = client.ask('GET', '/find')[2]
    sheet = re.search(r'href="([^"]+\.css)"', html).group(1)
    style = client.ask('GET', sheet)[2]
    tell('page', 'its HTML and CSS, compressed', round(sum(len(gzip.compress(t.encode())) for t in (html, style)) / 1000, 1), 'kB', '30')


WRITE_SCRIPT = '''
local clients = {CLIENTS}
local next = 0
request = function()
  next = next % #clients + 1
  local c = clients[next]
  return wrk.format("POST", nil, {["Host"]="localhost", ["Cookie"]=c[1], ["Origin"]="http://localhost",
    ["Content-Type"]="application/x-www-form-urlencoded"}, c[2])
end
'''


def write(options, databases):
    """A durable write through HTTP by 16 clients, against bare commits of the same rows with the same durability."""
    for engine in engines():
        database, people = fill(databases, engine, 1000)
        with Serving(BENCH, 'serve', '--database', database) as ours:
            clients = []
            for person in people['practitioners']:
                visitor = Visitor(ours.port, person)
                fields = {
                    'form_token': visitor.token('/practice/profile'), 'approach': 'I listen first.', 'methods': '',
                    'discipline': 'coaching', 'specialism': 'career', 'fluent': 'en', 'format': 'video', 'experience': 'established',
                    'fee': 'free', 'places': '3'}
                fields = choose_known(visitor, fields)
                body = urllib.parse.urlencode(fields)
                status, headers, text = visitor.ask('POST', '/practice/profile', body)
                if status != 303:
                    raise RuntimeError(f'the draft was refused: {status}')
                clients.append((visitor.cookie, body))
            script = databases.folder / 'write.lua'
            script.write_text(WRITE_SCRIPT.replace('CLIENTS', ','.join(f'{{{json.dumps(c)},{json.dumps(b)}}}' for c, b in clients)))
            rounds = []
            bare = bare_sqlite if engine == 'sqlite' else bare_postgres
            wrk(ours.port, '/practice/profile', 1, script=script)
            for _ in range(options.rounds):
                rounds.append((
                    wrk(ours.port, '/practice/profile', options.seconds, script=script), bare(database, people, options.seconds)))
        tell('write', f'{engine}: drafts saved through HTTP by {WRITERS} clients', round(statistics.median(r[0] for r in rounds)), 'writes/s')
        tell('write', f'{engine}: bare commits of the same rows', round(statistics.median(r[1] for r in rounds)), 'commits/s')
        tell('write', f'{engine}: ratio', round(statistics.median(r[0] / r[1] for r in rounds), 2), 'ratio', '0.7')


def choose_known(visitor, fields):
    """For each group of choices the first that the form offers."""
    html = visitor.ask('GET', '/practice/profile')[2]
    for name in ('discipline', 'specialism', 'fluent', 'format', 'experience', 'fee'):
        fields[name] = re.search(rf'name="{name}"[^>]*value="([^"]+)"', html).group(1)
    return fields


UPSERT = '''INSERT INTO practitioner_profile (pool_id, person_id, edition, approach, methods, choices, places, saved_at, saved_by)
    VALUES ({0}, {1}, 'draft', 'I listen first.', '', 'discipline.coaching specialism.career fluent.en format.video', 3, {2}, {1})
    ON CONFLICT (pool_id, person_id, edition) DO UPDATE SET approach = excluded.approach, methods = excluded.methods,
    choices = excluded.choices, places = excluded.places, saved_at = excluded.saved_at, saved_by = excluded.saved_by'''


def bare_sqlite(database, people, seconds):
    """One writer after the other is all that the engine allows; one connection that never waits is its best case, and
    sixteen that wait for each other are slower."""
    connection = sqlite3.connect(database, isolation_level=None)
    for pragma in ('journal_mode=WAL', 'synchronous=FULL', 'foreign_keys=ON', 'secure_delete=ON', 'busy_timeout=5000'):
        connection.execute('PRAGMA ' + pragma)
    pool = connection.execute('SELECT id FROM pool').fetchone()[0]
    statement = UPSERT.format('?1', '?2', '?3')
    end = time.monotonic() + seconds
    count, begun = 0, time.monotonic()
    while time.monotonic() < end:
        connection.execute('BEGIN IMMEDIATE')
        connection.execute(statement, (pool, people['practitioners'][count % WRITERS], f'2026-11-22T00:00:00.{count % 1000:03}Z'))
        connection.execute('COMMIT')
        count += 1
    connection.close()
    return count / (time.monotonic() - begun)


def bare_postgres(database, people, seconds):
    pool = subprocess.run(['psql', '-qAt', database, '-c', 'SELECT id FROM pool'], check=True, capture_output=True, text=True).stdout.strip()
    script = pathlib.Path(tempfile.gettempdir()) / f'bare-{uuid.uuid4().hex}.sql'
    persons = people['practitioners']
    # Each client of pgbench writes its own row, as each visitor does.
    array = ','.join(f"'{p}'" for p in persons)
    script.write_text('BEGIN;\n' + UPSERT.format(f"'{pool}'", f"(ARRAY[{array}])[:client_id + 1]", "'2026-11-22T00:00:00.000Z'").replace('\n', ' ') + ';\nCOMMIT;\n')
    pgbench = shutil.which('pgbench') or sorted(pathlib.Path('/usr/lib/postgresql').glob('*/bin/pgbench'))[-1]
    out = subprocess.run(
        [str(pgbench), '-n', '-M', 'prepared', '-c', str(WRITERS), '-j', '1', '-T', str(seconds), '-f', str(script), database],
        check=True, capture_output=True, text=True).stdout
    script.unlink()
    return float(re.search(r'tps = ([\d.]+) \(without', out).group(1))


def start(options, databases):
    """From the start of the process to the first page, and its memory when nobody asks for anything."""
    database, _ = fill(databases, 'sqlite', 1000)
    keys = databases.folder / 'keys'
    subprocess.run([PROGRAM, 'keys', 'init', '--keys', str(keys)], check=True, stdout=subprocess.DEVNULL)
    times, memory = [], []
    for _ in range(options.rounds):
        begun = time.monotonic()
        with Serving(PROGRAM, 'serve', '--database', database, '--listen', '127.0.0.1:0', '--keys', str(keys)) as server:
            if Visitor(server.port).ask('GET', '/')[0] != 200:
                raise RuntimeError('the first page did not answer')
            times.append(time.monotonic() - begun)
            time.sleep(2)
            status = pathlib.Path(f'/proc/{server.process.pid}/status').read_text()
            memory.append(int(re.search(r'VmRSS:\s+(\d+)', status).group(1)) / 1000)
    tell('start', 'process to first page', round(statistics.median(times), 3), 's', '0.3')
    tell('start', 'memory at rest', round(statistics.median(memory), 1), 'MB', '80')


def importing(options, databases):
    people = databases.folder / 'people.csv'
    with people.open('w', newline='') as file:
        rows = csv.writer(file)
        rows.writerow(['First name', 'Last name', 'Email', 'Organisation', 'Role', 'Job title', 'Department'])
        for n in range(50_000):
            rows.writerow([f'Given{n % 997}', f'Family{n}', f'person{n}@example.org', f'Organisation {n % 26}', 'client', 'Officer', f'D{n % 90}'])
    for engine in engines():
        times = []
        for _ in range(3):
            database = databases.new(engine)
            run = lambda *words: subprocess.run([PROGRAM, *words], check=True, capture_output=True, text=True).stdout
            run('migrate', '--database', database)
            run('pool', 'create', '--database', database, '--id', 'bench', '--name', 'Bench')
            begun = time.monotonic()
            told = json.loads(run('import', str(people), '--database', database, '--pool', 'bench', '--json'))
            times.append(time.monotonic() - begun)
            if told['imported'] != 50_000:
                raise RuntimeError('not everybody was imported')
        tell('import', f'{engine}: 50,000 rows', round(statistics.median(times), 2), 's', '10')


SEARCHES = {
    'nothing in particular': {},
    'one specialism': {'specialism': 1},
    'eight filters': {'discipline': 1, 'specialism': 2, 'language': 1, 'format': 1, 'region': 1, 'sector': 1, 'adjustment': 1},
}


def directory(options, databases):
    """The directory's page among a thousand and among a hundred thousand, asked in turn."""
    for engine in engines():
        small, large = (fill(databases, engine, n) for n in (1000, 100_000))
        with Serving(BENCH, 'serve', '--database', small[0]) as first, Serving(BENCH, 'serve', '--database', large[0]) as second:
            visitors = [Visitor(first.port, small[1]['client']), Visitor(second.port, large[1]['client'])]
            for name, wanted in SEARCHES.items():
                samples = ([], [])
                for attempt in range(20):
                    for visitor in visitors:
                        visitor.search(**offered(visitor, wanted))
                    for _ in range(10):
                        for visitor, kept in zip(visitors, samples):
                            begun = time.perf_counter()
                            visitor.ask('GET', '/find')
                            kept.append(time.perf_counter() - begun)
                times = [statistics.median(kept) * 1000 for kept in samples]
                tell('directory', f'{engine}: {name}, 1,000 and 100,000', f'{times[0]:.1f} / {times[1]:.1f}', 'ms')
                tell('directory', f'{engine}: {name}, growth', round(times[1] / times[0], 2), 'times', '1.2')


def offered(visitor, wanted):
    html = visitor.ask('GET', '/find')[2]
    return {name: re.findall(rf'name="{name}"[^>]*value="([^"]+)"', html)[:count] for name, count in wanted.items()}


def engines():
    return ['sqlite', 'postgres'] if POSTGRES else ['sqlite']


JOBS = {'page': page, 'write': write, 'start': start, 'import': importing, 'directory': directory}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--jobs', default=','.join(JOBS))
    parser.add_argument('--seconds', type=int, default=4)
    parser.add_argument('--rounds', type=int, default=5)
    parser.add_argument('--out', help='the figures as JSON')
    options = parser.parse_args()
    before = load()
    with tempfile.TemporaryDirectory(prefix='confidant-bench-', dir=os.environ.get('BENCH_DIR')) as folder:
        databases = Databases(pathlib.Path(folder))
        for job in options.jobs.split(','):
            JOBS[job](options, databases)
    tell('machine', f'{os.cpu_count()} processors; load before and after', f'{before:.1f} / {load():.1f}', '')
    if options.out:
        pathlib.Path(options.out).write_text(json.dumps(RESULTS, indent=1))


if __name__ == '__main__':
    sys.exit(main())
