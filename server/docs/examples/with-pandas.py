"""Software revenue of three provinces in pandas: as printed, as a table, its growth, and its sources."""

import json
from urllib.parse import urlencode
from urllib.request import urlopen

import pandas as pd

YOUJU = "http://localhost:8787"

# Both questions below are asked of one version: what is published between them changes nothing.
with urlopen(f"{YOUJU}/api/v1/versions") as answer:
    snapshot = json.load(answer)["snapshot"]


def ask(**more):
    """The answer as a table. Printed numbers stay text: 157372908.0 was printed with that last digit."""
    question = {
        "question": "series",
        "indicator": "software_revenue",
        "region": "110000,320000,440000",
        "compilation": "annual",  # annual report; the monthly statistics (express) differ by up to a third
        "basis": "year",  # whole years only, never beside cumulative or monthly numbers
        "from": "2020",
        "to": "2024",
        "snapshot": snapshot,
        **more,
    }
    text = {"region": str, "period": str, "printed_value": str}
    return pd.read_csv(f"{YOUJU}/api/v1/export/csv?{urlencode(question)}", dtype=text)


levels = ask()
# Nobody printed these growth rates: they are derived, and low and high say what rounding leaves open.
growth = ask(transform="yoy")

pd.set_option("display.unicode.east_asian_width", True)

print("As printed; low and high in yuan")
printed = ["period", "region_name", "printed_value", "printed_unit", "low", "high", "source"]
print(levels[printed].to_string(index=False, float_format="%.0f"))

print("\nIn 100 million yuan")
print((levels.pivot(index="period", columns="region_name", values="value") / 1e8).round(2).to_string())

print("\nDerived growth in percent, with its interval")
print(growth[["period", "region_name", "value", "low", "high"]].to_string(index=False, float_format="%.4f"))

print("\nSources; snapshot", snapshot)
print(levels[["source", "issuers", "title", "published"]].drop_duplicates().to_string(index=False))
