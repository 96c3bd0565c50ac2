#!/bin/sh
# Software revenue of Beijing, Jiangsu and Guangdong: first as JSON, then the same question as a CSV file.
set -eu

YOUJU=http://localhost:8787

# -f: an error ends the program instead of being saved as data. The basis is named: whole years only.
curl -fsS -G "$YOUJU/api/v1/series" \
  -d indicator=software_revenue -d region=110000,320000,440000 \
  -d compilation=annual -d basis=year -d from=2023 -d to=2024

# A row for each number: its value, interval (low, high), how it was printed, and its document.
curl -fsS -G "$YOUJU/api/v1/export/csv" -o software_revenue.csv \
  -d question=series -d indicator=software_revenue -d region=110000,320000,440000 \
  -d compilation=annual -d basis=year -d from=2023 -d to=2024
