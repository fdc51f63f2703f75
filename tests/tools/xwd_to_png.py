"""Turns a picture of an X display (24 or 32 bits a pixel) into a PNG.

xwd -silent -root | xwd_to_png.py OUT.png TOP HEIGHT
"""
import struct
import sys
import zlib

data = sys.stdin.buffer.read()
fields = struct.unpack(">25I", data[:100])
top, height = map(int, sys.argv[2:4])
header, width, big_first, bits, row, colors = (fields[i] for i in (0, 4, 7, 11, 12, 19))
assert bits in (24, 32) and not big_first, f"this display has another kind of pixel: {fields}"
step = bits // 8
start = header + 12 * colors + top * row
lines = bytearray()
for y in range(height):
    line = data[start + y * row : start + y * row + step * width]
    rgb = bytearray(3 * width)
    rgb[0::3], rgb[1::3], rgb[2::3] = line[2::step], line[1::step], line[0::step]
    lines += b"\0" + rgb


def chunk(kind, body):
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


with open(sys.argv[1], "wb") as out:
    out.write(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)))
    out.write(chunk(b"IDAT", zlib.compress(bytes(lines), 9)) + chunk(b"IEND", b""))
