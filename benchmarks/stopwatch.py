"""Start a command, wait for it, and print what it took as JSON: CPU and wall seconds, peak memory in kB, exit code.

Run as a script of its own, without packages: the kernel counts to a process's peak memory what its parent held at the
moment of its start, so the parent has to be smaller than whatever is measured. Processes that the command started and
waited for are counted in.
"""

import json
import os
import sys
import time


def main(error_file: str, command: list[str]) -> None:
    quiet = (os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)
    errors = (os.POSIX_SPAWN_OPEN, 2, error_file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    started = time.perf_counter()
    process = os.posix_spawn(command[0], command, os.environ, file_actions=[quiet, errors])
    _, status, usage = os.wait4(process, 0)
    wall = time.perf_counter() - started
    print(
        json.dumps(
            {
                "cpu": usage.ru_utime + usage.ru_stime,
                "wall": wall,
                "memory": usage.ru_maxrss,
                "code": os.waitstatus_to_exitcode(status),
            }
        )
    )


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
