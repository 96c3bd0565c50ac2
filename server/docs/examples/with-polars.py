"""Software revenue of three provinces in polars (1.0 or later): as printed, and a column for each."""

from urllib.parse import urlencode
from urllib.request import urlopen

import polars as pl

YOUJU = "http://localhost:8787"
QUESTION = {
    "question": "series",
    "indicator": "software_revenue",
    "region": "110000,320000,440000",
    "compilation": "annual",  # the annual report; the monthly statistics (express) differ by up to a third
    "basis": "year",  # whole years only, never beside cumulative or monthly numbers
    "from": "2020",
    "to": "2024",
}
COLUMNS = [
    "period", "region_name", "value", "low", "high", "printed_value", "printed_unit", "source", "title",
]

with urlopen(f"{YOUJU}/api/v1/export/csv?{urlencode(QUESTION)}") as answer:
    file = answer.read()

# Read as text first: a printed number keeps its last digit. What is calculated with becomes a number.
numbers = pl.read_csv(file, infer_schema_length=0).select(COLUMNS)
numbers = numbers.with_columns(pl.col("value", "low", "high").cast(pl.Float64))

with pl.Config(tbl_rows=-1, tbl_cols=-1, fmt_str_lengths=40):
    print(numbers)
    print(numbers.pivot(on="region_name", index="period", values="value"))
