"""Is a page of pictures whole?  book_is_whole.py FOLDER [LANGUAGE...]

Reads FOLDER/index.html as strictly as a browser's rules are written (html5lib) and looks that it needs nothing else:
every picture is there, and has words for those who do not see it; every picture of the folder is on the page; every
link leads somewhere on it; nothing comes from outside, nothing runs; each screen is there in all of the languages.
Prints a line for each fault; exit status 1 if there is one.
"""
import glob
import os
import sys

import html5lib

folder, languages = sys.argv[1], sys.argv[2:]
faults = []
with open(os.path.join(folder, "index.html"), "rb") as file:
    parser = html5lib.HTMLParser(html5lib.treebuilders.getTreeBuilder("etree"), namespaceHTMLElements=False)
    page = parser.parse(file, transport_encoding="utf-8")
faults += [f"line {place[0]}: {code}" for place, code, _ in parser.errors]

ids = [node.get("id") for node in page.iter() if node.get("id")]
faults += [f"two things are called {name}" for name in sorted(set(ids)) if ids.count(name) > 1]
for node in page.iter():
    if node.tag in ("script", "link", "iframe", "object"):
        faults.append(f"there is a <{node.tag}>")
    for value in node.attrib.values():
        if value.startswith(("http:", "https:", "//")):
            faults.append(f"something comes from {value}")
    if node.tag == "a" and node.get("href")[1:] not in ids:
        faults.append(f"{node.get('href')} leads nowhere")

pictures = [node for node in page.iter("img")]
for node in pictures:
    if not os.path.isfile(os.path.join(folder, node.get("src"))):
        faults.append(f"{node.get('src')} is not there")
    if len(node.get("alt", "")) < 10:
        faults.append(f"{node.get('src')} says nothing to those who do not see it")
shown = {os.path.normpath(node.get("src")) for node in pictures}
for path in glob.glob(os.path.join(folder, "**", "*.png"), recursive=True):
    if os.path.relpath(path, folder) not in shown:
        faults.append(f"{os.path.relpath(path, folder)} is on no page")

screens = [node for node in page.iter("article")]
for screen in screens:
    found = [figure.get("lang") for figure in screen.iter("figure")]
    if languages and found != languages:
        faults.append(f"{screen.get('id')} is there in {found}")
if not screens:
    faults.append("there is no screen")
print("\n".join(faults))
sys.exit(1 if faults else 0)
