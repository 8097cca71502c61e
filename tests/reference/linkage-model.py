"""Makes linkage-model.json: Fellegi-Sunter models learnt by expectation and maximisation in NumPy, pair by pair.

The pairs are drawn from known shares, the same as linkage-model.test.ts draws. Nothing is taken from the engine: every
pair has a row of its own here, where the engine works on patterns with counts.
Run from the repository: python3 tests/reference/linkage-model.py > tests/reference/linkage-model.json
"""

import json

import numpy as np

from points import mulberry32

levels = [8, 5, 4, 6, 3]
truth = {
    "m": [
        [0.8, 0.02, 0.08, 0.03, 0.02, 0.02, 0.02, 0.01],
        [0.75, 0.03, 0.04, 0.04, 0.14],
        [0.8, 0.03, 0.03, 0.14],
        [0.6, 0.1, 0.02, 0.1, 0.06, 0.12],
        [0.94, 0.04, 0.02],
    ],
    "u": [
        [0.01, 0.002, 0.004, 0.01, 0.03, 0.004, 0.04, 0.9],
        [0.004, 0.001, 0.005, 0.01, 0.98],
        [0.006, 0.002, 0.002, 0.99],
        [0.004, 0.006, 0.01, 0.05, 0.08, 0.85],
        [0.004, 0.016, 0.98],
    ],
    "h": [
        [0.02, 0.002, 0.008, 0.04, 0.7, 0.02, 0.01, 0.2],
        [0.06, 0.005, 0.005, 0.01, 0.92],
        [0.45, 0.01, 0.01, 0.53],
        [0.85, 0.07, 0.03, 0.03, 0.01, 0.01],
        [0.005, 0.015, 0.98],
    ],
}
# What the engine believes at first (match-model.ts).
guess_m = [
    [0.72, 0.02, 0.1, 0.04, 0.03, 0.03, 0.04, 0.02],
    [0.7, 0.05, 0.05, 0.05, 0.15],
    [0.75, 0.03, 0.05, 0.17],
    [0.6, 0.08, 0.04, 0.08, 0.06, 0.14],
    [0.94, 0.04, 0.02],
]
guess_h = [
    [0.03, 0.002, 0.02, 0.05, 0.66, 0.02, 0.018, 0.2],
    [0.08, 0.005, 0.005, 0.01, 0.9],
    [0.5, 0.01, 0.02, 0.47],
    [0.84, 0.06, 0.03, 0.04, 0.02, 0.01],
    [0.01, 0.02, 0.97],
]
size = 20000


def drawn(seed, shares):
    """Vectors of levels, -1 for missing; shares of one customer and of households."""
    random = mulberry32(seed)
    rows = []
    for _ in range(size):
        at = random()
        kind = "m" if at < shares[0] else "h" if at < shares[0] + shares[1] else "u"
        row = []
        for field, count in enumerate(levels):
            missing = random() < 0.1
            left = random()
            level = 0
            while level < count - 1 and left >= truth[kind][field][level]:
                left -= truth[kind][field][level]
                level += 1
            row.append(-1 if missing else level)
        rows.append(row)
    return np.array(rows)


def shares_of(vectors, field, weights, start):
    counts = np.array(start, dtype=float)
    for level in range(levels[field]):
        counts[level] += weights[vectors[:, field] == level].sum()
    return np.maximum(1e-12, counts / counts.sum())


def fit(vectors, households, guess_weight, sessions=None, iterations=200, tolerance=1e-6):
    """sessions: (mask of pairs, fields the way of blocking looks at); one of all pairs without."""
    sessions = sessions or [(np.ones(len(vectors), bool), [])]
    n = len(vectors)
    same = (((vectors == 0) | (vectors == 1)).sum(1) >= 2).astype(float)
    house = np.zeros(n)
    m, h = [np.array(s) for s in guess_m], [np.array(s) for s in guess_h]

    def learn_u():
        return [shares_of(vectors, f, 1 - same - house, [0.5 / c] * c) for f, c in enumerate(levels)]

    def learn(guess, weights):
        learnt = []
        for f in range(len(levels)):
            mask = sum(np.where(rows, 1, 0) for rows, used in sessions if f not in used)
            learnt.append(shares_of(vectors, f, weights * mask, np.array(guess[f]) * guess_weight))
        return learnt

    u = learn_u()
    prior = min(0.5, max(1, 0.2 * n) / n)
    house_prior = prior / 2 if households else 0.0
    count, change = 0, np.inf
    while count < iterations and change > tolerance:
        count += 1
        likelihoods = []
        for shares, weight in ((m, prior), (u, 1 - prior - house_prior), (h, house_prior)):
            product = np.full(n, weight)
            for f in range(len(levels)):
                known = vectors[:, f] >= 0
                product[known] *= shares[f][vectors[known, f]]
            likelihoods.append(product)
        total = sum(likelihoods)
        same, house = likelihoods[0] / total, likelihoods[2] / total
        next_m, next_u = learn(guess_m, same), learn_u()
        next_h = learn(guess_h, house) if households else h
        change = max(
            np.abs(a - b).max() for old, new in ((m, next_m), (u, next_u), (h, next_h)) for a, b in zip(old, new)
        )
        m, u, h = next_m, next_u, next_h
        prior = max(0.5 / n, same.sum() / n)
        house_prior = max(0.5 / n, house.sum() / n) if households else 0.0
    return {
        "m": [s.tolist() for s in m],
        "u": [s.tolist() for s in u],
        "h": [s.tolist() for s in h],
        "prior": prior,
        "householdPrior": house_prior,
        "iterations": count,
    }


two = drawn(11, (0.1, 0))
three = drawn(12, (0.08, 0.12))
sessions = [(three[:, 2] == 0, [2]), (three[:, 3] <= 2, [3]), (np.ones(size, bool), [])]
print(
    json.dumps(
        {
            "madeBy": f"NumPy {np.__version__}",
            "size": size,
            "truth": truth,
            "classic": fit(two, False, 0),
            "households": fit(three, True, 30),
            "sessions": fit(three, True, 5, sessions),
        },
        indent=1,
    )
)
