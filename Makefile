# The commands of this project. `make` alone lists them.
PYTHON ?= python3
VENV := .venv
RUN := $(VENV)/bin
ITA := $(RUN)/ita-docs
INSTALL_PYTHON := sudo apt-get install python3 python3-venv python3-pip

.DEFAULT_GOAL := help
.PHONY: help all setup fonts orders notices plan calendar site pdf proofs bench check lint test golden templates todo status clean

help: ## แสดงคำสั่งทั้งหมด · list the commands
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## (.*)/  make \1\t\2/' | expand -t 18

all: setup ## ทำเอกสารทุกฉบับ · set up, then make every paper (and its PDF where LibreOffice is)
	@$(ITA) fonts > /dev/null || true
	@$(ITA) build --pdf-if-possible

setup: $(VENV)/.ready

$(VENV)/.ready: pyproject.toml requirements.lock
	@$(PYTHON) -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2> /dev/null || \
		{ echo "ต้องมี Python 3.11 ขึ้นไป พร้อม venv และ pip ติดตั้งด้วย · Python 3.11 or newer with venv and pip is needed:"; \
		  echo "  $(INSTALL_PYTHON)"; exit 1; }
	@test -x $(RUN)/python || $(PYTHON) -m venv $(VENV)
	@echo "กำลังติดตั้งส่วนประกอบ (ครั้งแรกเท่านั้น) · installing the parts (once)"
	@$(RUN)/python -m pip install --quiet --disable-pip-version-check --constraint requirements.lock --editable '.[dev]'
	@touch $@

fonts: setup ## รับแบบอักษร · fetch the fonts (once, for PDFs)
	@$(ITA) fonts

orders: setup ## คำสั่ง · the committee orders
	@$(ITA) build 'order-*'

notices: setup ## ประกาศ · the anti-bribery announcement and the counter notices
	@$(ITA) build 'anti-bribery-*' 'notice-*'

plan: setup ## แผนและรายงานของปี · the yearly papers and sheets, and the calendar
	@$(ITA) build 'o21-*' report guideline memo letter minutes record risk sheet message infographic poster
	@$(ITA) calendar

calendar: setup ## ปฏิทิน .ics · the calendar of the year, for any calendar program
	@$(ITA) calendar

site: setup ## เว็บเปิดเผยข้อมูล · the disclosure site, from signed papers
	@$(ITA) site

pdf: setup ## PDF ทุกฉบับ · every paper as PDF (needs LibreOffice)
	@$(ITA) fonts > /dev/null
	@$(ITA) build --pdf

proofs: pdf ## แผ่นรวมทุกหน้า · every page of every paper side by side
	@$(ITA) proofs

bench: setup ## วัดความเร็ว · measure, as ratios of one run
	@test -d bench/peers || $(RUN)/python -m pip install --quiet --disable-pip-version-check --no-deps \
		--target bench/peers docx-mailmerge2==1.0.3 || true
	@test -d bench/node_modules || ! command -v npm > /dev/null || npm ci --silent --prefix bench || true
	@$(RUN)/python bench/engines.py
	@$(RUN)/python bench/inspector.py
	@$(RUN)/python bench/fleet.py

todo: setup ## สิ่งที่ยังต้องกรอกหรือตอบ · what is still open
	@$(ITA) todo

status: setup ## งานถึงไหน อะไรช้า · what is done, due and late today
	@$(ITA) status

templates: setup ## แม่แบบ · write the templates of the house style anew
	@$(RUN)/python -m ita_docs.house_style

lint: setup
	@$(RUN)/ruff check .
	@$(RUN)/ruff format --check .
	@$(RUN)/mypy

check: lint test ## ตรวจทั้งหมด · style, types, tests, and the content
	@$(ITA) check

test: setup ## ทดสอบ · the whole test suite
	@$(ITA) fonts > /dev/null || true
	@$(RUN)/python -m pytest --numprocesses 2

golden: setup ## เขียนตัวอย่างข้อความใหม่ · write the text goldens anew (read the difference!)
	@$(RUN)/python -m pytest tests/test_year.py tests/test_documents.py tests/test_catalogue.py tests/test_makers.py --update-golden

clean: ## ลบผลลัพธ์ · remove what was built
	@rm -rf build
