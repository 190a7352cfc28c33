"""The tests reach nobody outside this machine, and neither does the application."""

import socket

import pytest
from pytest_socket import SocketConnectBlockedError


def test_a_connection_outside_is_blocked() -> None:
    # with warnings as errors the warning comes first, without them the block itself
    with pytest.raises((SocketConnectBlockedError, UserWarning), match=r"192\.0\.2\.1"), socket.socket() as line:
        line.connect(("192.0.2.1", 80))
