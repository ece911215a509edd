"""How gunicorn serves Jobtracker. The address comes from the command line."""

from pathlib import Path

worker_class = "gthread"
workers = 2
threads = 4
timeout = 30
graceful_timeout = 10
max_requests = 5000
max_requests_jitter = 500
loglevel = "warning"
control_socket_disable = True
# Loaded once, before the workers part: they share its memory. Nothing in it opens a
# connection (jobtracker/tests/test_deploy.py).
preload_app = True
wsgi_app = "jobtracker.wsgi:application"
if Path("/dev/shm").is_dir():
    # The workers' sign of life: on a slow disk it would stall them.
    worker_tmp_dir = "/dev/shm"


def worker_exit(server: object, worker: object) -> None:
    from jobtracker.databases import close_pools

    close_pools()
