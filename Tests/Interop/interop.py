#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""Compares `confidant match` with OR-Tools and `matching` on random problems, and tries hostile files.

    interop.py --confidant .build/release/confidant [--problems 60] [--seed 1]

Needs Python with numpy, ortools and matching (the environment that the benchmarks make has them). Ends with 1 and names
the problem where anything differs.
"""
import argparse, gzip, json, os, random, subprocess, sys, tempfile


def problem(rng):
    """Pairs (client, practitioner, score, practitioner's score) and capacities, of any shape."""
    clients, practitioners = rng.choice([(5, 3), (30, 12), (120, 40), (400, 150)])
    low, high = rng.choice([(1, 3), (1, 100), (-50, 50), (0, 10 ** 6), (-10 ** 6, 10 ** 6)])
    density = rng.choice([0.02, 0.1, 0.4])
    capacities = [rng.choice([0, 1, 1, 2, 3, rng.randint(0, 30)]) for _ in range(practitioners)]
    pairs = [(i, j, rng.randint(low, high), rng.randint(low, high))
             for i in range(clients) for j in range(practitioners) if i % 11 and rng.random() < density]
    return pairs, capacities


def confidant(binary, folder, pairs, capacities, goal):
    edges, caps, out = (os.path.join(folder, name) for name in ('edges.tsv.gz', 'caps.tsv', 'out.tsv'))
    with gzip.open(edges, 'wt') as file:
        file.writelines('\t'.join(map(str, pair)) + '\n' for pair in pairs)
    with open(caps, 'w') as file:
        file.writelines(f'{j}\t{capacity}\n' for j, capacity in enumerate(capacities))
    command = [binary, 'match', 'round', edges, '--capacities', caps, '--goal', goal, '--out', out, '--json']
    summary = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    with open(out) as file:
        matching = dict(map(int, line.split('\t')) for line in file)
    return summary, matching


def feasible(pairs, capacities, matching, summary):
    score = {(i, j): s for i, j, s, _ in pairs}
    assert all((i, j) in score for i, j in matching.items()), 'a pair that is not acceptable'
    for j, capacity in enumerate(capacities):
        assert sum(1 for held in matching.values() if held == j) <= capacity, 'over capacity'
    assert summary['matched'] == len(matching), 'wrong number in the summary'
    assert summary['score'] == sum(score[pair] for pair in matching.items()), 'wrong score in the summary'


def best_by_ortools(pairs, capacities, floor=None):
    """Size and score of the best matching, by maximum flow at minimum cost."""
    from ortools.graph.python import min_cost_flow
    pairs = [pair for pair in pairs if floor is None or pair[2] >= floor]
    if not pairs:
        return 0, 0
    flow = min_cost_flow.SimpleMinCostFlow()
    clients = sorted({pair[0] for pair in pairs})
    node = {i: n for n, i in enumerate(clients)}
    source, sink = len(clients) + len(capacities), len(clients) + len(capacities) + 1
    for i in clients:
        flow.add_arc_with_capacity_and_unit_cost(source, node[i], 1, 0)
    arcs = [flow.add_arc_with_capacity_and_unit_cost(node[i], len(clients) + j, 1, 10 ** 6 - s) for i, j, s, _ in pairs]
    for j, capacity in enumerate(capacities):
        flow.add_arc_with_capacity_and_unit_cost(len(clients) + j, sink, capacity, 0)
    flow.set_node_supply(source, len(clients))
    flow.set_node_supply(sink, -len(clients))
    assert flow.solve_max_flow_with_min_cost() == flow.OPTIMAL
    used = [pair for pair, arc in zip(pairs, arcs) if flow.flow(arc)]
    return len(used), sum(pair[2] for pair in used)


def stable_by_matching(pairs, capacities, optimal):
    """The stable matching that is best for one side, by the package `matching`."""
    from matching.games import HospitalResident
    residents, hospitals = {}, {}
    for i, j, s, t in pairs:
        if capacities[j]:
            residents.setdefault(i, []).append((-s, j))
            hospitals.setdefault(j, []).append((-t, i))
    if not residents:
        return {}
    name = lambda letter, values: [f'{letter}{value}' for _, value in sorted(values)]
    game = HospitalResident.create_from_dictionaries(
        {f'r{i}': name('h', values) for i, values in residents.items()},
        {f'h{j}': name('r', values) for j, values in hospitals.items()},
        {f'h{j}': capacities[j] for j in hospitals})
    found = game.solve(optimal=optimal)
    return {int(r.name[1:]): int(h.name[1:]) for h, held in found.items() for r in held}


def compare(binary, folder, pairs, capacities):
    summary, matching = confidant(binary, folder, pairs, capacities, 'best')
    feasible(pairs, capacities, matching, summary)
    best = best_by_ortools(pairs, capacities)
    assert (summary['matched'], summary['score']) == best, f'best: {summary} but OR-Tools {best}'
    for goal, optimal in (('stable', 'resident'), ('stable-practitioner', 'hospital')):
        summary, matching = confidant(binary, folder, pairs, capacities, goal)
        feasible(pairs, capacities, matching, summary)
        assert matching == stable_by_matching(pairs, capacities, optimal), f'{goal} differs from `matching`'
    summary, matching = confidant(binary, folder, pairs, capacities, 'max-min')
    feasible(pairs, capacities, matching, summary)
    if matching:
        floor = summary['minimum']
        assert (summary['matched'], summary['score']) == best_by_ortools(pairs, capacities, floor), 'max-min at its floor'
        assert best_by_ortools(pairs, capacities, floor + 1)[0] < best[0], 'a higher floor is possible'
    summary, matching = confidant(binary, folder, pairs, capacities, 'rank-maximal')
    feasible(pairs, capacities, matching, summary)
    assert sum(summary['signature']) == summary['matched'], 'signature'


HOSTILE = {
    'empty line': (b'0\t0\t1\t1\n\n', ':2:1:'), 'columns': (b'0\t0\t1\n', ':1:6:'), 'NaN': (b'0\t0\tNaN\t1\n', ':1:5:'),
    'CRLF': (b'0\t0\t1\t1\r\n', ':1:8:'), 'mark': (b'\xef\xbb\xbf0\t0\t1\t1\n', ':1:1:'),
    'range': (b'0\t0\t1000001\t1\n', ':1:5:'), 'number': (b'2147483648\t0\t1\t1\n', ':1:1:'),
    'stranger': (b'0\t9\t1\t1\n', ':1:3:'), 'twice': (b'0\t0\t1\t1\n0\t0\t2\t2\n', ':2:1:'),
    'truncated': (gzip.compress(b'0\t0\t1\t1\n' * 99)[:-9], ': the gzip'),
    'damaged': (gzip.compress(b'0\t0\t1\t1\n')[:-6] + b'abcdef', ': the gzip'),
}


def hostile(binary, folder):
    caps, out, edges = (os.path.join(folder, name) for name in ('caps.tsv', 'none.tsv', 'hostile.tsv'))
    with open(caps, 'w') as file:
        file.write('0\t1\n1\t1\n')
    for name, (content, place) in HOSTILE.items():
        with open(edges, 'wb') as file:
            file.write(content)
        command = [binary, 'match', 'round', edges, '--capacities', caps, '--goal', 'best', '--out', out]
        done = subprocess.run(command, capture_output=True, text=True)
        assert done.returncode == 2, f'{name}: exit code {done.returncode} {done.stderr}'
        assert place in done.stderr, f'{name}: {done.stderr}'
        assert not [left for left in os.listdir(folder) if left.startswith('none')], f'{name}: a partial output'


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('--confidant', default='.build/release/confidant')
    parser.add_argument('--problems', type=int, default=60)
    parser.add_argument('--seed', type=int, default=1)
    options = parser.parse_args()
    sys.setrecursionlimit(10 ** 6)
    with tempfile.TemporaryDirectory() as folder:
        hostile(options.confidant, folder)
        for number in range(options.problems):
            try:
                compare(options.confidant, folder, *problem(random.Random(options.seed * 1000 + number)))
            except AssertionError as error:
                print(f'problem {number} of seed {options.seed}: {error}')
                return 1
    print(f'{options.problems} problems agree with OR-Tools and matching; {len(HOSTILE)} hostile files are refused')
    return 0


if __name__ == '__main__':
    sys.exit(main())
