#!/bin/sh
# Makes the papers of other makers anew, into the folder above this one: sh make.sh
# Wants pandoc, soffice, abiword, calligraconverter, node, and a Python that has python-docx ($PYTHON).
set -eu
cd "$(dirname "$0")"
python=${PYTHON:-python3} pandoc=${PANDOC:-pandoc} out=..
scratch=$(mktemp -d)
trap 'rm -rf "$scratch" frame.png' EXIT

by_office() { # by_office FILE ENDING [FILTER]: converts with LibreOffice, as a clerk would with Save As
    soffice "-env:UserInstallation=file://$scratch/home" --headless ${3:+--infilter="$3"} --convert-to "$2" \
        --outdir "$scratch" "$1" >/dev/null
}

"$python" frame.py
[ -d node_modules ] || npm install --no-audit --no-fund

"$pandoc" order.md -o $out/order-pandoc.docx
"$pandoc" announcement.html -o $out/announcement-pandoc.docx

by_office memo.fodt docx && mv "$scratch/memo.docx" $out/memo-libreoffice.docx
by_office announcement.fodt docx && mv "$scratch/announcement.docx" $out/announcement-libreoffice.docx
by_office clean-order.fodt docx && mv "$scratch/clean-order.docx" $out/clean-order-libreoffice.docx
by_office letter.fodt rtf && by_office "$scratch/letter.rtf" docx && mv "$scratch/letter.docx" $out/letter-libreoffice-rtf.docx
by_office notice.fodt doc && by_office "$scratch/notice.doc" docx && mv "$scratch/notice.docx" $out/notice-libreoffice-doc.docx
by_office minutes.html docx "HTML (StarWriter)" && mv "$scratch/minutes.docx" $out/minutes-libreoffice-html.docx

node certificate.mjs $out/certificate-docxjs.docx
node memo.mjs $out/memo-docxjs.docx
node clean-announcement.mjs $out/clean-announcement-docxjs.docx
node guideline.mjs $scratch/stored.docx && "$python" deflate.py "$scratch/stored.docx" $out/guideline-html-to-docx.docx
node report.mjs $out/report-officegen.docx

"$python" order.py $out/order-python-docx.docx
"$python" clean_letter.py $out/clean-letter-python-docx.docx

abiword --to=docx --to-name="$PWD/$out/letter-abiword.docx" letter-abiword.html
by_office memo.fodt odt && QT_QPA_PLATFORM=offscreen calligraconverter "$scratch/memo.odt" $out/memo-calligra.docx 2>/dev/null
ls -l $out/*.docx
