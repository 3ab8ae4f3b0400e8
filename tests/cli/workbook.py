# SPDX-License-Identifier: MIT
"""Writes small workbooks part by part, as spreadsheets write them and as nobody should.

workbook.py CASE FILE
"""
import datetime
import struct
import sys
import zipfile

MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
LINKS = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def serial(*day, epoch=datetime.datetime(1899, 12, 30)):
    return (datetime.datetime(*day) - epoch).total_seconds() / 86400


def column(number):
    name = ""
    while number >= 0:
        name = chr(65 + number % 26) + name
        number = number // 26 - 1
    return name


def escape(text):
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


class Raw(str):
    """A cell as it stands, {at} for where."""


def shared(texts, text):
    if text not in texts:
        texts.append(text)
    return texts.index(text)


def cell(at, value, texts):
    if isinstance(value, Raw):
        return value.replace("{at}", at)
    if isinstance(value, tuple):  # a number in a style
        return f'<c r="{at}" s="{value[1]}"><v>{value[0]!r}</v></c>'
    if isinstance(value, bool):
        return f'<c r="{at}" t="b"><v>{int(value)}</v></c>'
    if isinstance(value, (int, float)):
        return f'<c r="{at}"><v>{value!r}</v></c>'
    if value.startswith("#") and value.endswith(("!", "A", "?")):
        return f'<c r="{at}" t="e"><v>{value}</v></c>'
    return f'<c r="{at}" t="s"><v>{shared(texts, escape(value))}</v></c>'


def sheet(rows, texts, before="", behind="", marks=None):
    out = [HEAD, f"<worksheet {MAIN}>", before, "<sheetData>"]
    for number, row in enumerate(rows, 1):
        if row is None:
            continue
        mark = (marks or {}).get(number, "")
        out.append(f'<row r="{number}"{mark}>')
        out += [cell(column(i) + str(number), v, texts) for i, v in enumerate(row) if v is not None]
        out.append("</row>")
    return "".join(out) + "</sheetData>" + behind + "</worksheet>"


STYLES = [0, 14, 22, 20, 9, 164, 165, 166, 167, 49]
FORMATS = {164: "dd\\.mm\\.yyyy;@", 165: '[$-409]d\\-mmm\\-yy', 166: '"Day "yyyy\\-mm\\-dd\\ hh:mm', 167: '#,##0.0" days"'}


def styles():
    formats = "".join(f'<numFmt numFmtId="{n}" formatCode="{escape(c).replace(chr(34), "&quot;")}"/>' for n, c in FORMATS.items())
    cells = "".join(f'<xf numFmtId="{n}"/>' for n in STYLES)
    return f'{HEAD}<styleSheet {MAIN}><numFmts>{formats}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>{cells}</cellXfs></styleSheet>'


def parts(sheets, texts=None, raw_texts=(), since_1904=False):
    """sheets: (name, XML, state)."""
    found = {}
    listed, links = [], []
    for i, (name, xml, state) in enumerate(sheets, 1):
        found[f"xl/worksheets/sheet{i}.xml"] = xml
        shown = f' state="{state}"' if state else ""
        listed.append(f'<sheet name="{escape(name)}" sheetId="{i}"{shown} r:id="rId{i}"/>')
        links.append(f'<Relationship Id="rId{i}" Type="{KIND}worksheet" Target="worksheets/sheet{i}.xml"/>')
    links.append(f'<Relationship Id="rId900" Type="{KIND}styles" Target="styles.xml"/>')
    links.append(f'<Relationship Id="rId901" Type="{KIND}sharedStrings" Target="sharedStrings.xml"/>')
    epoch = '<workbookPr date1904="1"/>' if since_1904 else "<workbookPr/>"
    items = "".join(f'<si><t xml:space="preserve">{t}</t></si>' for t in texts or []) + "".join(raw_texts)
    found["_rels/.rels"] = f'{HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="{KIND}officeDocument" Target="xl/workbook.xml"/></Relationships>'
    found["xl/workbook.xml"] = f'{HEAD}<workbook {MAIN} {LINKS}>{epoch}<sheets>{"".join(listed)}</sheets></workbook>'
    found["xl/_rels/workbook.xml.rels"] = f'{HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{"".join(links)}</Relationships>'
    found["xl/styles.xml"] = styles()
    found["xl/sharedStrings.xml"] = f'{HEAD}<sst {MAIN}>{items}</sst>'
    return found


def write(path, found, method=zipfile.ZIP_DEFLATED):
    with zipfile.ZipFile(path, "w", method) as archive:
        for name, data in found.items():
            archive.writestr(name, data)


def people(rows, **more):
    texts = []
    return parts([("People", sheet(rows, texts, **more), "")], texts)


def excel():
    texts = []
    rich = Raw('<c r="{at}" t="s"><v>0</v></c>')
    raw = ['<si><r><rPr><b/></rPr><t>Yuki </t></r><r><t xml:space="preserve">Sat\u014d</t></r><rPh sb="0" eb="2"><t>YUKI</t></rPh><phoneticPr fontId="1"/></si>']
    texts.append("unused: the number 0 is the rich text")
    rows = [
        ["Stakeholder map, Bellmoor Ferries"],
        None,
        ["Name", "Department", "Influence", "Interest", "Last contact", "Status on", "Can slow decisions", "Phone", "Notes", "Check"],
        [rich, "Harbour", Raw('<c r="{at}" t="str"><f>IF(1,"High","")</f><v>High</v></c>'), 4, (serial(2027, 1, 25), 1), (serial(2027, 2, 3, 14, 30), 7), True, "0044 20 7946", "first line_x000D_\nsecond_x005F_line", Raw('<c r="{at}"><f>1+1</f><v>2</v></c>')],
        ["Bea Rowe", None, 3, (0.8, 4), (serial(2027, 1, 26), 5), (serial(2027, 2, 4), 6), False, "#N/A", None, None],
        ["Cal Yates", None, Raw('<c r="{at}" t="inlineStr"><is><r><t>Lo</t></r><r><t>w</t></r></is></c>'), "#REF!", Raw('<c r="{at}" t="d"><v>2027-01-27T00:00:00</v></c>'), None, True, None, "+1 is not a sum", Raw('<c r="{at}"><f>RAND()</f></c>')],
        [None, None, None, None, None, None, None, None, None, None, None, "a remark beside the table"],
        ["Dot Vale", "Engine room", 2, 1, (serial(2027, 1, 28, 23, 59, 59), 2), None, None, None, None, None],
    ]
    found = parts([("Register", sheet(rows, texts, before='<cols><col min="9" max="16384" hidden="1"/></cols>', behind='<mergeCells count="2"><mergeCell ref="A1:J1"/><mergeCell ref="B4:B6"/></mergeCells>', marks={5: ' hidden="1"'}), ""), ("Lists", sheet([["High"], ["Low"]], texts), ""), ("Old", sheet([["Name", "Power"], ["Nobody", 1]], texts), "hidden")], [t for t in texts[1:]], [])
    items = "".join(raw) + "".join(f'<si><t xml:space="preserve">{t}</t></si>' for t in texts[1:])
    found["xl/sharedStrings.xml"] = f"{HEAD}<sst {MAIN}>{items}</sst>"
    return found


def google():
    """Blank styled rows below, prefixes, absolute targets, no places of cells."""
    texts = ["Full Name", "Company", "Power (1-10)", "Last Contacted", "Ona Reyes", "Bellmoor"]
    day = serial(2027, 3, 9)
    rows = '<x:row><x:c t="s"><x:v>0</x:v></x:c><x:c t="s"><x:v>1</x:v></x:c><x:c t="s"><x:v>2</x:v></x:c><x:c t="s"><x:v>3</x:v></x:c></x:row>'
    rows += f'<x:row><x:c t="s"><x:v>4</x:v></x:c><x:c t="s"><x:v>5</x:v></x:c><x:c><x:v>9.0</x:v></x:c><x:c s="1"><x:v>{day}</x:v></x:c></x:row>'
    rows += "".join(f'<x:row r="{n}"><x:c r="A{n}" s="1"/></x:row>' for n in range(3, 1000))
    main = MAIN.replace("xmlns=", "xmlns:x=")
    found = parts([("Sheet1", f"{HEAD}<x:worksheet {main}><x:sheetData>{rows}</x:sheetData></x:worksheet>", "")], texts)
    found["xl/_rels/workbook.xml.rels"] = found["xl/_rels/workbook.xml.rels"].replace('Target="', 'Target="/xl/')
    return found


def since_1904():
    texts = []
    epoch = datetime.datetime(1904, 1, 1)
    rows = [["Name", "Last contact"], ["Ida Moss", (serial(2027, 1, 25, epoch=epoch), 1)], ["Jon Reed", (serial(2027, 1, 26, epoch=epoch), 5)]]
    return parts([("People", sheet(rows, texts), "")], texts, since_1904=True)


def two():
    texts = []
    return parts([("North", sheet([["Name", "Influence"], ["Ann North", 1]], texts), ""), ("South", sheet([["Name", "Influence"], ["Sam South", 2]], texts), ""), ("Empty", sheet([], texts), "")], texts)


def programme():
    """A sheet a type, called as people call it, a reference to a later sheet, and one that is none."""
    texts = []
    sheets = [("Read me", [["Our programme"]]), ("Milestones", [["id", "title", "phase", "owner", "baseline_on"], ["first", "Leads agree", "pilot", "ann", (serial(2027, 3, 1), 1)]]), ("phase", [["id", "name", "position", "starts_on", "ends_on"], ["pilot", "Pilot", 1, (serial(2027, 1, 4), 1), (serial(2027, 6, 30), 1)]]), ("Stakeholders", [["Our people"], ["id", "name", "influence"], ["ann", "Ann Berg", 4]]), ("Risks", [])]
    return parts([(name, sheet(rows, texts), "") for name, rows in sheets], texts)


def programme_of_faults():
    texts = []
    sheets = [("phases", [["id", "name", "position"], ["pilot", "Pilot", 1]]), ("stakeholders", [["id", "name", "influence"], ["ann", "Ann Berg", 9]])]
    return parts([(name, sheet(rows, texts), "") for name, rows in sheets], texts)


GOOD = [["Name", "Influence"], ["Ann Berg", 4], ["Bo Lind", 2]]


def broken(part, old, new):
    found = people(GOOD)
    assert old in found[part]
    found[part] = found[part].replace(old, new)
    return found


SHEET = "xl/worksheets/sheet1.xml"
CASES = {
    "excel": excel,
    "google": google,
    "1904": since_1904,
    "two": two,
    "programme": programme,
    "programme-of-faults": programme_of_faults,
    "good": lambda: people(GOOD),
    "leap": lambda: people([["Name", "Last contact"], ["Ann Berg", (60, 1)]]),
    "plain-dates": lambda: people([["Name", "Last contact"], ["Ann Berg", serial(2027, 1, 25)]]),
    "invalid": lambda: people(GOOD + [["Cy Dahl", 9]]),
    "guarded": lambda: people([["Name", "Notes"], ["Ann Berg", "'=1+1"], ["Bo Lind", "'007"]]),
    "total": lambda: people([["Name", "Influence"], ["Ann Berg", 4], ["Total", 4]]),
    "two-heads": lambda: people([["Name", "Rating", None, "Organisation"], [None, "Influence", "Interest", None], ["Ann Berg", 4, 3, "Bellmoor"]], behind='<mergeCells><mergeCell ref="A1:A2"/><mergeCell ref="B1:C1"/><mergeCell ref="D1:D2"/></mergeCells>'),
    # What must be refused, each with words of its own.
    "doctype": lambda: broken("xl/workbook.xml", HEAD, HEAD + '<!DOCTYPE x [<!ENTITY a "aaaa">]>'),
    "deep": lambda: broken(SHEET, "<sheetData>", "<a>" * 80 + "</a>" * 80 + "<sheetData>"),
    "cut-xml": lambda: broken(SHEET, "</worksheet>", ""),
    "order": lambda: broken(SHEET, '<row r="3">', '<row r="2">'),
    "cell-order": lambda: broken(SHEET, 'r="B2"', 'r="A2"'),
    "no-text": lambda: broken(SHEET, "<v>0</v>", "<v>99</v>"),
    "no-sheet": lambda: {k: v for k, v in people(GOOD).items() if k != SHEET},
    "long-tag": lambda: broken(SHEET, "<sheetData>", '<sheetData a="' + "x" * (3 << 20) + '">'),
    "long-cell": lambda: broken("xl/sharedStrings.xml", "Ann Berg", "y" * (1 << 20)),
    "control": lambda: broken("xl/sharedStrings.xml", "Ann Berg", "Ann_x0007_Berg"),
    "bomb": lambda: broken(SHEET, "</worksheet>", " " * (40 << 20) + "</worksheet>"),
    "xlsb": lambda: {"[Content_Types].xml": "", "xl/workbook.bin": "x"},
    "docx": lambda: {"word/document.xml": "<a/>"},
    "zip": lambda: {"readme.txt": "hello"},
    "ods": lambda: {"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "<a/>"},
    "many": lambda: {f"{n}": "" for n in range(10500)},
}


def main(case, path):
    if case == "password":
        old = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000) + "EncryptedPackage".encode("utf-16-le") + bytes(2000)
        open(path, "wb").write(old)
    elif case == "xls":
        open(path, "wb").write(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(4000))
    elif case in ("truncated", "encrypted", "checksum"):
        write(path, people(GOOD), zipfile.ZIP_STORED)
        data = bytearray(open(path, "rb").read())
        if case == "truncated":
            data = data[: len(data) // 2]
        elif case == "checksum":
            at = data.index(b"Ann Berg")
            data[at] ^= 1
        else:  # the flag of a password, in every header
            for sign, flag in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
                at = data.find(sign)
                while at >= 0:
                    struct.pack_into("<H", data, at + flag, struct.unpack_from("<H", data, at + flag)[0] | 1)
                    at = data.find(sign, at + 4)
        open(path, "wb").write(data)
    else:
        write(path, CASES[case]())


main(*sys.argv[1:])
