# Software revenue of three provinces in base R: the numbers as printed, a table, their sources.

youju <- "http://localhost:8787"
question <- c(
  question = "series",
  indicator = "software_revenue",
  region = "110000,320000,440000",
  compilation = "annual", # the annual report; the monthly statistics (express) differ by up to a third
  basis = "year", # whole years only, never beside cumulative or monthly numbers
  from = "2020",
  to = "2024"
)
query <- paste(names(question), sapply(question, URLencode, reserved = TRUE), sep = "=", collapse = "&")

# All columns as text: a printed number keeps its last digit. What is calculated with becomes a number.
numbers <- read.csv(
  paste0(youju, "/api/v1/export/csv?", query),
  colClasses = "character", encoding = "UTF-8"
)
for (column in c("value", "low", "high")) numbers[[column]] <- as.numeric(numbers[[column]])

options(width = 200, scipen = 20)
print(
  numbers[c("period", "region_name", "printed_value", "printed_unit", "low", "high", "source")],
  row.names = FALSE
)

cat("\nIn 100 million yuan\n")
print(round(tapply(numbers$value / 1e8, numbers[c("period", "region_name")], sum), 2))

cat("\nSources\n")
print(unique(numbers[c("source", "issuers", "title", "published")]), row.names = FALSE)
