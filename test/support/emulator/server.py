#!/usr/bin/env python3
"""The AWS emulator of the tests: moto's server with the fixes of `patches/`.

    server.py [-H 127.0.0.1] [-p 0] [--until-stdin-closes]

Prints `listening <port>` once it answers; port 0 takes a free one. With --until-stdin-closes it ends with the process
that started it, whatever way that process ends. Requests are logged on stderr.
"""

import argparse
import os
import sys
import threading

# Without it AWS managed policies (AmazonSSMManagedInstanceCore, ...) do not exist. Read when moto is imported.
os.environ.setdefault("MOTO_IAM_LOAD_MANAGED_POLICIES", "true")

from moto.moto_server.werkzeug_app import (  # noqa: E402
    DomainDispatcherApplication,
    create_backend_app,
)
from werkzeug.serving import make_server  # noqa: E402

import accounts  # noqa: E402
import patches  # noqa: E402
import questions  # noqa: E402
import replays  # noqa: E402


def end_with_parent() -> None:
    """Leave at once when the other end of stdin is gone: nobody is left to stop this process."""

    def wait() -> None:
        while sys.stdin.buffer.read(4096):
            pass
        os._exit(0)

    threading.Thread(target=wait, daemon=True).start()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("-H", "--host", default="127.0.0.1")
    parser.add_argument("-p", "--port", type=int, default=0)
    parser.add_argument("--until-stdin-closes", action="store_true")
    options = parser.parse_args()
    if options.until_stdin_closes:
        end_with_parent()
    patches.apply_all()
    moto = DomainDispatcherApplication(create_backend_app)
    calls = replays.once(accounts.by_access_key(moto))
    application = questions.answered(calls, lambda: f"http://{options.host}:{server.port}")
    server = make_server(options.host, options.port, application, threaded=True)
    os.environ["MOTO_PORT"] = str(server.port)
    print(f"listening {server.port}", flush=True)
    server.serve_forever()


if __name__ == "__main__":
    main()
