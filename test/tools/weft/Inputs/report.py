# Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Reads reports as a browser does: facts(FILE.html) is the JSON in a page that has nothing from elsewhere, circles(FILE.svg) the names of points."""
import html.parser, json, xml.etree.ElementTree


class Page(html.parser.HTMLParser):
    VOID = {"meta", "link", "br", "img", "input"}

    def __init__(self):
        super().__init__()
        self.open, self.texts, self.key = [], {}, ""

    def handle_starttag(self, tag, attributes):
        assert not any(name in ("src", "href") for name, _ in attributes), (tag, attributes)
        self.key = dict(attributes).get("id", tag)
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag, tag

    def handle_data(self, data):
        self.texts[self.key] = self.texts.get(self.key, "") + data


def facts(path):
    page = Page()
    page.feed(open(path, encoding="utf-8").read())
    page.close()
    assert not page.open, page.open
    assert "showAnalysis" in page.texts["script"]
    return json.loads(page.texts["facts"])


def circles(path):
    root = xml.etree.ElementTree.parse(path).getroot()
    assert root.tag.endswith("}svg"), root.tag
    width, height = map(float, root.get("viewBox").split()[2:])
    points = []
    for circle in root.iter("{http://www.w3.org/2000/svg}circle"):
        assert 0 <= float(circle.get("cx")) <= width and 0 <= float(circle.get("cy")) <= height
        points.append(circle[0].text)
    return points
