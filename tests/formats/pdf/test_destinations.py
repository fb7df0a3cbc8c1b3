"""The pages of destinations are read out of a PDF as LibreOffice writes it, and of nothing else."""

from __future__ import annotations

from assembler.formats.pdf.destinations import destinations

PDF = b"""%PDF-1.6
1 0 obj
<</Type/Page/Parent 9 0 R>>
endobj
2 0 obj
<</Type/Page/Parent 8 0 R>>
endobj
3 0 obj
<</Type/Page/Parent 8 0 R>>
endobj
8 0 obj
<</Type/Pages/Kids[ 3 0 R 2 0 R ]>>
endobj
9 0 obj
<</Type/Pages/Kids[ 1 0 R 8 0 R ]>>
endobj
10 0 obj
<</5FToc1[3 0 R/XYZ 71 414 0]
/5FToc2[2 0 R/XYZ 71 414 0]
/5FP5Fart075Fk3fa[1 0 R/XYZ 71 414 0]
/5FToc3[77 0 R/XYZ 71 414 0]>>
endobj
11 0 obj
<</Type/Catalog/Pages 9 0 R
/Dests 10 0 R>>
endobj
"""


def test_pages_count_in_the_order_of_their_tree() -> None:
    assert destinations(PDF) == {"_Toc1": 2, "_Toc2": 3, "_P_art07_k3fa": 1}


def test_a_tree_with_a_circle_is_not_followed_for_ever() -> None:
    assert destinations(PDF.replace(b"Kids[ 3 0 R", b"Kids[ 9 0 R")) is not None


def test_of_what_is_not_understood_nothing_is_known() -> None:
    assert destinations(b"") == {}
    assert destinations(b"%PDF-2.0 compressed") == {}
