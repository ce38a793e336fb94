"""Writers of small PDF and DOCX files, so that each test shows what is on its page."""

import zipfile
from collections.abc import Callable
from pathlib import Path
from xml.sax.saxutils import escape

import pytest

WIDTH, HEIGHT = 595, 842
_ONE_PIXEL = (
    b"/Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8"
)


@pytest.fixture(scope="session")
def write_pdf(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Path]:
    """Write a PDF from pages of drawing lines; heights count from the top of the page.

    `x y size text`, the size with a `B` for bold type; `/ x0 y0 x1 y1` for a rule;
    `# x0 y0 x1 y1` for an image.
    """

    folder = tmp_path_factory.mktemp("pdf")

    def write(*pages: str, name: str = "informe.pdf", rotate: int = 0) -> Path:
        path = folder / name
        path.write_bytes(_pdf([_content(page) for page in pages], rotate))
        return path

    return write


@pytest.fixture
def write_docx(tmp_path: Path) -> Callable[..., Path]:
    """Write a DOCX from the XML inside its body, and further members if given."""

    def write(body: str, name: str = "informe.docx", **members: bytes) -> Path:
        path = tmp_path / name
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("[Content_Types].xml", _CONTENT_TYPES)
            archive.writestr("_rels/.rels", _RELS)
            archive.writestr("word/styles.xml", _STYLES)
            archive.writestr("word/document.xml", _DOCUMENT.format(body=body))
            for member, data in members.items():
                archive.writestr(f"word/{member}", data)
        return path

    return write


@pytest.fixture(scope="session")
def docx_paragraph() -> Callable[..., str]:
    """XML of a paragraph, with a style and in bold if wanted."""

    def paragraph(text: str, style: str = "", *, bold: bool = False) -> str:
        style_xml = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
        bold_xml = "<w:rPr><w:b/></w:rPr>" if bold else ""
        return f"<w:p>{style_xml}<w:r>{bold_xml}<w:t>{escape(text)}</w:t></w:r></w:p>"

    return paragraph


@pytest.fixture(scope="session")
def docx_table(docx_paragraph: Callable[..., str]) -> Callable[..., str]:
    """XML of a table from rows of texts; the first row in bold if wanted."""

    def table(*rows: tuple[str, ...], bold_header: bool = True) -> str:
        xml = ""
        for number, row in enumerate(rows):
            bold = bold_header and number == 0
            cells = (f"<w:tc>{docx_paragraph(text, bold=bold)}</w:tc>" for text in row)
            xml += f"<w:tr>{''.join(cells)}</w:tr>"
        return f"<w:tbl>{xml}</w:tbl>"

    return table


def _content(page: str) -> bytes:
    drawn = [_draw(line.strip()) for line in page.splitlines() if line.strip()]
    return "\n".join(drawn).encode("cp1252")


def _draw(line: str) -> str:
    kind, *rest = line.split(" ", 4)
    if kind in {"/", "#"}:
        x0, y0, x1, y1 = (float(number) for number in rest)
        if kind == "/":
            return f"{x0} {HEIGHT - y0} m {x1} {HEIGHT - y1} l S"
        return f"q {x1 - x0} 0 0 {y1 - y0} {x0} {HEIGHT - y1} cm /Im Do Q"
    x, y, size, text = line.split(" ", 3)
    font = "FB" if size.endswith("B") else "F"
    safe = text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    return f"BT /{font} {size.rstrip('B')} Tf {x} {HEIGHT - float(y)} Td ({safe}) Tj ET"


def _pdf(contents: list[bytes], rotate: int) -> bytes:
    count = len(contents)
    kids = " ".join(f"{6 + 2 * number} 0 R" for number in range(count))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Count {count}/Kids[{kids}]>>".encode(),
        _font("Helvetica"),
        _font("Helvetica-Bold"),
        _stream(_ONE_PIXEL, b"\x80"),
    ]
    for number, content in enumerate(contents):
        objects += [_page(7 + 2 * number, rotate), _stream(b"", content)]
    return _file(objects)


def _font(name: str) -> bytes:
    return f"<</Type/Font/Subtype/Type1/BaseFont/{name}/Encoding/WinAnsiEncoding>>".encode()


def _page(content: int, rotate: int) -> bytes:
    resources = "<</Font<</F 3 0 R/FB 4 0 R>>/XObject<</Im 5 0 R>>>>"
    return (
        f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {WIDTH} {HEIGHT}]/Rotate {rotate}"
        f"/Resources {resources}/Contents {content} 0 R>>"
    ).encode()


def _stream(entries: bytes, data: bytes) -> bytes:
    return b"<<%s/Length %d>>stream\n%s\nendstream" % (entries, len(data), data)


def _file(objects: list[bytes]) -> bytes:
    data = b"%PDF-1.4\n"
    offsets: list[int] = []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    trailer = b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (
        len(objects) + 1,
        len(data),
    )
    return data + head + table + trailer


_CONTENT_TYPES = """<?xml version="1.0" encoding="UTF-8"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Override PartName="/word/document.xml"
 ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>
</Types>"""
_RELS = """<?xml version="1.0" encoding="UTF-8"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="rId1" Target="word/document.xml" Type=
"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/>
</Relationships>"""
_NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_STYLES = f"""<?xml version="1.0" encoding="UTF-8"?>
<w:styles {_NAMESPACE}>
<w:style w:type="paragraph" w:styleId="Ttulo"><w:name w:val="Title"/></w:style>
<w:style w:type="paragraph" w:styleId="Ttulo1"><w:name w:val="heading 1"/></w:style>
<w:style w:type="paragraph" w:styleId="Ttulo2"><w:name w:val="heading 2"/></w:style>
</w:styles>"""
_DOCUMENT = f"""<?xml version="1.0" encoding="UTF-8"?>
<w:document {_NAMESPACE}><w:body>{{body}}</w:body></w:document>"""
