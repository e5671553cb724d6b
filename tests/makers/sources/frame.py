"""Draw frame.png for the time of the making: a grey frame in the proportions of the emblem, 27 by 30."""

import struct
import zlib
from pathlib import Path

WIDTH, HEIGHT, EDGE = 108, 120, 4


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def edge(x: int, y: int) -> bool:
    return not (EDGE <= x < WIDTH - EDGE and EDGE <= y < HEIGHT - EDGE)


rows = b"".join(b"\0" + bytes(0x60 if edge(x, y) else 0xE0 for x in range(WIDTH)) for y in range(HEIGHT))
head = struct.pack(">2I5B", WIDTH, HEIGHT, 8, 0, 0, 0, 0)
parts = chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows, 9)) + chunk(b"IEND", b"")
Path(__file__).with_name("frame.png").write_bytes(b"\x89PNG\r\n\x1a\n" + parts)
