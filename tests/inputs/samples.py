"""One invented article in each form in which articles come."""

import json

TEXT = "GOMA, Oct 22 (Seed Wire) - Rebels shelled the town of Goma on Tuesday, killing three civilians, officials said."
SECOND = "The army said that it had returned fire near the airport and that the town was calm by the evening."
DAY = "2024-10-22"

SCHEMA = {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    "headline": "Shells hit Goma",
    "datePublished": "2024-10-22T23:30:00-04:00",
    "publisher": {"@type": "NewsMediaOrganization", "name": "Seed Wire"},
    "mainEntityOfPage": {"@type": "WebPage", "@id": "https://seed.example/1"},
}

RSS = f"""<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Seed Wire</title>
<language>en</language>
<item><title>Shells hit Goma</title><link>https://seed.example/1</link><pubDate>Tue, 22 Oct 2024 18:00:00 GMT</pubDate>
<description>In short.</description><content:encoded><![CDATA[<p>{TEXT}</p><script>alert(1)</script><p>{SECOND}</p>]]></content:encoded></item>
<item><title>Nothing</title></item>
<item><title>Later</title><description>It was calm &amp;amp; quiet.</description><pubDate>soon</pubDate></item>
</channel></rss>"""

ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Seed Wire</title>
<entry><title>Shells hit Goma</title><link rel="self" href="https://seed.example/feed"/><link href="https://seed.example/1"/>
<published>2024-10-22T18:00:00Z</published><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>{TEXT}</p>
<p>{SECOND}</p></div></content></entry></feed>"""

MAIL = f"""From: Seed Wire <desk@seed.example>
Subject: =?utf-8?q?Shells_hit_Goma?=
Date: Tue, 22 Oct 2024 18:00:00 +0000
MIME-Version: 1.0
Content-Type: multipart/alternative; boundary="b"

--b
Content-Type: text/plain; charset=utf-8

{TEXT}
{SECOND}
--b
Content-Type: text/html; charset=utf-8

<p>{TEXT}</p>
--b--
"""

PAGE = f"""<!doctype html><html lang="en"><head><title>Shells hit Goma | Seed Wire</title><meta charset="utf-8">
<script type="application/ld+json">{json.dumps(SCHEMA)}</script></head>
<body><nav><a href="/">Home</a> <a href="/world">World</a></nav><article><h1>Shells hit Goma</h1>
<p>{TEXT}</p><figure><img src="a.jpg"><figcaption>Smoke over Goma. Photo: Seed Wire</figcaption></figure>
<p>{SECOND}</p></article><footer>Copyright Seed Wire</footer></body></html>"""


def archive(*pages, media="text/html; charset=utf-8", status="200 OK"):
    """A WARC of some pages, not packed."""
    parts = []
    for number, page in enumerate(pages, 1):
        body = page if isinstance(page, bytes) else page.encode()
        http = f"HTTP/1.1 {status}\r\nContent-Type: {media}\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body
        head = (
            "WARC/1.0\r\nWARC-Type: response\r\n"
            f"WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-{number:012}>\r\n"
            f"WARC-Target-URI: https://seed.example/{number}\r\nWARC-Date: 2025-01-01T00:00:00Z\r\n"
            f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
        )
        parts.append(head.encode() + http + b"\r\n\r\n")
    return b"".join(parts)
