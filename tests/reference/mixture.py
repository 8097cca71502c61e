"""Makes mixture.json: scikit-learn's Gaussian mixtures from given starts, over made points and over the real data.

Run with any Python that has scikit-learn, from the repository: python3 tests/reference/mixture.py > tests/reference/mixture.json
"""

import json
import pathlib

import numpy as np
import sklearn
from sklearn.mixture import GaussianMixture

from points import points

folder = pathlib.Path("../shared/data/clusterbench")


def nearest_start(data, k):
    """Each row's nearest of k rows that stand evenly in the data; of equally near ones the first."""
    starts = data[[i * len(data) // k for i in range(k)]]
    return np.argmin(((data[:, None, :] - starts[None]) ** 2).sum(-1), 1)


class FromLabels(GaussianMixture):
    """The k-means start's place taken by given labels."""

    def from_labels(self, labels):
        self.given = labels
        return self

    def _initialize_parameters(self, X, random_state):
        shares = np.zeros((len(X), self.n_components))
        shares[np.arange(len(X)), self.given] = 1
        self._initialize(X, shares)


def fit(data, k, covariance, **options):
    model = FromLabels(k, covariance_type=covariance, **options).from_labels(nearest_start(data, k)).fit(data)
    return {
        "covariance": covariance,
        "k": k,
        "logLikelihood": float(model.score(data) * len(data)),
        "lowerBound": float(model.lower_bound_),
        "iterations": int(model.n_iter_),
        "converged": bool(model.converged_),
        "bic": float(model.bic(data)),
        "aic": float(model.aic(data)),
        "weights": sorted(model.weights_.tolist()),
        "sizes": sorted(np.bincount(model.predict(data), minlength=k).tolist()),
    }


def zscored(name):
    data = np.loadtxt(folder / f"{name}.data.gz")
    return (data - data.mean(0)) / data.std(0)


kinds = ["full", "tied", "diag", "spherical"]
made = points(300, 4, 21)
print(
    json.dumps(
        {
            "madeBy": f"scikit-learn {sklearn.__version__}",
            "made": [fit(made, 3, kind) for kind in kinds] + [fit(made, 5, kind) for kind in kinds],
            "strict": [fit(made, 4, kind, tol=1e-6, max_iter=30, reg_covar=1e-4) for kind in kinds],
            "means": [fit(made, 3, kind, means_init=made[[0, 100, 200]] + 0.1) for kind in kinds],
            "wine": [fit(zscored("wine"), 3, kind) for kind in kinds],
            "s1": [fit(zscored("s1"), 15, kind) for kind in kinds],
        },
        indent=1,
    )
)
