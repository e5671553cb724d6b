"""The members of a zip: each packed as it lies, unpacked no further than its size, put together again to the byte.

The directory is read by `zipfile`; the members are cut out and written by hand, so that unchanged ones are copied as
they lie and equal input gives equal bytes on every machine: fixed times, fixed order, one compression level.
"""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ita_docs.package.strangers import refusal

LEVEL = 6
MOST = 4_000  # members; a paper with a thousand pictures has a thousand and thirty
LARGEST_DIRECTORY = 4_000_000  # bytes of names and notes
LARGEST_UNPACKED = 400_000_000  # bytes of all members together; proving these takes a second
STEP = 65_536  # bytes that are unpacked at once

# What a name in a package may not have: it would lead out of a folder, or be another name on another system.
_UNSAFE = re.compile(r"^/|\\|[\x00-\x1f\x7f\ud800-\udfff]|(?:^|/)\.{1,2}(?:/|$)|^[A-Za-z]:|//|^$")

_LOCAL = struct.Struct("<4s5H3I2H")
_CENTRAL = struct.Struct("<4s6H3I5H2I")
_END = struct.Struct("<4s4H2IH")
_ENTRY = b"PK\1\2"
_FIRST_DAY = 1 << 5 | 1  # 1980-01-01 as a zip writes it
_LOCKED = 0x1 | 0x40 | 0x2000  # the flags of encryption: plain, strong, of the directory
_UNICODE = 0x800


@dataclass(frozen=True)
class Member:
    """One file of the package, compressed as it lies in the zip."""

    packed: bytes | memoryview
    method: int
    crc: int
    size: int

    @classmethod
    def pack(cls, data: bytes) -> Member:
        """Compress what a member holds."""
        deflate = zlib.compressobj(LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
        packed = deflate.compress(data) + deflate.flush()
        return cls(packed, zipfile.ZIP_DEFLATED, zlib.crc32(data), len(data))

    @property
    def data(self) -> bytes:
        """What the member holds, unpacked; ValueError when it is not what the directory says."""
        return b"".join(self._pieces())

    def prove(self) -> None:
        """Unpack the member piece by piece, keeping none; ValueError when it is not what the directory says."""
        for _ in self._pieces():
            pass

    def head(self, length: int) -> bytes:
        """Unpack the beginning only, which proves nothing; of a damaged member there may be none."""
        if self.method == zipfile.ZIP_STORED:
            return bytes(self.packed[:length])
        try:
            return zlib.decompressobj(-zlib.MAX_WBITS).decompress(self.packed[: length + STEP], length)
        except zlib.error:
            return b""

    def _pieces(self) -> Iterator[bytes]:
        crc = size = 0
        for piece in self._stored() if self.method == zipfile.ZIP_STORED else self._inflated():
            size += len(piece)
            if size > self.size:
                raise ValueError("larger than it says")
            crc = zlib.crc32(piece, crc)
            yield piece
        if (size, crc) != (self.size, self.crc):
            raise ValueError("damaged")

    def _stored(self) -> Iterator[bytes]:
        for at in range(0, len(self.packed), STEP):
            yield bytes(self.packed[at : at + STEP])

    def _inflated(self) -> Iterator[bytes]:
        inflate = zlib.decompressobj(-zlib.MAX_WBITS)
        try:
            for at in range(0, len(self.packed), STEP):
                coming: bytes | memoryview = self.packed[at : at + STEP]
                while piece := inflate.decompress(coming, STEP):
                    yield piece
                    coming = inflate.unconsumed_tail
                if inflate.eof:
                    return
        except zlib.error as error:
            raise ValueError("damaged") from error


def unzip(data: bytes, file: str) -> dict[str, Member]:
    """Take a zip apart without unpacking it; DocumentError when it is none, or has something to hide.

    Folders, which say nothing, are passed over. What the members hold is not proved yet.
    """
    directory = _directory(data, file)
    members: dict[str, Member] = {}
    seen: set[str] = set()
    for info in directory:
        name = info.orig_filename
        if _UNSAFE.search(name) or (name.endswith("/") and info.file_size):
            raise refusal("docx-unsafe-name", file, value=name)
        if info.is_dir():
            continue
        if name.lower() in seen:
            raise refusal("docx-name-twice", file, part=name)
        seen.add(name.lower())
        if info.flag_bits & _LOCKED:
            raise refusal("docx-part-locked", file, part=name)
        if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise refusal("docx-packing", file, part=name)
        members[name] = _cut_out(data, info, file)
    return members


def zipped(members: Mapping[str, Member], first: str) -> bytes:
    """Put the members together: the first one first, then as they come."""
    body: list[bytes | memoryview] = []
    directory: list[bytes] = []
    at = 0
    for name, member in sorted(members.items(), key=lambda item: item[0] != first):
        label = name.encode()
        shared = (20, 0 if name.isascii() else _UNICODE, member.method, 0, _FIRST_DAY)
        sizes = (member.crc, len(member.packed), member.size, len(label), 0)
        body += _LOCAL.pack(b"PK\3\4", *shared, *sizes), label, member.packed
        directory += _CENTRAL.pack(_ENTRY, 20, *shared, *sizes, 0, 0, 0, 0, at), label
        at += _LOCAL.size + len(label) + len(member.packed)
    size = sum(map(len, directory))
    return b"".join([*body, *directory, _END.pack(b"PK\5\6", 0, 0, len(members), len(members), size, at, 0)])


def _directory(data: bytes, file: str) -> list[zipfile.ZipInfo]:
    """Read the list of members, once it is sure that the list itself is no bomb."""
    found = data.count(_ENTRY)
    if found > MOST:
        raise refusal("docx-many-parts", file, count=f"{found:,}", limit=f"{MOST:,}")
    if sum(_entry_length(data, match.start()) for match in re.finditer(_ENTRY, data)) > LARGEST_DIRECTORY:
        raise refusal("docx-damaged", file)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            infos = archive.infolist()
    except (zipfile.BadZipFile, struct.error, ValueError, RuntimeError, LookupError, OSError, OverflowError):
        code = "docx-damaged" if data.startswith(b"PK") else "docx-unknown"
        raise refusal(code, file) from None
    unpacked = sum(info.file_size for info in infos)
    if unpacked > LARGEST_UNPACKED:
        raise refusal("docx-bomb", file, size=f"{unpacked // 1_000_000:,}")
    if sum(info.compress_size for info in infos) > len(data):  # members that lie in one another
        raise refusal("docx-damaged", file)
    return infos


def _entry_length(data: bytes, at: int) -> int:
    name, extra, comment = struct.unpack_from("<3H", data[at + 28 : at + 34].ljust(6, b"\0"))
    return int(_CENTRAL.size + name + extra + comment)


def _cut_out(data: bytes, info: zipfile.ZipInfo, file: str) -> Member:
    at = info.header_offset
    if data[at : at + 4] != b"PK\3\4" or at + _LOCAL.size > len(data):
        raise refusal("docx-damaged", file)
    name, extra = struct.unpack_from("<2H", data, at + 26)
    start = at + _LOCAL.size + name + extra
    if start + info.compress_size > len(data):
        raise refusal("docx-damaged", file)
    packed = memoryview(data)[start : start + info.compress_size]
    return Member(packed, info.compress_type, info.CRC, info.file_size)
