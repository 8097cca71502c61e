# Forecasts of a file of series by ets of R's package forecast: reads the file, its period and "go", a line each, and answers.
suppressMessages(library(forecast))
cat(sprintf("%s, forecast %s\n", R.version.string, packageVersion("forecast")))
input <- file("stdin", "r")
repeat {
  question <- readLines(input, n = 1)
  if (length(question) == 0) break
  asked <- strsplit(question, "\t")[[1]]
  rows <- read.csv(asked[1])
  period <- as.integer(asked[2])
  rows <- rows[seq(1, nrow(rows), by = as.integer(asked[3])), ]
  all <- lapply(strsplit(as.character(rows$values), " "), as.numeric)
  began <- proc.time()[[3]]
  errors <- mapply(function(values, horizon) {
    n <- length(values) - horizon
    ahead <- as.numeric(forecast(ets(ts(values[1:n], frequency = period)), h = horizon)$mean)
    came <- values[n + 1:horizon]
    mean(200 * abs(ahead - came) / (abs(ahead) + abs(came)))
  }, all, rows$horizon)
  cat(sprintf("%.3f\t%.4f\n", proc.time()[[3]] - began, mean(errors)))
}
