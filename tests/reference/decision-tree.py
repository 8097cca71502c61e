"""Makes decision-tree.json: how often scikit-learn's decision trees are right about wine and hepta, by depth.

Run with any Python that has it, and with the folder of the data: python3 decision-tree.py DATA > decision-tree.json
"""

import json
import sys

import numpy as np
import sklearn
from sklearn.tree import DecisionTreeClassifier


def rights(name, weight):
    data = np.loadtxt(f"{sys.argv[1]}/clusterbench/{name}.data.gz")
    labels = np.loadtxt(f"{sys.argv[1]}/clusterbench/{name}.labels0.gz").astype(int)
    found = []
    for depth in range(1, 7):
        # Ties are broken at random: what several seeds give is what can be compared.
        seen = {
            int((DecisionTreeClassifier(max_depth=depth, class_weight=weight, random_state=seed)
                 .fit(data, labels).predict(data) == labels).sum())
            for seed in range(20)
        }
        found.append(sorted(seen))
    return found


print(
    json.dumps(
        {
            "madeBy": f"scikit-learn {sklearn.__version__}",
            "right": {
                name: {"plain": rights(name, None), "balanced": rights(name, "balanced")}
                for name in ["wine", "hepta"]
            },
        },
        indent=1,
    )
)
