from msgspec import Struct
class Letterhead(Struct, frozen=True):
    path: str
def read(data: bytes, path: str) -> Letterhead:
    return Letterhead(path)
