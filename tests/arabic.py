"""A document in Arabic: everything that runs from right to left, and what does not among it."""

from __future__ import annotations

from msgspec.structs import replace

from assembler.document.model import CoverField, Document, Link, NoteMark, Span, Strong, Text, Words
from tests.editions import div, document, heading, items, note, numbered, paragraph, quote, reference, table, words
from tests.specimens import spoken

TITLE = "تقرير بديل عن تنفيذ العهد الدولي الخاص بالحقوق المدنية والسياسية"
RUSSIAN = "Государству-участнику следует расследовать каждую жалобу на пытки в срок."


def russian(text: str) -> Span:
    return Span((Text(text),), pairs=(("lang", "ru"),))


def arabic_document() -> Document[Words]:
    """Cover, headings, numbered paragraphs, lists, a box, a quotation, a table, notes; one paragraph is Russian."""
    edition = document(
        heading(1, "مقدمة", id="sec"),
        numbered(1, "يقدم هذا التقرير إلى اللجنة المعنية بحقوق الإنسان", NoteMark("n-a"), " وفقاً للمادة 40.", id="p-a"),
        numbered(2, "في عام 2013 سُجلت 7 شكاوى (", russian("Тореғожина против Казахстана"), "); انظر ",
                 reference("p-a", "الفقرة\u00a0", "1"), "."),
        items(paragraph("اعتماد قانون جديد؛"), paragraph("تدريب القضاة؛", id="it"), letters=True),
        items(paragraph("نقطة أولى؛"), (paragraph("نقطة ثانية:"), items(paragraph("نقطة فرعية."), ordered=False)),
              ordered=False),
        heading(2, "الحق في الحياة"),
        quote(paragraph("لكل إنسان حق أصيل في الحياة. وعلى القانون أن يحمي هذا الحق.")),
        div("recommendation", paragraph("التوصيات", classes=("label",)), paragraph("ينبغي للدولة الطرف:"),
            items(paragraph("إلغاء عقوبة الإعدام؛"), paragraph(Strong((Text("التحقيق"),)), " في كل شكوى."))),
        table(("الموضوع", "2012", "2013"), ("شكاوى", "12", "7"), ("إدانات", "1", "0"), align=("left", "right", "right"),
              caption=paragraph("عدد الشكاوى", id="t1-cap"), number=1, id="t1"),
        numbered(3, "صفحة: ", Link("https://example.org/ar", (Text("https://example.org/ar"),)), "."),
        notes=(note("n-a", "قرار الجمعية العامة 2200 ألف (د-21)، ", ),),
    )  # fmt: skip
    foreign = replace(numbered(4, RUSSIAN, id="p-ru"), words=words(RUSSIAN, language="ru", mark="untranslated"))
    arabic = spoken(edition, "ar")
    cover = (CoverField("cover.date", words("27 أيار/مايو 2016", language="ar")),)
    blocks = (*arabic.blocks, foreign)
    return replace(arabic, title=words(TITLE, language="ar"), cover=cover, blocks=blocks)
