"""All provinces in DuckDB: the Parquet file is downloaded once, and asked in SQL as often as you like."""

from urllib.parse import urlencode
from urllib.request import urlretrieve

import duckdb

YOUJU = "http://localhost:8787"
QUESTION = {
    "question": "compare",
    "indicator": "software_revenue",
    "regions": "provinces",
    "period": "2024",
    "compilation": "annual",  # the annual report; the monthly statistics (express) differ by up to a third
    "basis": "year",
}
FILE = "software_revenue_2024.parquet"

urlretrieve(f"{YOUJU}/api/v1/export/parquet?{urlencode(QUESTION)}", FILE)

# Values are exact decimals in yuan. The ends of the interval go along: two provinces are in order only
# where their intervals do not meet.
duckdb.sql("""
    SELECT
        rank() OVER (ORDER BY value DESC) AS place,
        region_name,
        printed_value,
        printed_unit,
        low,
        high,
        source,
        published
    FROM 'software_revenue_2024.parquet'
    ORDER BY place
    LIMIT 10
""").show()
