"""Makes preparation.json: what SciPy and scikit-learn give for the columns that prepared-columns.ts makes.

Run with any Python that has both: python3 tests/reference/preparation.py > tests/reference/preparation.json
"""

import json
import math

import numpy as np
import scipy
import sklearn
from scipy.stats import median_abs_deviation, pearsonr, skew, yeojohnson, yeojohnson_normmax
from sklearn.preprocessing import MinMaxScaler, PowerTransformer, RobustScaler, StandardScaler

from points import mulberry32


def columns(rows):
    """Skewed to the right, to the left, both ways, large, small, even, and with repeats."""
    random = mulberry32(17)
    made = {key: [] for key in ("right", "left", "mixed", "large", "small", "even", "repeats")}
    for _ in range(rows):
        bell = sum(random() for _ in range(12)) - 6
        made["right"].append(-math.log(1 - random()) * 40)
        made["left"].append(5 + math.log(1 - random()) * 3)
        made["mixed"].append(bell * bell * bell)
        made["large"].append(math.exp(8 + bell))
        made["small"].append((random() - 0.3) / 1000)
        made["even"].append(random() * 10 - 5)
        made["repeats"].append(math.floor(random() * random() * 8))
    return {key: np.array(values, dtype=float) for key, values in made.items()}


def head(values):
    return [float(value) for value in np.ravel(values)[:5]]


def facts(x):
    column = x.reshape(-1, 1)
    power = PowerTransformer("yeo-johnson", standardize=True).fit(column)
    bent, found = yeojohnson(x)
    return {
        "lambda": float(yeojohnson_normmax(x)),
        "lambdaByScikit": float(power.lambdas_[0]),
        "yeoJohnson": head(bent),
        "power": head(power.transform(column)),
        "fixed": {str(given): head(yeojohnson(x, given)) for given in (-1.5, 0, 0.5, 2, 3)},
        "zscore": head(StandardScaler().fit_transform(column)),
        "robust": head(RobustScaler().fit_transform(column)),
        "minmax": head(MinMaxScaler().fit_transform(column)),
        "quantiles": [float(q) for q in np.quantile(x, [0.01, 0.25, 0.5, 0.9, 0.99])],
        "mad": float(median_abs_deviation(x, scale="normal")),
        "skewness": float(skew(x)),
    }


made = columns(400)
print(
    json.dumps(
        {
            "madeBy": f"scipy {scipy.__version__}, scikit-learn {sklearn.__version__}",
            "columns": {key: facts(values) for key, values in made.items()},
            "correlation": float(pearsonr(made["right"], made["right"] + made["even"])[0]),
        },
        indent=1,
    )
)
