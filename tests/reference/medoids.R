# Makes medoids.json: total deviations of R's pam, and Gower dissimilarities of R's daisy.
# From the repository, with r-cran-cluster and r-cran-jsonlite: Rscript tests/reference/medoids.R > tests/reference/medoids.json

suppressMessages(library(cluster))
suppressMessages(library(jsonlite))
source("tests/reference/zscored.R")

deviation <- function(data, k) {
  run <- pam(data, k)
  list(k = k, deviation = sum(apply(as.matrix(dist(data))[, run$id.med, drop = FALSE], 1, min)))
}

mixed <- data.frame(
  age = c(21, 40, NA, 65, 33, 52, 47, 28),
  spend = c(10.5, 200, 55, 0, 31, 75, NA, 120),
  city = factor(c("a", "b", "a", "c", "b", NA, "a", "c")),
  member = factor(c("yes", "no", "no", "yes", "yes", "no", "yes", "no"))
)

cat(toJSON(list(
  madeBy = paste("R", getRversion(), "cluster", packageVersion("cluster")),
  wine = lapply(c(1, 2, 3, 5), function(k) deviation(zscored("wine"), k)),
  hepta = lapply(c(4, 7), function(k) deviation(zscored("hepta"), k)),
  gower = as.numeric(daisy(mixed, "gower")),
  gowerWeighted = as.numeric(daisy(mixed, "gower", weights = c(1, 2, 0.5, 3)))
), digits = I(17), auto_unbox = TRUE, pretty = TRUE))
