#!/bin/sh
# What stands behind one number: its document, place, other statements, checks, and a citation to paste.
set -eu

YOUJU=http://localhost:8787

# The id names the fact: indicator~region~period~basis, and the compilation where compilations differ.
curl -fsS "$YOUJU/api/v1/evidence/software_revenue~440000~2024~year~annual"
