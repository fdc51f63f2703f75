"""Puts the window with the given number into one that nobody sees, for a second, and then back: what a window manager
does for a moment that takes a window's frame off the screen first. A window in there cannot have the keys, and who
asks for them gets an error."""
import ctypes
import sys
import time

x11 = ctypes.CDLL("libX11.so.6")
x11.XOpenDisplay.restype = ctypes.c_void_p
x11.XDefaultRootWindow.restype = ctypes.c_ulong
x11.XCreateSimpleWindow.restype = ctypes.c_ulong
display = ctypes.c_void_p(x11.XOpenDisplay(None))
root = ctypes.c_ulong(x11.XDefaultRootWindow(display))
window = ctypes.c_ulong(int(sys.argv[1]))
parent = ctypes.c_ulong(x11.XCreateSimpleWindow(display, root, 0, 0, 100, 100, 0, 0, 0))
for place in parent, root:
    x11.XReparentWindow(display, window, place, 0, 0)
    x11.XSync(display, 0)
    time.sleep(1)
