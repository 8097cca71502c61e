"""Makes ward-cuts.json: SciPy's Ward heights and cuts of the points that points.ts makes.

Run with any Python that has SciPy: python3 tests/reference/ward-cuts.py > tests/reference/ward-cuts.json
"""

import json

import numpy as np
import scipy
from scipy.cluster.hierarchy import fcluster, linkage

from points import points

tree = linkage(points(300, 5, 21), "ward")
print(
    json.dumps(
        {
            "madeBy": f"scipy {scipy.__version__}",
            "rows": 300,
            "columns": 5,
            "seed": 21,
            "heights": tree[:, 2].tolist(),
            "byParts": [{"k": k, "labels": fcluster(tree, k, "maxclust").tolist()} for k in (2, 3, 7, 20)],
            "byHeight": [
                {"height": height, "labels": fcluster(tree, height, "distance").tolist()} for height in (0.0, 0.5, 1.0, 2.5, 1e9)
            ],
        }
    )
)
