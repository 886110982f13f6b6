"""Other ways to print the same text. Each is a development tool, absent in production.

Every function takes the lines and answers the PDF. The peers get our fonts, and keep between
documents what they can keep (fonts, compiler, style sheet), as ours does. They set the same text
with the same links, but no frames, columns, tick boxes, foot or QR code, and values are not
isolated for them: their own templates would have to do that too.
"""

from __future__ import annotations

import json
from functools import cache
from html import escape
from io import BytesIO
from typing import Any

from overview.cli.bench.paper_documents import Line
from overview.paper.typefaces import FONTS

_SIZES = {0: 14, 1: 26, 2: 20, 3: 17}


@cache
def _floor_styles() -> dict[int, Any]:
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    pdfmetrics.registerFont(TTFont("Floor", str(FONTS / "Vazirmatn-Regular.ttf")))
    return {
        level: ParagraphStyle(str(level), fontName="Floor", fontSize=size, leading=size * 1.35)
        for level, size in _SIZES.items()
    }


def print_floor(lines: list[Line]) -> bytes:
    """Stock reportlab: one font, no tags, no shaping, no direction."""
    from reportlab.platypus import Paragraph, SimpleDocTemplate

    out = BytesIO()
    styles = _floor_styles()
    story = [Paragraph(escape(line.text, quote=False), styles[line.level]) for line in lines]
    SimpleDocTemplate(out, leftMargin=42, rightMargin=42).build(story)
    return out.getvalue()


@cache
def _typst_compiler() -> Any:
    import typst

    # As `Any`, so that the types are the same where typst is not installed.
    tool: Any = typst
    fonts = tool.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FONTS)])
    return tool.Compiler(font_paths=fonts, ignore_system_fonts=True)


def print_typst(lines: list[Line]) -> bytes:
    """typst, with its PDF/UA-1 switch."""
    source = [
        '#set document(title: "Overzicht")',
        '#set page(paper: "a4", margin: 42pt)',
        '#set text(font: ("Noto Sans", "Vazirmatn"), size: 14pt, lang: "ar")',
    ]
    for line in lines:
        said = json.dumps(line.text, ensure_ascii=False)
        way = "rtl" if line.language == "ar" else "ltr"
        text = f'text(lang: "{line.language}", dir: {way}, {said})'
        if line.address:
            text = f"link({json.dumps(line.address)}, {text})"
        source.append(f"#heading(level: {line.level}, {text})" if line.level else f"#par({text})")
    made: Any = _typst_compiler().compile("\n".join(source).encode(), format="pdf", pdf_standards=["ua-1"])
    return bytes(made)


@cache
def _weasyprint_style() -> tuple[Any, Any]:
    """The style sheet with its fonts, and the configuration that has loaded them."""
    import weasyprint
    from weasyprint.text.fonts import (
        FontConfiguration,
    )

    tool: Any = weasyprint
    fonts: Any = FontConfiguration()
    faces = "".join(
        f'@font-face{{font-family:"{family}";src:url("{(FONTS / name).as_uri()}")}}'
        for family, name in (("N", "NotoSans-Regular.ttf"), ("V", "Vazirmatn-Regular.ttf"))
    )
    style = f'{faces}@page{{size:A4;margin:42pt}}body{{font:14pt "N","V"}}'
    return tool.CSS(string=style, font_config=fonts), fonts


def print_weasyprint(lines: list[Line]) -> bytes:
    """WeasyPrint, with its PDF/UA-1 switch."""
    import weasyprint

    tool: Any = weasyprint
    style, fonts = _weasyprint_style()
    body = ""
    for line in lines:
        tag = f"h{line.level}" if line.level else "p"
        way = "rtl" if line.language == "ar" else "ltr"
        said = escape(line.text)
        if line.address:
            said = f'<a href="{escape(line.address)}">{said}</a>'
        body += f'<{tag} lang="{line.language}" dir="{way}">{said}</{tag}>'
    page = f'<html lang="ar"><head><title>Overzicht</title></head><body>{body}</body></html>'
    document = tool.HTML(string=page)
    return bytes(document.write_pdf(stylesheets=[style], font_config=fonts, pdf_variant="pdf/ua-1"))


def print_fpdf2(lines: list[Line]) -> bytes:
    """fpdf2, with its text shaping."""
    import fpdf

    document = fpdf.FPDF(format="A4", unit="pt")
    document.set_lang("ar")
    document.set_title("Overzicht")
    document.add_page()
    document.add_font("N", "", str(FONTS / "NotoSans-Regular.ttf"))
    document.add_font("V", "", str(FONTS / "Vazirmatn-Regular.ttf"))
    document.set_text_shaping(True)
    for line in lines:
        size = _SIZES[line.level]
        document.set_font("V" if line.language == "ar" else "N", size=size)
        align = "R" if line.language == "ar" else "L"
        document.multi_cell(
            0, size * 1.35, line.text, align=align, new_x="LMARGIN", new_y="NEXT", link=line.address
        )
    return bytes(document.output())


PEERS = {"typst": print_typst, "weasyprint": print_weasyprint, "fpdf2": print_fpdf2}
