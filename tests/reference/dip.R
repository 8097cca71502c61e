# Makes dip.json: dips by R's diptest (Debian: r-cran-diptest).
# Rscript tests/reference/dip.R > tests/reference/dip.json
library(diptest)
data(statfaculty)
set.seed(3)
sizes <- c(2, 3, 5, 9, 17, 40)
cases <- c(
  list(statfaculty, faithful$eruptions),
  lapply(sizes, runif),
  lapply(sizes, function(n) c(rnorm(n), rnorm(n, 5))),
  lapply(sizes, function(n) round(rnorm(n), 1)),
  lapply(sizes, function(n) sample(1:6, n, TRUE)),
  lapply(sizes, rexp)
)
line <- function(x) {
  sprintf('{"dip": %.17g, "values": [%s]}', dip(x), paste(sprintf("%.17g", sort(x)), collapse = ", "))
}
p <- function(level, n) sprintf("[%s, %s, %.17g]", n, level, qDiptab[n, level])
data(qDiptab)
tails <- outer(c("0.5", "0.95", "0.99", "0.999", "0.9999"), c("10", "30", "50", "100", "500", "5000", "20000"), Vectorize(p))
cat(sprintf(
  '{"madeBy": "R diptest %s",\n "cases": [\n%s\n],\n "quantiles": [%s]}\n',
  packageVersion("diptest"), paste(sapply(cases, line), collapse = ",\n"), paste(tails, collapse = ", ")
))
