# The z-scores of one of the real data sets, with population standard deviations as the engine has them.
zscored <- function(name) {
  data <- as.matrix(read.table(gzfile(file.path("../shared/data/clusterbench", paste0(name, ".data.gz")))))
  apply(data, 2, function(column) (column - mean(column)) / sqrt(mean((column - mean(column))^2)))
}
