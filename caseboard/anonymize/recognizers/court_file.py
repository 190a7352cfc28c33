"""Court and prosecution files by the registers of the Aktenordnungen of the Länder.

'S 12 AS 345/21', '8 Ds 302 Js 4471/21', '6 UF 77/22', '5 Ca 1123/23', 'W 3 K 22.1123', 'XVII 88/25', 'DR II 0712/23'.
"""

import re

from caseboard.anonymize.recognizers.base import SURE, Shape, ShapeRecognizer

_SOCIAL = r"(?:AS|AL|SO|KR|KN|R|RS|SB|AY|EG|KG|BK|P|U|SF|SV|V|BL|BA|VE|VG|VS|VU|VH|VJ|VK|VM|LW|KA|BR|AR|F)"
_CRIMINAL = r"(?:[UVF]?Js|JsOWi|Js[- ]OWi|OWi|Ds|Cs|Ls|KLs|Ks|Gs|Ns|Qs|Bs|BRs|Ss|Ws|StVK|VRJs|VRs|BwR|BewR|Hs|Bst|OJs)"
_CIVIL = (
    r"(?:UFH|UF|FH|WF|F|Ca|BVGa|BV|Ga|Ha|SLa|SaGa|Sa|TaBV|Ta|Oa|IN|IK|IE|AR|ARK|XIV|XVII|XVI|X|VIII|VII|VI|IV|OH|SH|TH"
    r"|X[VIl1]{1,4}|V[Il1]{1,3}|[l1][NKEV]|DR|UR|HRA|HRB|C|O|S|T|U|W|H|M|K|L|N|B|E|A|D|P|R|V|Z|G)"
)
_COURT = r"(?:VG|OVG|VGH|SG|LSG|AG|LG|ArbG|StA|OLG|Au|AN|RN|RO|BY|B|M|W|N|S)"
_OFFICE = r"(?:StA|StAmt|GStA|AG|LG|OLG|FG|SG|VG|ArbG|JA|KJA|SJA|OA|BA|GA|LRA|ABH|ALB|EMA|PI|KPI|HZA|FA|ZAB)"
_OCR = "0-9lIO"
_YEAR = rf"(?:20)?[{_OCR}]{{2}}"
_NUMBER = rf"(?=\w* ?/? ?\w*\d)[{_OCR}SB]{{1,6}} ?/ ?{_YEAR}"
_SUFFIX = (
    r"(?:(?:[ .]| ?[-–] ?)(?:ER|PKH|NZB|KL|WA|RG|BH|EK|HZ|SI|OWi|jug\.?|eA|e\. ?A\.|A|B|R|D)(?!\w)| ?\(\d{1,3}\)"
    r"|\.[A-Z]{1,3}(?!\w)){0,3}"
)


class CourtFile(ShapeRecognizer):
    """The sign of the register makes it a file, in lower case as well."""

    kinds = ("ID",)
    shapes = (
        Shape(
            re.compile(rf"(?<!\w)[SL] ?[{_OCR}B]{{1,3}} ?{_SOCIAL} ?{_NUMBER}(?!\d){_SUFFIX}", re.I),
            "court:social",
            SURE,
        ),
        Shape(
            re.compile(
                rf"(?<!\w)(?:\d{{1,4}} ?)?{_CRIMINAL}[- ]?(?:\d{{1,4}} ?{_CRIMINAL}[- ]?)?{_NUMBER}(?!\d){_SUFFIX}",
                re.I,
            ),
            "court:criminal",
            SURE,
        ),
        Shape(
            re.compile(
                rf"(?<![\w.,])(?:{_COURT},? )?"
                rf"(?=\w{{0,3}}\d)[{_OCR}SB]{{1,4}}[a-e]? ?{_CIVIL} ?[{_OCR}SB]{{1,6}} ?/ ?{_YEAR}(?!\w|,\d)"
                rf"{_SUFFIX}",
                re.I,
            ),
            "court:civil",
            SURE,
        ),
        # the letter is that of the surname; with it or with the number of the chamber no year is needed
        Shape(
            re.compile(
                rf"(?<![\w.,])(?:\d{{1,4}} ?)?(?:XVII|XVI|XIV|VIII|VII|VI|X) ?\(?[A-ZÄÖÜ]\)? ?\d{{1,5}} ?/ ?{_YEAR}"
                rf"(?!\w|,\d)|(?<![\w.,])\d{{1,4}} ?XVII (?:\(?[A-ZÄÖÜ]\)? )?\d{{1,5}}(?![\w/]|,\d)"
            ),
            "court:guardianship",
            SURE,
        ),
        Shape(
            re.compile(
                rf"(?<!\w)(?<!\d,)(?:(?:{_COURT} )?\d{{1,3}} ?[A-Z]{{1,2}}|{_COURT} \d{{1,3}} [A-Z]{{1,2}}) "
                rf"?(?:2[0-9]|[{_OCR}]{{2}})\.[{_OCR}]{{2,6}}(?!\w|,\d)(?!\.\d){_SUFFIX}"
            ),
            "court:administrative",
            SURE,
        ),
        Shape(
            re.compile(rf"(?<!\w)(?:{_COURT}) \d{{1,3}} [a-z]{{1,2}} \d\d\.[{_OCR}]{{2,6}}(?!\w)", re.I),
            "court:administrative",
            SURE,
        ),
        Shape(
            re.compile(rf"(?<!\w)(?:VG|OVG) \d{{1,3}} ?[A-Z]{{1,2}} ?\d{{1,5}}\.\d{{2}}(?!\w){_SUFFIX}", re.I),
            "court:administrative",
            SURE,
        ),
        Shape(
            re.compile(rf"(?<!\w)(?:DR ?[IVX]{{0,4}}|VG|GV|IN|IK|IE|UR|[XIV]{{1,5}}) ?{_NUMBER}(?!\d){_SUFFIX}", re.I),
            "court:register",
            SURE,
        ),
        Shape(
            re.compile(rf"(?<![\w-]){_OFFICE}-[A-ZÄÖÜ]{{1,3}}[ -]\d{{1,6}} ?/ ?{_YEAR}(?!\w)"), "court:register", SURE
        ),
        Shape(re.compile(rf"(?<![\w.])(?:M|K|F|C|O|S) ?\d{{1,6}} ?/ ?{_YEAR}(?!\w)"), "court:register", SURE),
    )
