"""Editions to look at and to measure: a page or two in each language, and one with everything inside everything."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from assembler.document import walk
from assembler.document.model import (
    Block,
    Break,
    Code,
    Covered,
    CoverField,
    Document,
    Emphasis,
    Figure,
    Heading,
    Image,
    Inline,
    Link,
    Note,
    NoteMark,
    Paragraph,
    RawBlock,
    RawInline,
    Reference,
    Span,
    Strong,
    Table,
    Words,
)
from tests.editions import div, heading, inlines, items, note, numbered, paragraph, quote, reference, table, words


class Sample(Struct, frozen=True):
    """Sentences of one language for `specimen`."""

    language: str
    title: str
    subtitle: str
    cover: tuple[str, ...]
    part: str
    heading: str
    plain: str
    first: str
    second: str
    items: tuple[str, str, str]
    inner: tuple[str, str]
    quote: str
    see: tuple[str, str]
    label: str
    advice: tuple[str, str, str]
    example: tuple[str, str]
    caption: str
    table: tuple[str, tuple[str, str, str]]
    marker: str
    note: str


ENGLISH = Sample(
    language="en",
    title="Detention and the duty to investigate",
    subtitle="Specimen of a submission by a coalition of organisations",
    cover=("Committee on Specimens, 117th session", "Almaty, 5 July 2014"),
    part="Article 7. Prohibition of torture",
    heading="Complaints and their examination",
    plain="This text stands without a number. It says what follows, names the sources and is long enough to run over "
    "several lines, so that the edge of the text block, the hyphenation and the space between paragraphs can be seen.",
    first="Between January and December the courts received 1,240 complaints of ill-treatment in places of detention; "
    "in seven cases the complaint was examined by a body other than the one that employed the officers accused",
    second="The investigation is left to the very service whose officers are accused. As a result:",
    items=(
        "complaints are examined for months, and the persons who made them are told neither of the progress of the "
        "examination nor of the reasons for which it was put off;",
        "evidence is lost:",
        "witnesses withdraw what they have said.",
    ),
    inner=("medical records are not kept;", "recordings are erased after thirty days."),
    quote="I was told that my complaint had been forwarded to the competent authority. The competent authority turned "
    "out to be the officer of whom I had complained.",
    see=("The same was found elsewhere; see ", ", and the figures in "),
    label="Recommendations",
    advice=(
        "The State party should entrust the investigation of such complaints to an independent body that has the "
        "powers and the means which the work demands.",
        "In particular it should:",
        "keep recordings for no less than a year;",
    ),
    example=(
        "Example",
        "In March a detainee was brought before a judge with traces of blows; the judge asked nothing.",
    ),
    caption="Complaints of ill-treatment and convictions",
    table=("Indicator", ("Complaints registered by the prosecutor", "Convictions of officers", "Persons compensated")),
    marker="paragraph\u00a0",
    note="Report of the specimen observatory, pp. 12–14, available at the address given in the list of sources.",
)

RUSSIAN = Sample(
    language="ru",
    title="Содержание под стражей и обязанность расследовать",
    subtitle="Образец доклада коалиции организаций",
    cover=("Комитет по образцам, 117-я сессия", "Алматы, 5 июля 2014 года"),
    part="Статья 7. Запрещение пыток",
    heading="Жалобы и их рассмотрение",
    plain="Этот абзац не имеет номера. Он говорит о том, что будет дальше, называет источники и достаточно длинен, "
    "чтобы занять несколько строк: так видны края полосы набора, переносы и расстояния между абзацами.",
    first="С января по декабрь в суды поступило 1240 жалоб на жестокое обращение в местах содержания под стражей; "
    "в семи случаях жалобу рассматривал не тот орган, в котором служат обвиняемые сотрудники",
    second="Расследование поручено той же службе, сотрудники которой обвиняются. В результате:",
    items=(
        "жалобы рассматриваются месяцами, а подавшим их лицам не сообщают ни о ходе рассмотрения, ни о причинах, по "
        "которым оно было отложено;",
        "доказательства утрачиваются:",
        "свидетели отказываются от показаний.",
    ),
    inner=("медицинские записи не ведутся;", "видеозаписи стираются через тридцать дней."),
    quote="Мне сообщили, что моя жалоба направлена в компетентный орган. Компетентным органом оказался тот самый "
    "сотрудник, на которого я жаловался.",
    see=("То же установлено и в других местах; см. ", ", а также данные, которые приводит "),
    label="Рекомендации",
    advice=(
        "Государству-участнику следует поручить расследование таких жалоб независимому органу, наделённому "
        "полномочиями и средствами, которых требует эта работа.",
        "В частности, ему следует:",
        "хранить видеозаписи не менее года;",
    ),
    example=("Пример", "В марте задержанного доставили к судье со следами ударов; судья ни о чём не спросил."),
    caption="Жалобы на жестокое обращение и обвинительные приговоры",
    table=("Показатель", ("Жалобы, зарегистрированные прокуратурой", "Осуждённые сотрудники", "Получили возмещение")),
    marker="пункт\u00a0",
    note="Доклад образцовой обсерватории, с. 12–14, доступен по адресу, указанному в списке источников.",
)

KAZAKH = Sample(
    language="kk",
    title="Қамауда ұстау және тергеу міндеті",
    subtitle="Ұйымдар коалициясы баяндамасының үлгісі",
    cover=("Үлгілер жөніндегі комитет, 117-сессия", "Алматы, 2014 жылғы 5 шілде"),
    part="7-бап. Азаптауға тыйым салу",
    heading="Шағымдар және оларды қарау",
    plain="Бұл абзацтың нөмірі жоқ. Ол әрі қарай не айтылатынын түсіндіреді, дереккөздерді атайды және бірнеше жолға "
    "созылады: осылайша мәтіннің шеттері, тасымалдар мен абзацтар арасындағы қашықтық көрінеді.",
    first="Қаңтардан желтоқсанға дейін соттарға қамауда ұстау орындарындағы қатыгез қарым-қатынас туралы 1240 шағым "
    "түсті; жеті жағдайда ғана шағымды айыпталған қызметкерлер жұмыс істемейтін орган қарады",
    second="Тергеу қызметкерлері айыпталып отырған қызметтің өзіне тапсырылған. Соның салдарынан:",
    items=(
        "шағымдар айлап қаралады, ал шағымданған адамдарға қараудың барысы да, оның кейінге қалдырылу себептері де "
        "хабарланбайды;",
        "дәлелдемелер жоғалады:",
        "куәлар айтқандарынан бас тартады.",
    ),
    inner=("медициналық жазбалар жүргізілмейді;", "бейнежазбалар отыз күннен кейін өшіріледі."),
    quote="Маған шағымымның құзыретті органға жолданғанын айтты. Құзыретті орган мен үстінен шағымданған қызметкердің "
    "өзі болып шықты.",
    see=("Дәл осындай жағдай басқа жерлерде де анықталды; қараңыз: ", "; деректерді мына жерден қараңыз: "),
    label="Ұсынымдар",
    advice=(
        "Қатысушы мемлекет мұндай шағымдарды тергеуді осы жұмыс талап ететін өкілеттіктері мен қаражаты бар тәуелсіз "
        "органға тапсыруға тиіс.",
        "Атап айтқанда, ол:",
        "бейнежазбаларды кемінде бір жыл сақтауға тиіс;",
    ),
    example=("Мысал", "Наурызда ұсталған адамды соққы іздерімен судьяға алып келді; судья ештеңе сұраған жоқ."),
    caption="Қатыгез қарым-қатынас туралы шағымдар мен айыптау үкімдері",
    table=("Көрсеткіш", ("Прокуратура тіркеген шағымдар", "Сотталған қызметкерлер", "Өтемақы алғандар")),
    marker="тармақ\u00a0",
    note="Үлгілік обсерваторияның баяндамасы, 12–14-беттер, мекенжайы дереккөздер тізімінде көрсетілген.",
)

SAMPLES = {sample.language: sample for sample in (RUSSIAN, KAZAKH, ENGLISH)}


def specimen(language: str) -> Document[Words]:
    """Some pages in a language: everything that a submission usually has, twice, with numbers that start again."""
    sample = SAMPLES[language]
    chapters = tuple(block for number in (1, 2) for block in _chapter(sample, number))
    notes = tuple(note for number in (1, 2) for note in _notes(sample, number))
    return spoken(
        Document(
            language=language,
            title=words(sample.title),
            subtitle=words(sample.subtitle),
            cover=tuple(CoverField(f"cover.field{n}", words(text)) for n, text in enumerate(sample.cover, 1)),
            blocks=chapters,
            notes=notes,
        ),
        language,
    )


def _chapter(sample: Sample, number: int) -> tuple[Block[Words], ...]:
    def id(name: str) -> str:
        return f"s{number}-{name}"

    first, second, third = sample.items
    return (
        heading(1, sample.part, id=id("part")),
        paragraph(sample.plain, id=id("plain")),
        heading(2, sample.heading, NoteMark(id("n1")), id=id("head")),
        numbered(1, sample.first, NoteMark(id("n2")), ". ", sample.plain, series=number, id=id("p1")),
        numbered(2, sample.second, series=number, id=id("p2")),
        items(
            paragraph(first, id=id("i1")),
            (paragraph(second, id=id("i2")), items(*map(paragraph, sample.inner), ordered=False)),
            (paragraph(third, NoteMark(id("n3")), id=id("i3")), paragraph(sample.plain, id=id("i4"))),
        ),
        numbered(
            3, sample.see[0], reference(id("p2"), sample.marker, "2"), sample.see[1],
            reference(id("t"), "", str(number), automatic=False), ".", series=number, id=id("p3"),
        ),
        quote(paragraph(sample.quote, id=id("q"))),
        _table(sample, number),
        numbered(4, sample.plain, NoteMark(id("n3")), series=number, id=id("p4")),
        div(
            "recommendation", paragraph(sample.label, classes=("label",)), paragraph(sample.advice[0], id=id("r1")),
            paragraph(sample.advice[1], id=id("r2")),
            items(paragraph(sample.advice[2], id=id("r3")), paragraph(sample.advice[0], id=id("r4")), letters=True),
            id=id("rec"),
        ),
        heading(3, sample.heading, id=id("low")),
        numbered(5, Strong(inlines(sample.label)), " ", Emphasis(inlines(sample.plain)), series=number, id=id("p5")),
        items(paragraph(sample.advice[2]), paragraph(sample.advice[0]), ordered=False),
        div("example", paragraph(sample.example[0], classes=("label",)), paragraph(sample.example[1], id=id("e1"))),
        numbered(6, sample.first, ".", series=number, id=id("p6")),
    )  # fmt: skip


def _table(sample: Sample, number: int) -> Table[Words]:
    names = sample.table[1]
    return table(
        (sample.table[0], "2012", "2013"),
        (names[0], "1108", "1240"),
        (names[1], "5", "7"),
        (names[2], "0", "1"),
        align=("left", "right", "right"),
        caption=paragraph(sample.caption, NoteMark(f"s{number}-n4"), id=f"s{number}-t-cap"),
        number=number,
        id=f"s{number}-t",
    )


def _notes(sample: Sample, number: int) -> tuple[Note[Words], ...]:
    return tuple(
        note(f"s{number}-n{n}", *((sample.note, sample.plain) if n == 2 else (sample.note,))) for n in (1, 2, 3, 4)
    )


def spoken(edition: Document[Words], language: str) -> Document[Words]:
    """The edition with all its words in one language."""

    def rewrite(_: str | None, leaf: Words) -> Words:
        return replace(leaf, language=language)

    return replace(
        edition,
        language=language,
        title=replace(edition.title, language=language),
        subtitle=None if edition.subtitle is None else replace(edition.subtitle, language=language),
        cover=tuple(replace(field, words=replace(field.words, language=language)) for field in edition.cover),
        blocks=walk.map_blocks(edition.blocks, rewrite),
        notes=tuple(walk.map_note(each, rewrite) for each in edition.notes),
    )


# --- wide tables -----------------------------------------------------------------------------------------------


def wide() -> Document[Words]:
    """Landscape pages in the middle and at the end, with tables that span, have two header rows, widths, numbers with
    room behind them, and notes."""
    marked = spanning("wide-1", "The first wide table", 1, NoteMark("n-cell"))
    turned = div(
        "landscape", marked, paragraph("Between two tables.", id="between"), spanning("wide-2", "The second", 2)
    )
    return Document(
        language="en",
        title=words("Wide tables"),
        blocks=(
            heading(1, "Before", id="before"), numbered(1, "Text before; see ", reference("wide-1", "table ", "1",
            automatic=False), ".", id="p1"), replace(turned, id="turned"), numbered(2, "Text between.", id="p2"),
            heading(1, "After", id="after"), spanning("narrow", "A table upright", 3), numbered(3, "Text.", id="p3"),
            div("landscape", spanning("wide-3", "The last wide table", 4)),
        ),
        notes=(note("n-cell", "A note in a cell."),),
    )  # fmt: skip


def spanning(id: str, caption: str, number: int, *marks: NoteMark) -> Table[Words]:
    """A table with every kind of span, and row headings."""
    heads = (("Year", "", "Persons", ""), ("", "", "women", "men"))
    body = (("2012", "tried", "10.5", "3"), ("", "freed", "both", ""), ("", "fled", "", ""), ("All", "", "1,000", "2"))
    plain = table(
        *heads, *body, align=("", "", "right", "right"), caption=paragraph(caption, *marks), number=number, id=id
    )
    spans = {(0, 0): (2, 2), (0, 2): (2, 1), (2, 0): (1, 3), (3, 2): (2, 2), (5, 0): (2, 1)}
    rows = [list(row.cells) for row in (plain.head, *plain.rows)]
    for (top, left), (across, down) in spans.items():
        for row in range(top, top + down):
            for column in range(left, left + across):
                covered: Covered = "left" if column > left else "above" if row > top else ""
                size = {"across": 1 if column > left else across, "down": down if (row, column) == (top, left) else 1}
                id_of = None if covered else rows[row][column].id
                rows[row][column] = replace(rows[row][column], id=id_of, covered=covered, **size)
    rows[2][3] = replace(rows[2][3], pad=".0")
    made = [replace(old, cells=tuple(new)) for old, new in zip((plain.head, *plain.rows), rows, strict=True)]
    widths = tuple(replace(column, share=share) for column, share in zip(plain.columns, (10, 40, 25, 25), strict=True))
    return replace(plain, classes=("row-headings",), header_rows=2, head=made[0], rows=tuple(made[1:]), columns=widths)


# --- everything inside everything ------------------------------------------------------------------------------


class _Counter:
    """IDs and notes for the torture document."""

    def __init__(self) -> None:
        self.ids = 0
        self.notes: list[Note[Words]] = []

    def id(self) -> str:
        self.ids += 1
        return f"t-{self.ids}"

    def mark(self) -> NoteMark:
        id = f"n-{len(self.notes) + 1}"
        self.notes.append(note(id, f"Note {id}."))
        return NoteMark(id)


def torture() -> Document[Words]:
    """Every inline in every leaf, every block in every container and in a note, two containers deep."""
    counter = _Counter()
    blocks = _everything(counter, 2, body=True)
    inside = note("n-all", "A note with everything in it.", *_everything(counter, 1, body=False))
    last = Paragraph(id="last", words=words("The end", NoteMark("n-all"), " and again", NoteMark("n-all"), "."))
    return Document(
        language="en",
        title=words("Torture ", Emphasis(inlines("of")), " a writer & its <file>"),
        subtitle=words("Подзаголовок", language="ru", mark="untranslated"),
        cover=(CoverField("cover.date", words("2014", Break(), "Almaty")),),
        blocks=(numbered(1, "The first.", id="start"), *blocks, last, _plain_table(), _plain_table()),
        notes=(*counter.notes, inside),
    )


def _everything(counter: _Counter, depth: int, *, body: bool) -> tuple[Block[Words], ...]:
    """One of each block; containers hold the same again until `depth` is used up."""

    def inner() -> tuple[Block[Words], ...]:
        return _everything(counter, depth - 1, body=body) if depth else (_leaf(counter, body),)

    first = Paragraph(id=counter.id(), words=_words(counter, body))
    return (
        first,
        *(Heading(level=level, id=counter.id(), words=_words(counter, body)) for level in (1, 4, 6)),
        items((_leaf(counter, body), *inner()), inner(), (), letters=True, start=3),
        items((_leaf(counter, body), *inner()), ordered=False),
        quote(*inner(), id=counter.id()),
        *(div(name, *inner(), id=counter.id()) for name in ("recommendation", "example", "summary", "annex", "only")),
        Paragraph(words=words("A label"), classes=("label",)),
        _full_table(counter, body),
        _figure(counter, body),
        RawBlock(construct="html", text="<hr class='a'>\nsecond line & more\n"),
    )


def _leaf(counter: _Counter, body: bool) -> Paragraph[Words]:
    return Paragraph(id=counter.id(), words=_words(counter, body))


def _full_table(counter: _Counter, body: bool) -> Table[Words]:
    caption = Paragraph(id=counter.id(), words=_words(counter, body), classes=("caption",))
    rows = ((_words(counter, body), words("")), (_words(counter, body), words("1")))
    return table(*rows, caption=caption, number=1, id=counter.id(), align=("left", "center"))


def _figure(counter: _Counter, body: bool) -> Figure[Words]:
    caption = Paragraph(id=counter.id(), words=_words(counter, body), classes=("caption",))
    description = words("A ", Emphasis(inlines("described")), " picture")
    return Figure(id=counter.id(), target="picture.png", words=description, caption=caption, number=1)


def _plain_table() -> Table[Words]:
    return table(("A", "B"), ("1", "2"))


def _words(counter: _Counter, body: bool) -> Words:
    """Every inline once, some in each other; in a note without marks, which notes cannot bear."""
    marks: tuple[Inline, ...] = (counter.mark(), counter.mark()) if body else ()
    nested = Emphasis(inlines("emphasis ", Strong(inlines("strong ", Emphasis(inlines("upright")))), *marks[:1]))
    return words(
        "Text & <more> “quoted”\u00a0— ", nested, " ", Code("code <x>"), " ",
        Link("https://example.org/a?b=c&d=ё", inlines("a ", Strong(inlines("link"))), "Title"), " ",
        Link("#start", inlines("inside")), " ", Image("picture.png", "A picture"), " ",
        Span(inlines("по-русски"), pairs=(("lang", "ru"),)), " ",
        Span(inlines("deutsch"), pairs=(("lang", "de"),)), " ",
        reference("start", "paragraph ", "1"), " ", Reference("start", content=inlines("“The first”")), " ",
        Reference("last", content=inlines("unnumbered")), *marks[1:], Break(), RawInline("<br>"),
        mark="fuzzy",
    )  # fmt: skip
