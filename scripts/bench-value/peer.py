"""The same fit and the same values by numpy and scipy, vectorised: reads questions, a line each, and answers in JSON."""
import json, sys, time
import numpy as np, scipy
from scipy.optimize import minimize
from scipy.special import gammaln, digamma, hyp2f1

folder = sys.argv[1]
columns = {name: np.fromfile(f'{folder}/{name}.f64').reshape(4, -1) for name in ('fit', 'value')}
print(json.dumps(f'scipy {scipy.__version__}, numpy {np.__version__}'), flush=True)


def negative(theta, x, tx, t):
    """Negative log-likelihood of BG/NBD and its gradient, by the logarithms of the parameters."""
    r, alpha, a, b = np.exp(theta)
    seen, last = np.log(alpha + t), np.log(alpha + tx)
    again = x > 0
    below = np.where(again, b + x - 1, 1)
    stays = -(r + x) * seen
    leaves = np.where(again, np.log(a) - np.log(below) - (r + x) * last, -np.inf)
    together = np.logaddexp(stays, leaves)
    lost = np.exp(leaves - together)
    kept = 1 - lost
    value = np.sum(gammaln(r + x) - gammaln(r) + r * np.log(alpha) + gammaln(a + b) + gammaln(b + x) - gammaln(b) - gammaln(a + b + x) + together)
    both = digamma(a + b) - digamma(a + b + x)
    gradient = np.array([
        np.sum(digamma(r + x) - digamma(r) + np.log(alpha) - kept * seen - lost * last),
        np.sum(r / alpha - (r + x) * (kept / (alpha + t) + lost / (alpha + tx))),
        np.sum(both + lost / a),
        np.sum(both + digamma(b + x) - digamma(b) - np.where(again, lost / below, 0)),
    ])
    return -value / len(x), -gradient * np.exp(theta) / len(x)


def fit():
    x, tx, t, _ = columns['fit']
    unit = t.max() / 10
    found = minimize(negative, np.log([0.3, 1, 0.8, 2.5]), args=(x, tx / unit, t / unit), jac=True, method='L-BFGS-B',
        options={'ftol': 1e-14, 'gtol': 1e-9})
    parameters = np.exp(found.x)
    parameters[1] *= unit
    return parameters


def expected(parameters, horizon):
    """Expected orders by the published formula, with the part that does not depend on the horizon."""
    r, alpha, a, b = parameters
    x, tx, t, _ = columns['value']
    alive = 1 / (1 + np.where(x > 0, a / np.where(x > 0, b + x - 1, 1) * ((alpha + t) / (alpha + tx)) ** (r + x), 0))
    def orders(time):
        inner = ((alpha + t) / (alpha + t + time)) ** (r + x) * hyp2f1(r + x, b + x, a + b + x - 1, time / (alpha + t + time))
        return alive * (a + b + x - 1) / (a - 1) * (1 - inner)
    return orders


def mean_value(parameters):
    p, q, v = parameters
    x, _, _, mean = columns['value']
    return p * (v + x * mean) / (p * x + q - 1)


for question in sys.stdin:
    asked = json.loads(question)
    began = time.perf_counter()
    if asked['what'] == 'fit':
        answer = list(fit())
    elif asked['what'] == 'orders':
        answer = float(np.sum(expected(asked['buying'], asked['horizon'])(asked['horizon']) * mean_value(asked['value'])))
    else:
        # Discounted month by month, as is usual where there is no formula.
        orders, before, total = expected(asked['buying'], asked['horizon']), 0, 0
        for month in range(12):
            until = orders((month + 1) * asked['horizon'] / 12)
            total = total + (until - before) * np.exp(-asked['rate'] * (month + 0.5) * asked['horizon'] / 12)
            before = until
        answer = float(np.sum(total * mean_value(asked['value'])))
    print(json.dumps({'seconds': time.perf_counter() - began, 'answer': answer}), flush=True)
