"""Pack a .docx that its maker did not compress; what lies in it stays as it is."""

import sys
import zipfile

with zipfile.ZipFile(sys.argv[1]) as stored, zipfile.ZipFile(sys.argv[2], "w", zipfile.ZIP_DEFLATED) as packed:
    for name in stored.namelist():
        packed.writestr(zipfile.ZipInfo(name), stored.read(name), zipfile.ZIP_DEFLATED)
