"""How LibreOffice exports a document whose pages have come to rest: a macro in the profile that it is started with.

LibreOffice sets the pages of a long table with notes only roughly at first and goes on moving text while it exports.
Page numbers in the contents are then those of before, and at the end pages are left on which nothing stands. What it
exports from the same document once more begins with the pages as they are by then. So the macro exports until a file
is as long as the one before it, for text that has moved makes a page of another length. One that is much shorter than
the one before it has lost text on the way: then that one is kept.

A profile that is said to be set up keeps the macro; LibreOffice would lay its own empty library over it otherwise.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

EXPORTS = 6
"""At most so many for a document; two where nothing moves, three as a rule where something does."""

LOST = 25
"""A file that is shorter by more than this part of the one before it has lost text; pages that move change far less."""

USUAL = 3
"""How many are to be waited for: who gives up before gets a document with wrong pages in its contents."""

_MODULE = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Settling" script:language="StarBasic">
Sub Export(folder As String, suffix As String, count As Integer)
  For position = 0 To count - 1
    ExportOne(folder &amp; "/" &amp; position, suffix)
  Next
End Sub

Sub ExportOne(stem As String, suffix As String)
  On Error GoTo Failed
  Dim loading(0) As New com.sun.star.beans.PropertyValue
  loading(0).Name = "Hidden"
  loading(0).Value = True
  document = StarDesktop.loadComponentFromURL(stem &amp; suffix, "_blank", 0, loading())
  Dim ways({last}) As New com.sun.star.beans.PropertyValue
{ways}
  Dim storing(1) As New com.sun.star.beans.PropertyValue
  storing(0).Name = "FilterName"
  storing(0).Value = "writer_pdf_Export"
  storing(1).Name = "FilterData"
  storing(1).Value = ways()
  size = -1
  For turn = 1 To {exports}
    document.storeToURL(stem &amp; ".part", storing())
    before = size
    size = FileLen(stem &amp; ".part")
    If size &lt; before - before / {lost} Then Exit For
    If turn &gt; 1 Then Kill stem &amp; ".rest"
    Name stem &amp; ".part" As stem &amp; ".rest"
    If size = before Then Exit For
  Next
  document.close(False)
  Name stem &amp; ".rest" As stem &amp; ".pdf"
Failed:
End Sub
</script:module>
"""

_WAY = '  ways({position}).Name = "{name}"\n  ways({position}).Value = {value}'

_LIBRARY = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false"
 library:passwordprotected="false"><library:element library:name="Settling"/></library:library>
"""

_LIBRARIES = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:libraries PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "libraries.dtd">
<library:libraries xmlns:library="http://openoffice.org/2000/library" xmlns:xlink="http://www.w3.org/1999/xlink">
<library:library library:name="Standard" library:link="false"/></library:libraries>
"""

_IS_SET_UP = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry"><item oor:path="/org.openoffice.Setup/Office">
<prop oor:name="ooSetupInstCompleted" oor:op="fuse"><value>true</value></prop></item></oor:items>
"""


def write_profile(profile: Path, ways: Mapping[str, bool]) -> None:
    """A new profile with the macro in it, which exports in these ways."""
    library = profile / "user" / "basic" / "Standard"
    library.mkdir(parents=True)
    lines = (
        _WAY.format(position=position, name=name, value=wanted) for position, (name, wanted) in enumerate(ways.items())
    )
    module = _MODULE.format(last=len(ways) - 1, ways="\n".join(lines), exports=EXPORTS, lost=LOST)
    (library / "Settling.xba").write_text(module, encoding="utf-8")
    (library / "script.xlb").write_text(_LIBRARY, encoding="utf-8")
    (library.parent / "script.xlc").write_text(_LIBRARIES, encoding="utf-8")
    (profile / "user" / "registrymodifications.xcu").write_text(_IS_SET_UP, encoding="utf-8")


def macro(folder: Path, format: str, count: int) -> str:
    """The macro as LibreOffice is called with it, for documents `0` to `count - 1` of a format in a folder: each gets
    its PDF beside it."""
    return f'macro:///Standard.Settling.Export("{folder.as_uri()}",".{format}",{count})'
