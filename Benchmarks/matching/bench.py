#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""Confidant's matching engine beside what people would otherwise install, in one run, alternating.

    bench.py [--confidant PATH] [--jobs best,stable,...] [--sizes 10000x4000,...] [--runs 5] [--out FILE]

Makes a virtual environment and the problems under .cache/ on first use. Each peer is a process of its own that loads the
data once; then ours and the peers take turns, so that a busy machine hurts all alike. Times are build and solve (arrays
or lists to answer, reading files excluded for everybody); the ratio is the best peer's median over ours.
"""
import argparse, json, os, platform, statistics, subprocess, sys, time

HERE = os.path.dirname(os.path.abspath(__file__))
CACHE = os.path.join(HERE, '.cache')
DATA = os.path.join(CACHE, 'data')
PYTHON = os.path.join(CACHE, 'venv', 'bin', 'python')
PACKAGES = ['numpy', 'scipy', 'ortools', 'highspy', 'duckdb', 'pandas', 'matching', 'psycopg[binary]']

# job: sizes with the most runs that are worth their time, peers with the largest size they finish in time
JOBS = {
    'best': (['1000x500', '10000x4000', '100000x40000'], {'ortools_mcf': 100000, 'scipy_sparse': 10000}),
    'stable': (['1000x500', '10000x4000'], {'matching_hr': 10000}),
    'max-min': (['10000x4000', '100000x40000'], {'maxmin_ortools': 100000, 'maxmin_scipy': 10000}),
    'rank-maximal': (['1000x500', '10000x4000'], {'rankmax_highs': 10000}),
    'search': (['10000', '100000', '1000000'], {'numpy': 10 ** 6, 'duckdb': 10 ** 6, 'sqlite_scan': 10 ** 5, 'pg_bits_scan': 10 ** 5}),
}
SLOW = {('matching_hr', '10000x4000'): 1, ('rankmax_highs', '10000x4000'): 3}
QUERIES = {'numpy': 200, 'duckdb': 100, 'sqlite_scan': 50, 'pg_bits_scan': 50}


def prepare():
    if not os.path.exists(PYTHON):
        subprocess.run([sys.executable, '-m', 'venv', os.path.join(CACHE, 'venv')], check=True)
        subprocess.run([PYTHON, '-m', 'pip', '-q', 'install', *PACKAGES], check=True)
    if not os.path.exists(os.path.join(DATA, 'queries-1000000.jsonl')):
        for script in ('gen_cohort.py', 'gen_directory.py'):
            subprocess.run([PYTHON, os.path.join(HERE, script), DATA], check=True)


class Peer:
    """A peer's process: each line sent is one run, each line that comes back its result."""

    def __init__(self, job, name, size):
        environment = dict(os.environ, MATCH_DATA=DATA, OMP_NUM_THREADS='1', OPENBLAS_NUM_THREADS='1')
        self.process = subprocess.Popen(
            [PYTHON, os.path.abspath(__file__), '--worker', job, name, size], text=True, env=environment,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.read()

    def read(self):
        line = self.process.stdout.readline()
        if not line:
            raise RuntimeError('the peer has ended')
        return json.loads(line)

    def run(self):
        self.process.stdin.write('run\n')
        self.process.stdin.flush()
        return self.read()

    def close(self):
        self.process.stdin.close()
        self.process.wait()


def worker(job, name, size):
    """Loads once, then runs once for each line on standard input."""
    print_ = lambda value: print(json.dumps(value), flush=True)
    if job == 'search':
        import numpy as np, peers_directory as peers
        data, queries = peers.load(int(size))
        engine = peers.ENG[name](data)
        queries = queries[:QUERIES[name]]
        print_({})
        try:
            for _ in sys.stdin:
                times = []
                for query in queries:
                    begin = time.perf_counter()
                    engine.q(query)
                    times.append(time.perf_counter() - begin)
                print_(dict(p50=1e3 * float(np.percentile(times, 50)), p99=1e3 * float(np.percentile(times, 99))))
        finally:
            if hasattr(engine, 'close'):
                engine.close()
        return
    import peers_cohort as peers
    data = peers.load(size)
    print_({})
    for _ in sys.stdin:
        answer = getattr(peers, name)(data)
        result = dict(build=1e3 * answer[0], solve=1e3 * answer[1])
        if len(answer) == 4:
            result['matched'], result['score'] = peers.check(data, answer[2], answer[3])
        else:
            result['matched'], result['value'] = answer[2]
        print_(result)


def file(name):
    path = os.path.join(DATA, name)
    return path if os.path.exists(path) else path + '.gz'


def ours(confidant, job, size):
    if job == 'search':
        command = ['search', file(f'directory-{size}.jsonl'), file(f'queries-{size}.jsonl'), '--json',
                   '--out', os.path.join(CACHE, 'answers.tsv')]
    else:
        command = ['round', file(f'cohort-{size}.tsv'), '--capacities', file(f'cohort-{size}.caps.tsv'), '--goal', job, '--json']
    done = subprocess.run([confidant, 'match', *command], check=True, capture_output=True, text=True)
    answer = json.loads(done.stdout)
    if job == 'search':
        return dict(p50=answer['p50_ms'], p99=answer['p99_ms'], bytes=answer['bytes_per_practitioner'])
    return dict(build=1e3 * answer['build_seconds'], solve=1e3 * answer['solve_seconds'], matched=answer['matched'],
                score=answer['score'], value=answer.get('minimum'), bytes=answer['peak_bytes'])


def measure(confidant, job, size, runs):
    """Alternating runs of ours and every peer: name -> list of results."""
    scale = int(size.split('x')[0])
    names = [name for name, most in JOBS[job][1].items() if scale <= most]
    peers, results = {}, {'confidant': []}
    for name in names:
        try:
            peers[name] = Peer(job, name, size)
            results[name] = []
        except Exception as error:
            print(f'{name} left out: {error}', file=sys.stderr)
    try:
        for turn in range(runs):
            results['confidant'].append(ours(confidant, job, size))
            for name, peer in peers.items():
                if turn < SLOW.get((name, size), runs):
                    results[name].append(peer.run())
    finally:
        for peer in peers.values():
            peer.close()
    return results


def median(results, key):
    return statistics.median(key(result) for result in results)


def rows(job, size, results):
    """Lines of the table, the best peer's ratio first."""
    total = (lambda r: r['p50']) if job == 'search' else (lambda r: r['build'] + r['solve'])
    solve = (lambda r: r['p99']) if job == 'search' else (lambda r: r['solve'])
    own = results['confidant']
    lines = []
    for name, found in results.items():
        mine = name == 'confidant'
        check = ''
        if not mine and job in ('best', 'stable'):
            check = 'same' if (found[0]['matched'], found[0]['score']) == (own[0]['matched'], own[0]['score']) else 'DIFFERENT'
        if not mine and job == 'max-min':
            check = 'same' if (found[0]['matched'], found[0]['value']) == (own[0]['matched'], own[0]['value']) else 'DIFFERENT'
        if not mine and job == 'rank-maximal':
            check = 'same' if found[0]['matched'] == own[0]['matched'] else 'DIFFERENT'
        ratio = '' if mine else f'{median(found, total) / median(own, total):.1f}'
        second = '' if mine else f'{median(found, solve) / median(own, solve):.1f}'
        memory = f"{own[0]['bytes'] / (1 if job == 'search' else 1e6):.1f}" if mine else ''
        lines.append(f'| {job} | {size} | {name} | {median(found, total):.3f} | {median(found, solve):.3f} | {ratio} | {second} '
                     f'| {len(found)} | {memory} | {check} |')
    return lines


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('--worker', nargs=3)
    parser.add_argument('--confidant', default=os.path.join(HERE, '..', '..', '.build', 'release', 'confidant'))
    parser.add_argument('--jobs', default=','.join(JOBS))
    parser.add_argument('--sizes', default='')
    parser.add_argument('--runs', type=int, default=5)
    parser.add_argument('--out')
    options = parser.parse_args()
    if options.worker:
        return worker(*options.worker)
    prepare()
    lines = [f'{time.strftime("%Y-%m-%d %H:%M")}, {platform.processor() or platform.machine()}, {os.cpu_count()} cores, '
             f'load {os.getloadavg()[0]:.1f} at the start', '',
             '| job | size | program | build and solve ms (search: p50) | solve ms (search: p99) | ratio | ratio of solve (p99) | runs '
             '| MB (search: bytes each) | answer |', '|---|---|---|---|---|---|---|---|---|---|']
    print('\n'.join(lines), flush=True)
    for job in options.jobs.split(','):
        for size in JOBS[job][0]:
            if options.sizes and size not in options.sizes.split(','):
                continue
            fresh = rows(job, size, measure(options.confidant, job, size, options.runs))
            print('\n'.join(fresh), flush=True)
            lines += fresh
    lines += ['', f'load {os.getloadavg()[0]:.1f} at the end']
    print(lines[-1])
    if options.out:
        with open(options.out, 'w') as output:
            output.write('\n'.join(lines) + '\n')


if __name__ == '__main__':
    main()
