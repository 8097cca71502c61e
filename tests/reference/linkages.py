"""Makes linkages.json: the heights of SciPy's trees for the points that points.ts makes, sorted, every 50th and the sum.

Run with any Python that has SciPy: python3 tests/reference/linkages.py > tests/reference/linkages.json
"""

import json

import numpy as np
import scipy
from scipy.cluster.hierarchy import fcluster, linkage

from points import points


def tree(method, rows, columns, seed):
    merges = linkage(points(rows, columns, seed), method)
    return {
        "linkage": method,
        "rows": rows,
        "columns": columns,
        "seed": seed,
        "sum": float(merges[:, 2].sum()),
        "heights": np.sort(merges[:, 2])[::50].tolist(),
        "greatest": np.sort(merges[:, 2])[::-1][:10].tolist(),
        "sizesOf7": sorted(np.bincount(fcluster(merges, 7, "maxclust"))[1:].tolist(), reverse=True),
    }


methods = ["average", "complete", "single", "weighted"]
shapes = [(60, 3, 7), (3000, 4, 11), (2500, 12, 5)]
print(
    json.dumps(
        {"madeBy": f"scipy {scipy.__version__}", "trees": [tree(method, *shape) for shape in shapes for method in methods]},
        indent=1,
    )
)
