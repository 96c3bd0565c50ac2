#!/bin/sh
# A question in words. Look at `outcome` before you quote `sentence`: it says whether there is an answer.
set -eu

YOUJU=http://localhost:8787

# --data-urlencode: the words may be Chinese. `today` is the day from which 去年 counts.
curl -fsS -G "$YOUJU/api/v1/ask" \
  --data-urlencode 'q=2024年广东的软件业务收入是多少' -d today=2025-06-30 -d lang=zh
