# Wellspring. `make help` lists what can be done; `make run` starts it; `make test` proves it.
# Written for GNU make 3.81 and bash 3.2, so that it runs on macOS as it comes.

SHELL := bash
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.SUFFIXES:

PORT ?= 8080
DEMO ?= 1

# Named one by one, because ./... would walk into node_modules, where some packages ship Go files.
GO_PACKAGES := ./api/... ./cmd/... ./pkg/... ./deploy
GO_FORMATTED := api cmd pkg deploy/*.go

# Folders are listed beside files: a folder's time changes when one of its files is added or deleted.
GO_SOURCES := go.mod go.sum $(shell find api cmd pkg \( -type d -o -type f ! -name '*_test.go' \) ! -path '*/testdata*' 2>/dev/null)
FRONTEND_SOURCES := $(wildcard frontend/*.html frontend/*.json frontend/*.ts frontend/*.js frontend/*.cjs frontend/*.mjs) \
	$(shell find frontend/src frontend/public 2>/dev/null)

# What is committed although a program wrote it; `make check-generated` fails when one of them is not current.
GENERATED := api/openapi.json frontend/src/api/schema.d.ts pkg/platform/markdown/highlight.css

VERSION := $(shell git describe --tags --always --dirty 2>/dev/null || echo unversioned)
export CGO_ENABLED := 0

CHECKS := check-generated check-format check-arch lint frontend-types frontend-lint frontend-knip frontend-words
TESTS := frontend-unit frontend-size test-go test-browser

.PHONY: help
help: ## List what can be done
	@awk 'BEGIN {FS = ":.*## "} /^[a-z-]+:.*## / {printf "  make %-16s %s\n", $$1, $$2}' Makefile
	@echo "  Settings of run: PORT=8080 DEMO=1, as in: make run PORT=9000 DEMO=0"

## The everyday targets

.PHONY: setup
setup: frontend/node_modules/.installed deploy/local/node_modules/.installed bin/tools/.built ## Install the pinned packages and tools into this folder

.PHONY: build
build: bin/wellspring frontend/dist/index.html ## Build bin/wellspring and the frontend

.PHONY: run
run: build deploy/local/node_modules/.installed ## Set up, build and start with a private Postgres and Meilisearch
	@exec bin/wellspring local --data .local --port $(PORT) $(if $(filter-out 0 no false,$(DEMO)),--demo)

.PHONY: test
test: ## Set up and run everything that must hold
	@MAKE="$(MAKE)" deploy/tools/stages prerequisites test-setup build $(CHECKS) $(TESTS)

.PHONY: check
check: ## Run the checks that take no running service: generated code, formatting, linters, architecture, types
	@MAKE="$(MAKE)" deploy/tools/stages setup build $(CHECKS)

.PHONY: bench
bench: build deploy/local/node_modules/.installed ## Measure speed beside pgbench on a large data set
	@go run ./cmd/bench

.PHONY: gen
gen: gen-code ## Write the generated files anew
	@cd frontend && npm run --silent i18n:extract

.PHONY: fmt
fmt: frontend/node_modules/.installed ## Format Go and TypeScript
	@gofmt -s -w $(GO_FORMATTED)
	@cd frontend && npm run --silent fmt

.PHONY: clean
clean: ## Remove what was built and installed; data in .local stays
	@rm -rf bin frontend/dist frontend/node_modules deploy/local/node_modules

## What they are made of; each can be called by itself

.PHONY: prerequisites
prerequisites:
	@deploy/tools/require go node cc chromium

# The tools compile while npm waits for the network.
.PHONY: test-setup
test-setup:
	@$(MAKE) --no-print-directory -j2 setup

.PHONY: gen-code
gen-code: bin/wellspring frontend/node_modules/.installed
	@go generate $(GO_PACKAGES)
	@bin/wellspring openapi > api/openapi.json.new && mv api/openapi.json.new api/openapi.json
	@cd frontend && npm run --silent gen

.PHONY: check-generated
check-generated: bin/wellspring frontend/node_modules/.installed
	@deploy/tools/unchanged $(GENERATED) -- $(MAKE) --no-print-directory gen-code

.PHONY: check-format
check-format:
	@files=$$(gofmt -s -l $(GO_FORMATTED)); if [ -n "$$files" ]; then \
		echo "not formatted; run make fmt:"; echo "$$files"; exit 1; fi

.PHONY: check-arch
check-arch:
	@go test ./pkg/arch

.PHONY: lint
lint: bin/tools/.built
	@bin/tools/golangci-lint run $(GO_PACKAGES)

.PHONY: frontend-types
frontend-types: frontend/node_modules/.installed
	@cd frontend && npm run --silent typecheck

.PHONY: frontend-lint
frontend-lint: frontend/node_modules/.installed
	@cd frontend && npm run --silent lint

.PHONY: frontend-knip
frontend-knip: frontend/node_modules/.installed
	@cd frontend && npm run --silent knip

.PHONY: frontend-words
frontend-words: frontend/node_modules/.installed
	@cd frontend && npm run --silent i18n:check

.PHONY: frontend-unit
frontend-unit: frontend/node_modules/.installed
	@cd frontend && npm test --silent

.PHONY: frontend-size
frontend-size: frontend/dist/index.html
	@cd frontend && npm run --silent size

.PHONY: test-go
test-go: bin/tools/.built deploy/local/node_modules/.installed
	@CGO_ENABLED=1 bin/tools/gotestsum --format pkgname --format-hide-empty-pkg --hide-summary=skipped -- \
		-race -timeout 20m $(GO_PACKAGES)

.PHONY: test-browser
test-browser: build deploy/local/node_modules/.installed
	@chromium=$$(deploy/tools/require chromium) && cd frontend && CHROMIUM="$$chromium" npm run --silent e2e

## Files

# Rewritten only when it differs, so that a new commit rebuilds the program once and nothing else does.
bin/.version: FORCE
	@mkdir -p bin
	@[ "$$(cat $@ 2>/dev/null)" = "$(VERSION)" ] || echo "$(VERSION)" > $@

bin/wellspring: $(GO_SOURCES) bin/.version
	@deploy/tools/require go
	@echo "building bin/wellspring $(VERSION)"
	@go build -trimpath -buildvcs=false -ldflags '-s -w -X main.version=$(VERSION)' -o $@ ./cmd/wellspring
	@touch $@

frontend/dist/index.html: $(FRONTEND_SOURCES) frontend/node_modules/.installed
	@echo "building the frontend"
	@cd frontend && npm run --silent build -- --logLevel warn
	@touch $@

# npm ci empties node_modules first, so an interrupted run leaves no stamp behind.
%/node_modules/.installed: %/package.json %/package-lock.json
	@deploy/tools/require node
	@echo "installing the packages of $*"
	@cd $* && npm ci --no-audit --no-fund --loglevel=error
	@touch $@

bin/tools/.built: deploy/tools/go.mod deploy/tools/go.sum
	@deploy/tools/require go
	@echo "building golangci-lint and gotestsum"
	@mkdir -p bin/tools
	@go -C deploy/tools build -trimpath -buildvcs=false -o ../../bin/tools/ tool
	@touch $@

.PHONY: FORCE
FORCE:
