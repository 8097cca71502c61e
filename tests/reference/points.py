"""The points of points.ts, made in Python: what the other scripts here hand to scikit-learn and SciPy."""

import numpy as np


def mulberry32(seed):
    """The engine's createRandom: numbers in [0, 1)."""
    state = seed & 0xFFFFFFFF

    def step():
        nonlocal state
        state = (state + 0x6D2B79F5) & 0xFFFFFFFF
        t = ((state ^ (state >> 15)) * (state | 1)) & 0xFFFFFFFF
        t ^= (t + (((t ^ (t >> 7)) * (t | 61)) & 0xFFFFFFFF)) & 0xFFFFFFFF
        return ((t ^ (t >> 14)) & 0xFFFFFFFF) / 4294967296

    return step


def points(rows, columns, seed):
    """Three clouds of uniform points on the diagonal."""
    random = mulberry32(seed)
    return np.array([[random() + 2 * (i % 3) for _ in range(columns)] for i in range(rows)])
