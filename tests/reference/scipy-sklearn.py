"""Makes scipy-sklearn.json: what SciPy and scikit-learn give for the points that points.ts makes.

Run with any Python that has both: python3 tests/reference/scipy-sklearn.py > tests/reference/scipy-sklearn.json
"""

import json

import numpy as np
import scipy
import sklearn
from scipy.cluster.hierarchy import fcluster, linkage
from scipy.stats import skew
from sklearn.cluster import KMeans
from sklearn.decomposition import PCA
from sklearn.metrics import adjusted_rand_score, silhouette_samples, silhouette_score

from points import points


def kmeans(data, starts, tolerance):
    run = KMeans(len(starts), init=starts, n_init=1, tol=tolerance, algorithm="lloyd").fit(data)
    return run, {"tolerance": tolerance, "inertia": float(run.inertia_), "iterations": int(run.n_iter_)}


small = linkage(points(40, 3, 7), "ward")
large = linkage(points(2500, 3, 11), "ward")
data = points(200, 2, 5)
run, _ = kmeans(data, data[:4], 1e-4)
lost = np.array([[0.5, 0.5], [100, 100], [101, 101], [4.5, 4.5]])
axes = PCA(2).fit(points(50, 3, 9))

print(
    json.dumps(
        {
            "madeBy": f"scipy {scipy.__version__}, scikit-learn {sklearn.__version__}",
            "tree40": {
                "left": small[:, 0].astype(int).tolist(),
                "right": small[:, 1].astype(int).tolist(),
                "heights": small[:, 2].tolist(),
                "sizes": small[:, 3].astype(int).tolist(),
            },
            "tree2500": {
                "sum": float(large[:, 2].sum()),
                "greatest": large[::-1, 2][:10].tolist(),
                "least": large[:5, 2].tolist(),
                "sizesOf5": sorted(np.bincount(fcluster(large, 5, "maxclust"))[1:].tolist(), reverse=True),
            },
            "kmeans": [kmeans(data, data[:4], tolerance)[1] for tolerance in (1e-4, 0, 1e-2, 0.3)],
            "lostStarts": {"starts": lost.tolist(), **kmeans(data, lost, 1e-4)[1]},
            "silhouette": {
                "mean": float(silhouette_score(data, run.labels_)),
                "first": silhouette_samples(data, run.labels_)[:4].tolist(),
            },
            "adjustedRand": float(adjusted_rand_score([0, 0, 0, 1, 1, 1, 2, 2, 2, 2], [0, 0, 1, 1, 1, 2, 2, 2, 2, 0])),
            "axes": {
                "explained": axes.explained_variance_ratio_.tolist(),
                "firstRow": np.abs(axes.transform(points(50, 3, 9))[0]).tolist(),
            },
            "skewness": float(skew([1, 2, 2, 3, 50])),
        },
        indent=1,
    )
)
