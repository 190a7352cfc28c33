"""The server of these tests leaves nothing open, however a browser goes away."""

import gc
import socket
import struct
from urllib.parse import urlsplit

HANGS_UP = struct.pack("ii", 1, 0)
"""Closing sends a reset instead of a goodbye, as a browser does that is closed in the middle."""


def test_a_browser_that_hangs_up_leaves_no_file_open(address: str) -> None:
    # given browsers that ask for a picture, send more than the server reads, and are gone
    for _time in range(20):
        browser = socket.create_connection((urlsplit(address).hostname, urlsplit(address).port))
        browser.sendall(b"GET /static/favicon.svg HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n" + b"more" * 1000)
        browser.recv(1)
        browser.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, HANGS_UP)
        browser.close()
    # then nothing was left open: a warning that it was would be an error here
    gc.collect()
