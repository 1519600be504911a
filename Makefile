# SPDX-License-Identifier: EUPL-1.2
# Everything that people and CI do here. Each target installs what it lacks and says so.

.PHONY: build run check format test long bench bench-match clean

build: ## the release program at .build/release/confidant
	@Scripts/need build
	swift build -c release --product confidant --explicit-target-dependency-import-check error
	@echo "built .build/release/confidant"

run: build ## a pool of people who do not exist, to try everything
	.build/release/confidant demo

check: ## format, lint, architecture, generated files
	@Scripts/check

format: ## put all Swift files in the house's form
	swift format --in-place --recursive --parallel Package.swift Sources Tests Benchmarks

test: check ## check and every test, sampled where full size is long
	@Scripts/test

long: check ## the same at full size: differential, fuzz, a hundred thousand items, every page in every variant
	@FULL=1 CONFIDANT_LONG=1 Scripts/test
	@Tests/Fuzz/run

bench: ## the house on both engines, and the room's cryptography, as ratios in one run
	@Benchmarks/run

bench-match: build ## the matching engine against the solvers that people would otherwise install
	python3 Benchmarks/matching/bench.py

clean:
	rm -rf .build .cache
