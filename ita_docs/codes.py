"""QR codes of addresses, as pictures; the only user of segno."""

from __future__ import annotations

import io

from ita_docs.package import Picture

POSTER_CM = 9.0  # of the one code of a poster, to be scanned from two or three steps away
QR_CM = 4.2  # large enough to be scanned from an arm's length over a counter; at least 4 cm is asked for


def qr_code(url: str, alt: str, width_cm: float = QR_CM) -> Picture:
    """Draw the QR code of an address, with its quiet margin."""
    import segno

    out = io.BytesIO()
    segno.make(url, error="m", micro=False).save(out, kind="png", scale=12, border=4)
    return Picture(out.getvalue(), width_cm, width_cm, alt)
