#!/bin/sh
# SPDX-License-Identifier: MIT
# Runs the fuzzers named for SECONDS_EACH seconds, each from its corpus. New inputs go below BUILD; what crashes is kept there and named.
set -u
: "${BUILD:=build/fuzz}" "${SECONDS_EACH:=30}"
bad=0
for name; do
	found=$BUILD/found/$name
	mkdir -p "$found"
	corpus=tests/fuzz/corpus/${name#fuzz_}
	[ -d "$corpus" ] || corpus=
	echo "$name: $SECONDS_EACH s"
	# shellcheck disable=SC2086
	"$BUILD/fuzz/$name" -max_total_time="$SECONDS_EACH" -rss_limit_mb=1024 -timeout=10 -print_final_stats=1 \
		-verbosity=0 -artifact_prefix="$found/" "$found" $corpus 2>&1 | tee "$found.log" | grep -aE 'ERROR|stat::number' 
	grep -aqE 'ERROR|SUMMARY' "$found.log" && bad=1
done
exit $bad
