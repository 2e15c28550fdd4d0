# Every target installs what it needs into .venv; nothing is done by hand.

PYTHON ?= $(shell sh .ci/python)
VENV := .venv
BIN := $(VENV)/bin
SUPPLY := .cache/supply
RUN := $(BIN)/python -m generator
export NO_MKDOCS_2_WARNING := 1

.DEFAULT_GOAL := help
.PHONY: help site init publish serve check import changes dossier test quick lint fuzz seam bom audit bench finding bless new lock chromium clean

help: ## 列出各个命令 · List the targets
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 12

site: $(VENV)/.site ## 检查记录，生成网站 site/；记录可以变少时加 FEWER=1，打包成不上网能看的 site.zip 加 PORTABLE=1，带上修改历史加 HISTORY=1 · Check the records and build site/; FEWER=1 if records may go, PORTABLE=1 for a zip that opens from a disc, HISTORY=1 with what became of records
	@mkdir -p .cache
	$(if $(HISTORY),$(RUN) history --out .cache/history.json $(if $(PUBLISHED),--published "$(PUBLISHED)") $(if $(SINCE),--since "$(SINCE)"))
	$(RUN) build $(if $(FEWER),--fewer-records) $(if $(PORTABLE),--portable) $(if $(HISTORY),--history .cache/history.json)

init: $(VENV)/.site ## 接手：make init NAME=某市民政局 PLACE=某市 REPO=https://… CONTACT=某信箱；不在 GitHub 上的加 SITE=https://…/ · Make this repository your own
	@$(RUN) init --name "$(NAME)" --place "$(PLACE)" --repo "$(REPO)" --contact "$(CONTACT)" --site "$(SITE)"

publish: $(VENV)/.site ## 生成网站，打包成 site.tar 和它的 SHA-256，放到任何服务器；ARCHIVE=别的文件，带上修改历史加 HISTORY=1 · The site as one file for any host; HISTORY=1 with what became of records
	@mkdir -p .cache
	$(if $(HISTORY),$(RUN) history --out .cache/history.json $(if $(PUBLISHED),--published "$(PUBLISHED)") $(if $(SINCE),--since "$(SINCE)"))
	$(RUN) publish --archive "$(or $(ARCHIVE),site.tar)" $(if $(FEWER),--fewer-records) $(if $(HISTORY),--history .cache/history.json)

serve: $(VENV)/.site ## 在 http://127.0.0.1:8000/ 看网站，边改边看 · Show the site and follow changes
	$(RUN) serve

check: $(VENV)/.site ## 检查记录；FIX=1 把只有一种正确写法的改好 · Check the records; FIX=1 mends what has one right spelling; FORMAT=github annotates a pull request
	$(RUN) check $(if $(FIX),--fix) --format $(or $(FORMAT),text)

changes: $(VENV)/.site ## 两个提交之间，公布过的记录改了什么 make changes RANGE=main..HEAD · What became of published records; ends with 1 where something changed silently
	@$(RUN) changes "$(or $(RANGE),main..HEAD)" --format $(or $(FORMAT),text)

dossier: $(VENV)/.site ## 审核人的核对单 make dossier RANGE=main..HEAD · What a change of records does, for its reviewer; OUT=FILE and FORMAT=markdown|summary|github for machines
	@$(RUN) dossier "$(or $(RANGE),main..HEAD)" --format $(or $(FORMAT),text) $(if $(OUT),--out "$(OUT)")

new: $(VENV)/.site ## 新建一份记录 make new KIND=成交结果公告 WHERE=420103/2026/laonian-fuwu DATE=2026-03-02 · Start a record
	@$(RUN) new "$(KIND)" "$(WHERE)" $(if $(DATE),--on "$(DATE)")

import: $(VENV)/.site ## 从公告的 .docx、网页或文本读出一份记录，从工作簿读出几份 make import FILE=公告.docx INTO=420103/2026/laonian-fuwu ARGS='--answer source.tier=original' · Read a record from a notice, or several from a workbook; without INTO it only shows what was read
	@$(RUN) import "$(FILE)" $(if $(KIND),--kind "$(KIND)") $(if $(INTO),--into "$(INTO)") $(ARGS)

test: $(VENV)/.dev chromium ## 运行全部测试 · Run all tests, the browser's included
	$(BIN)/python -m pytest -n auto --dist loadfile

quick: $(VENV)/.dev ## 运行一分钟左右能跑完的测试 · Run what takes about a minute: no browser, nothing marked slow
	$(BIN)/python -m pytest -q -n auto --dist loadfile -m "not browser and not slow"

lint: $(VENV)/.dev ## 检查代码的写法 · Check style, types and workflows
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/zizmor --offline --quiet .github/workflows
	$(BIN)/check-jsonschema --builtin-schema vendor.github-workflows .github/workflows/*.yml
	$(BIN)/check-jsonschema --builtin-schema vendor.github-issue-forms \
	  $$(ls .github/ISSUE_TEMPLATE/*.yml | grep -v /config.yml)

bless: $(VENV)/.dev ## 接受现在生成的结果 · Accept what is generated now: golden site, schemas, what verdicts say
	$(BIN)/python -m tests.bless

fuzz: $(VENV)/.dev ## 用随机的坏输入试每一个入口；N=100000 每处试几次，SEED=1 换一批 · Try every door with spoilt inputs; N a door, SEED for others
	$(BIN)/python -m tests.fuzzing --inputs $(or $(N),100000) --seed $(or $(SEED),0)

seam: $(VENV)/.peers ## 用 MkDocs、ProperDocs、Zensical 各生成一次网页的外壳，看是不是一样 · Cut the shell from every builder that could take MkDocs's place
	$(BIN)/python -m pytest -q tests/test_seam.py

bom: $(SUPPLY)/.done ## 写出生成网站用的软件清单（CycloneDX）；OUT=别的文件 · Write the software bill of materials of what builds the site
	@$(SUPPLY)/bin/cyclonedx-py requirements requirements.lock --pyproject pyproject.toml \
	  --output-reproducible --of JSON -o "$(or $(OUT),.cache/bom.cdx.json)"

audit: $(SUPPLY)/.done ## 查锁定的依赖有没有已知的漏洞（要上网） · Look the locked dependencies up in the advisories; asks the network
	@for lock in requirements.lock requirements-dev.lock requirements-peers.lock requirements-supply.lock; do \
	  echo "$$lock"; $(SUPPLY)/bin/pip-audit --progress-spinner off --require-hashes --disable-pip -r "$$lock" || exit 1; \
	done

bench: $(VENV)/.peers ## 量速度 · Measure against Hugo, the law alone, edits under each server, and pages by Lighthouse: 1 000 and 10 000 projects; N="1000" for others
	$(BIN)/python -m bench.run $(or $(N),1000 10000)
	$(BIN)/python -m bench.judging 10000
	$(BIN)/python -m bench.editing 1000 20
	@if command -v npm >/dev/null; then \
	  $(RUN) build --out .cache/shown && $(BIN)/python -m bench.lighthouse .cache/shown; \
	else echo "No npm: Lighthouse is left out."; fi

finding: $(VENV)/.peers ## 量搜索 · Measure search against Pagefind and lunr on the same records: 1 719 and 10 000; N="1719" for others
	$(BIN)/python -m bench.finding $(or $(N),1719 10000)

lock: $(VENV)/.dev ## 重写依赖的锁定文件 · Write the lock files anew from pyproject.toml
	$(BIN)/python -m pip install --quiet uv
	$(BIN)/uv pip compile pyproject.toml --extra build --universal --python-version 3.11 \
	  --generate-hashes --no-header --no-annotate --upgrade --quiet -o requirements.lock
	$(BIN)/uv pip compile pyproject.toml --extra build --extra dev --universal --python-version 3.11 \
	  --generate-hashes --no-header --no-annotate --quiet -c requirements.lock -o requirements-dev.lock
	$(BIN)/uv pip compile pyproject.toml --extra build --extra dev --extra peers --universal --python-version 3.11 \
	  --generate-hashes --no-header --no-annotate --quiet -c requirements-dev.lock -o requirements-peers.lock
	$(BIN)/uv pip compile --group pyproject.toml:supply --universal --python-version 3.11 \
	  --generate-hashes --no-header --no-annotate --quiet -c requirements-peers.lock -o requirements-supply.lock

chromium: ## 找浏览器 Chromium · Find the system's Chromium, or install it where that is allowed
	@sh tests/browser/chromium.sh

clean: ## 删去这里生成的东西 · Remove what was made here
	rm -rf site.zip site.tar site.tar.sha256 $(VENV) .cache .pytest_cache .mypy_cache .ruff_cache .hypothesis
	@for folder in site .site.new-* .site.old-*; do \
	  sh "$(dir $(lastword $(MAKEFILE_LIST))).ci/clean" "$$folder"; \
	done

$(VENV)/.site: requirements.lock pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@

$(VENV)/.dev: $(VENV)/.site requirements-dev.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	touch $@

$(VENV)/.peers: $(VENV)/.dev requirements-peers.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-peers.lock
	touch $@

$(SUPPLY)/.done: requirements-supply.lock
	test -x $(SUPPLY)/bin/python || $(PYTHON) -m venv $(SUPPLY)
	$(SUPPLY)/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-supply.lock
	touch $@
