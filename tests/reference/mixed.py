"""Makes mixed.json: k-prototypes written anew with numpy, over the rows that mixed.test.ts makes.

Run with any Python that has numpy: python3 tests/reference/mixed.py > tests/reference/mixed.json
"""

import json

import numpy as np

from points import mulberry32


def table(rows, seed):
    """Two numbers that tell three clouds apart a little, and two categories that do so mostly; some are missing."""
    random = mulberry32(seed)
    numbers, categories = [], []
    for i in range(rows):
        numbers.append([random() * 2 + i % 3, random() * 3])
        first = i % 3 if random() < 0.8 else int(random() * 3)
        second = -1 if random() < 0.1 else int(random() * 4)
        categories.append([first, second])
    return np.array(numbers), np.array(categories)


def usual_gamma(numbers, categories):
    gini = []
    for column in categories.T:
        shares = np.unique(column, return_counts=True)[1] / len(column)
        gini.append(1 - (shares**2).sum())
    return numbers.var(0).mean() / np.mean(gini)


def mode(values):
    found, counts = np.unique(values, return_counts=True)
    return found[np.argmax(counts)]


def kprototypes(numbers, categories, gamma, start):
    means, modes = numbers[start].copy(), categories[start].copy()
    labels = None
    for _ in range(100):
        distances = np.array(
            [((numbers - m) ** 2).sum(1) + gamma * (categories != c).sum(1) for m, c in zip(means, modes)]
        )
        now = distances.argmin(0)
        if labels is not None and (now == labels).all():
            break
        labels = now
        for part in range(len(start)):
            means[part] = numbers[labels == part].mean(0)
            modes[part] = [mode(column) for column in categories[labels == part].T]
    cost = sum(
        ((numbers[labels == p] - means[p]) ** 2).sum() + gamma * (categories[labels == p] != modes[p]).sum()
        for p in range(len(start))
    )
    order = np.argsort(-np.bincount(labels), kind="stable")
    return {
        "start": start,
        "gamma": gamma,
        "cost": float(cost),
        "sizes": sorted(np.bincount(labels).tolist(), reverse=True),
        "means": means[order].tolist(),
        "modes": modes[order].tolist(),
    }


def found(rows, seed, start, gamma=None):
    numbers, categories = table(rows, seed)
    gamma = float(usual_gamma(numbers, categories)) if gamma is None else gamma
    return {"rows": rows, "seed": seed, **kprototypes(numbers, categories, gamma, start)}


print(
    json.dumps(
        {
            "madeBy": f"numpy {np.__version__}",
            "cases": [
                found(200, 3, [0, 1, 2]),
                found(200, 4, [5, 20, 60, 100]),
                found(151, 5, [7, 8], 0.25),
                found(300, 6, [0, 100, 200, 250, 299], 4.0),
            ],
        },
        indent=1,
    )
)
