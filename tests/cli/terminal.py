# SPDX-License-Identifier: MIT
"""Runs a command on a terminal of its own: terminal.py COLUMNS INPUT COMMAND...

Prints what the command wrote, byte for byte but for carriage returns, and leaves with its exit code. INPUT is typed once something has
been written.
"""
import fcntl
import os
import pty
import struct
import sys
import termios

columns, typed, command = int(sys.argv[1]), sys.argv[2].encode(), sys.argv[3:]
child, terminal = pty.fork()
if child == 0:
    fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    os.execv(command[0], command)
output = b""
while True:
    try:
        piece = os.read(terminal, 65536)
    except OSError:
        break
    if not piece:
        break
    output += piece
    if typed:
        os.write(terminal, typed)
        typed = b""
sys.stdout.buffer.write(output.replace(b"\r", b""))
sys.exit(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
