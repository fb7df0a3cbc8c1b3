"""LibreOffice as the reader who accepts or rejects all changes of a document, and the text that is then left.

It is asked through a macro in a profile of its own: no other way to it needs nothing but the program.
"""

from __future__ import annotations

import os
import re
import signal
import subprocess
from pathlib import Path
from typing import Literal

Answer = Literal["Accept", "Reject"]

PATIENCE = 120

MODULE = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">
Sub Settle(source, target, answer, filter)
  Dim none()
  Dim store(0) As New com.sun.star.beans.PropertyValue
  document = StarDesktop.loadComponentFromURL(source, "_blank", 0, none())
  dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
  command = ".uno:" &amp; answer &amp; "AllTrackedChanges"
  dispatcher.executeDispatch(document.CurrentController.Frame, command, "", 0, none())
  store(0).Name = "FilterName"
  store(0).Value = filter
  document.storeToURL(target, store())
  document.close(True)
End Sub
</script:module>
"""

LIBRARY = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false"
 library:passwordprotected="false"><library:element library:name="Module1"/></library:library>
"""

LIBRARIES = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:libraries PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "libraries.dtd">
<library:libraries xmlns:library="http://openoffice.org/2000/library" xmlns:xlink="http://www.w3.org/1999/xlink">
<library:library library:name="Standard" xlink:href="$(USER)/basic/Standard/script.xlb/" xlink:type="simple"
 library:link="false"/></library:libraries>
"""

FILTERS = {"docx": "MS Word 2007 XML", "odt": "writer8", "txt": "Text"}


def _profile(soffice: str, folder: Path) -> str:
    """A profile with the macro in it. LibreOffice sets one up itself first, or it would write over the macro."""
    profile = folder / "macros"
    basic = profile / "user" / "basic"
    if not profile.is_dir():
        _run([soffice, "--headless", f"-env:UserInstallation={profile.as_uri()}", "--terminate_after_init"])
        (basic / "Standard").mkdir(parents=True, exist_ok=True)
        (basic / "script.xlc").write_text(LIBRARIES, encoding="utf-8")
        (basic / "Standard" / "script.xlb").write_text(LIBRARY, encoding="utf-8")
        (basic / "Standard" / "Module1.xba").write_text(MODULE, encoding="utf-8")
    return profile.as_uri()


def _run(command: list[str]) -> None:
    """A run that is ended with all that it started when it does not come back."""
    process = subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    )  # fmt: skip
    try:
        process.wait(timeout=PATIENCE)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def settled(soffice: str, file: Path, answer: Answer, format: str, folder: Path) -> Path:
    """The document with all its changes accepted or rejected, in another format, in `folder`."""
    target = folder / f"{file.stem}-{answer}.{format}"
    macro = f"macro:///Standard.Module1.Settle({file.as_uri()},{target.as_uri()},{answer},{FILTERS[format]})"
    profile = _profile(soffice, folder)
    _run([soffice, "--headless", "--norestore", f"-env:UserInstallation={profile}", macro])
    assert target.is_file(), f"LibreOffice did not settle {file.name}"
    return target


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a text file that LibreOffice wrote, without numbers and markers at their head."""
    lines = (re.sub(r"\s+", " ", line).strip() for line in text.removeprefix("\ufeff").splitlines())
    return [line for line in lines if line]
