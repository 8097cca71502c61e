"""Makes validity.json: indices of scikit-learn, SciPy and R's cluster for the points that points.ts makes.

Run with any Python that has scikit-learn, and R beside it: python3 tests/reference/validity.py > tests/reference/validity.json
"""

import json
import subprocess
import tempfile

import numpy as np
import sklearn
from scipy.stats import norm
from sklearn.cluster import KMeans
from sklearn.metrics import calinski_harabasz_score, davies_bouldin_score, silhouette_score

from points import points


def bic(data, labels, k):
    n, d = data.shape
    means = np.array([data[labels == c].mean(0) for c in range(k)])
    off = data - means[labels]
    width = np.sqrt((off**2).sum() / (d * (n - k)))
    chance = np.log(np.bincount(labels) / n)[labels].sum() + norm.logpdf(off, 0, width).sum()
    return chance - (k - 1 + k * d + 1) / 2 * np.log(n)


def gaps(data):
    """R's clusGap, 500 reference sets in the box along the principal axes."""
    with tempfile.NamedTemporaryFile("w", suffix=".csv") as file:
        np.savetxt(file, data, delimiter=",", fmt="%.17g")
        file.flush()
        code = (
            f'library(cluster); set.seed(1); x <- as.matrix(read.csv("{file.name}", header=FALSE));'
            "g <- clusGap(x, function(x, k) list(cluster=kmeans(x, k, nstart=20)$cluster), K.max=6, B=500,"
            'd.power=2, spaceH0="scaledPCA", verbose=FALSE); write.csv(g$Tab, stdout())'
        )
        out = subprocess.run(["Rscript", "-e", code], capture_output=True, text=True, check=True).stdout
    return [[float(cell) for cell in line.split(",")[3:]] for line in out.strip().split("\n")[1:]]


data = points(200, 3, 5)
rows = []
for k in (2, 3, 4, 7):
    labels = KMeans(k, n_init=3, random_state=k).fit(data).labels_
    rows.append(
        {
            "k": k,
            "labels": labels.tolist(),
            "silhouette": float(silhouette_score(data, labels)),
            "calinskiHarabasz": float(calinski_harabasz_score(data, labels)),
            "daviesBouldin": float(davies_bouldin_score(data, labels)),
            "bic": float(bic(data, labels, k)),
        }
    )
print(
    json.dumps(
        {"madeBy": f"scikit-learn {sklearn.__version__}, R cluster", "indices": rows, "gaps": gaps(data), "uniformGaps": gaps(points(200, 3, 5) - 2 * (np.arange(200) % 3)[:, None])}
    )
)
