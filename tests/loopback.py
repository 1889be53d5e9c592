"""A server on loopback that behaves as ACLED's and UCDP's do, faults included, for the tests of the clients."""

import csv
import io
import json
import threading
import urllib.parse
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from conflict_events.formats import acled, ucdp_ged
from conflict_events.sources.credentials import Credentials
from conflict_events.testing import acled_file

SECRET = "pa55-word"  # invented
TOKEN = "t0ken-of-ann"  # likewise
ANN = Credentials("ann@example.org", SECRET)


class Server(ThreadingHTTPServer):
    """What the service knows, and the faults it is told to show."""

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Handler)
        self.records = list(csv.DictReader(io.StringIO(acled_file(23))))
        self.deleted = []
        self.tokens = set()
        self.faults = []  # status codes to answer first, or functions of the handler
        self.login_faults = []
        self.always = None  # a function that answers every request for data
        self.restrictions = {}
        self.cursors = False
        self.seen = []
        self.headers = []
        self.logins = []

    def ged_rows(self):
        return list(csv.DictReader(io.StringIO(ucdp_ged.dumps(acled.load(io.BytesIO(acled_file(60).encode()))))))

    @property
    def base(self):
        return f"http://127.0.0.1:{self.server_port}"


class Handler(BaseHTTPRequestHandler):
    def log_message(self, *_):
        pass

    def reply(self, status, body, **headers):
        data = body if isinstance(body, bytes) else json.dumps(body).encode()
        self.send_response(status)
        for name, value in {"Content-Length": str(len(data)), **headers}.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(data)

    def do_POST(self):
        form = dict(urllib.parse.parse_qsl(self.rfile.read(int(self.headers["Content-Length"])).decode()))
        self.server.logins.append(form.get("grant_type"))
        if self.server.login_faults:
            return self.server.login_faults.pop(0)(self)
        good = form.get("password") == SECRET or form.get("refresh_token", "").startswith("refresh")
        if not good or form.get("client_id") != "acled":
            return self.reply(400, {"error": "invalid_grant"})
        token = f"token{len(self.server.logins)}"
        self.server.tokens = {token}
        return self.reply(200, {"access_token": token, "refresh_token": f"refresh-{token}", "expires_in": 86400})

    def do_GET(self):
        server = self.server
        path, _, text = self.path.partition("?")
        query = dict(urllib.parse.parse_qsl(text))
        server.seen.append((path, query))
        server.headers.append(dict(self.headers))
        if server.faults:
            fault = server.faults.pop(0)
            if callable(fault):
                return fault(self)
            if fault == "drop":
                return self.close_connection is None
            if fault == "cut":
                return self.reply(200, b'{"data": [{"event_id')
            return self.reply(fault, {"error": "busy"}, Retry_After="3")
        if server.always:
            return server.always(self)
        if path.startswith("/api/gedevents/"):
            return self.reply(200, self.ged(query))
        if self.headers.get("Authorization", "").removeprefix("Bearer ") not in server.tokens:
            return self.reply(401, {"error": "unauthorised"})
        rows = server.deleted if path == "/api/deleted/read" else server.records
        for name in ("timestamp", "deleted_timestamp"):
            if name in query:
                rows = [row for row in rows if int(row[name]) > int(query[name])]
        if "country" in query:
            rows = [row for row in rows if row["country"] == query["country"]]
        if server.restrictions:
            rows = []
        size = int(query["limit"])
        start = int(query["cursor"]) if "cursor" in query else (int(query.get("page", 1)) - 1) * size
        body = {"status": 200, "success": True, "data": rows[start : start + size]}
        body["data_query_restrictions"] = server.restrictions
        if server.cursors:
            body["next_cursor"] = str(start + size) if start + size < len(rows) else None
        return self.reply(200, body)

    def ged(self, query):
        assert self.headers["x-ucdp-access-token"] == TOKEN
        events = self.server.ged_rows()
        size, page = int(query["pagesize"]), int(query["page"])
        return {"TotalPages": -(-len(events) // size), "Result": events[page * size : (page + 1) * size]}


@contextmanager
def serving():
    made = Server()
    thread = threading.Thread(target=made.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield made
    finally:
        made.shutdown()
        thread.join()
        made.server_close()


def answer(status, body, **headers):
    """A fault that is one answer."""
    return lambda handler: handler.reply(status, body, **headers)


def asked(client, what, folder):
    """Have the client do one of the things that it can: ``events``, ``deleted``, ``download``, or ``login``."""
    if what == "download":
        client.download(folder / "events.csv")
    else:
        list(client.deleted() if what == "deleted" else client.events())
