# Makes density.json: what R's dbscan package finds by HDBSCAN* in made points and in the real data.
# From the repository, with r-cran-dbscan and r-cran-jsonlite: Rscript tests/reference/density.R > tests/reference/density.json

suppressMessages(library(dbscan))
suppressMessages(library(jsonlite))
source("tests/reference/zscored.R")

# Three clouds of quasi-random points of different density, and a few stray ones, the same as density.test.ts makes.
made <- function(rows, columns) {
  steps <- c(0.7548776662466927, 0.5698402909980532, 0.4301597090019468, 0.3247179572447460)
  outer(0:(rows - 1), 1:columns, function(i, j) {
    part <- ((i + 1) * steps[j]) %% 1
    ifelse(i %% 10 == 9, 8 * part - 1, part^2 * (0.5 + i %% 3) + 2.5 * (i %% 3))
  })
}

letter <- c(0:9, letters)
found <- function(data, minPts) {
  run <- hdbscan(data, minPts = minPts)
  first <- seq_len(min(20, nrow(data)))
  list(
    minPts = minPts,
    clusters = paste(letter[run$cluster + 1], collapse = ""),
    stabilities = sort(as.numeric(run$cluster_scores)),
    probabilities = run$membership_prob[first],
    probabilitySum = sum(run$membership_prob),
    outliers = run$outlier_scores[first],
    outlierSum = sum(run$outlier_scores),
    coreSum = sum(run$coredist)
  )
}

cat(toJSON(list(
  madeBy = paste("R", getRversion(), "dbscan", packageVersion("dbscan")),
  made = list(found(made(400, 2), 5), found(made(400, 2), 12), found(made(300, 4), 8)),
  wine = list(found(zscored("wine"), 5)),
  hepta = list(found(zscored("hepta"), 5), found(zscored("hepta"), 20)),
  s1 = list(found(zscored("s1"), 20), found(zscored("s1"), 50)),
  s2 = list(found(zscored("s2"), 25)),
  d31 = list(found(zscored("d31"), 30))
), digits = I(17), auto_unbox = TRUE, pretty = TRUE))
