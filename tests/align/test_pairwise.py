"""Two texts are aligned."""

from __future__ import annotations

from assembler.align.concepts import finder
from assembler.align.guided import Cut, Guidance, Pin, guided
from assembler.align.model import CERTAIN, Piece
from assembler.align.pairwise import Text, aligned, text
from assembler.align.trio import disputed, together
from benchmarks.alignment import Row, gold, side

RUSSIAN = (
    Piece("Доклад о положении заключённых", "heading", 1),
    Piece("В 2013 году в Алматы поступило семь жалоб на пытки в полиции."),
    Piece("Суд города Астаны рассмотрел 12 дел и вынес обвинительный приговор по двум из них."),
    Piece("Комитет рекомендовал принять закон о национальном превентивном механизме."),
    Piece("Неправительственные организации посетили 34 тюрьмы по всей стране, в том числе в Костанае."),
)
ENGLISH = (
    Piece("Report on the situation of prisoners", "heading", 1),
    Piece("In 2013 seven complaints of torture by the police were received in Almaty."),
    Piece("The court of Astana heard 12 cases and convicted the accused in two of them."),
    Piece("The Committee recommended the adoption of a law on the national preventive mechanism."),
    Piece("Non-governmental organizations visited 34 prisons all over the country, Kostanay among them."),
)


def of(pieces: tuple[Piece, ...], language: str) -> Text:
    return text(pieces, language, finder(language))


def pairs(left: tuple[Piece, ...], right: tuple[Piece, ...]) -> set[tuple[int, int]]:
    return {pair for link in aligned(of(left, "ru"), of(right, "en")) for pair in link.pairs}


def test_texts_with_the_same_paragraphs_are_linked_one_by_one_and_surely() -> None:
    links = aligned(of(RUSSIAN, "ru"), of(ENGLISH, "en"))
    assert [(link.left, link.right) for link in links] == [((n,), (n,)) for n in range(5)]
    assert sum(link.confidence >= CERTAIN for link in links) >= 4


def test_a_paragraph_that_one_side_lacks_is_linked_to_nothing() -> None:
    assert pairs(RUSSIAN, (*ENGLISH[:2], *ENGLISH[3:])) == {(0, 0), (1, 1), (3, 2), (4, 3)}
    assert pairs((*RUSSIAN[:3], *RUSSIAN[4:]), ENGLISH) == {(0, 0), (1, 1), (2, 2), (3, 4)}


def test_two_paragraphs_that_are_one_are_linked_to_it_and_not_certain() -> None:
    joined = Piece(f"{ENGLISH[2].words} {ENGLISH[3].words}")
    links = aligned(of(RUSSIAN, "ru"), of((*ENGLISH[:2], joined, ENGLISH[4]), "en"))
    assert ((2, 3), (2,)) in {(link.left, link.right) for link in links}


def test_a_paragraph_that_stands_elsewhere_is_linked_as_moved() -> None:
    last = Piece("См. CCPR/C/KAZ/CO/2 и https://example.org/7, 1 204 страницы, Костанай.")
    its = Piece("See CCPR/C/KAZ/CO/2 and https://example.org/7, 1,204 pages, Kostanay.")
    links = aligned(of((*RUSSIAN, last), "ru"), of((its, *ENGLISH), "en"))
    [moved] = [link for link in links if link.moved]
    assert (moved.left, moved.right) == ((5,), (0,))


def test_empty_texts_have_no_links() -> None:
    assert aligned(of((), "ru"), of(ENGLISH, "en")) == ()
    assert aligned(of(RUSSIAN, "ru"), of((), "en")) == ()


def test_what_is_pinned_is_linked_and_what_is_cut_is_not() -> None:
    left, right = of(RUSSIAN, "ru"), of(ENGLISH, "en")
    links = guided(left, right, Guidance((Pin((1,), (2,)),), ()))
    assert [link.right for link in links if link.left == (1,)] == [(2,)]
    assert next(link for link in links if link.pinned).confidence == 1.0
    links = guided(left, right, Guidance((), (Cut((2,), (2,)),)))
    assert (2, 2) not in {pair for link in links for pair in link.pairs}
    links = guided(left, right, Guidance((), (Cut((3,), ()), Cut((), (4,)))))
    assert {3} & {place for link in links for place in link.left} == set()
    assert {4} & {place for link in links for place in link.right} == set()


def test_a_pin_against_the_order_of_the_texts_is_kept() -> None:
    links = guided(of(RUSSIAN, "ru"), of(ENGLISH, "en"), Guidance((Pin((4,), (1,)), Pin((1,), (4,)))))
    assert {(1, 4), (4, 1), (2, 2), (3, 3)} <= {pair for link in links for pair in link.pairs}


def test_three_texts_that_agree_dispute_nothing_and_one_that_does_not_is_told() -> None:
    texts = [of(RUSSIAN, "ru"), of(ENGLISH, "en"), of(ENGLISH, "en")]
    links = together(texts)
    assert set(links) == {(0, 1), (0, 2), (1, 2)}
    assert disputed(links) == {}
    wrong = together(texts, {(0, 1): Guidance((Pin((1,), (2,)), Pin((2,), (1,))))})
    assert {link.left for link in disputed(wrong)[0, 1]} == {(1,), (2,)}


def test_drops_and_joins_are_known_by_the_rows_that_pieces_hold() -> None:
    from random import Random

    rows = [Row(str(n), {"ru": Piece(f"слово {n}"), "en": Piece(f"word {n}")}) for n in range(50)]
    left, right = side(rows, "ru", Random(1), 0.2), side(rows, "en", Random(2), 0.2)
    assert len(left.pieces) < 50
    for one, other in gold(left, right):
        assert set(left.rows[one]) & set(right.rows[other])
