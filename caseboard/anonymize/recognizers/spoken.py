"""How dictation software writes numbers, signs and letters that were spoken: 'null neun Strich zwo', 'Anton', 'wie'."""

_ONES = ("null", "eins", "zwei", "zwo", "drei", "vier", "fuenf", "sechs", "sieben", "acht", "neun")
DIGITS = frozenset(_ONES)
GLUED = r"(?:null|eins|zwei|zwo|drei|vier|fuenf|sechs|sieben|acht|neun){2,}"  # 'siebenvierzwo'
_TEENS = r"zehn|elf|zwoelf|(?:drei|vier|fuenf|sech|sieb|acht|neun)zehn"
_TENS = r"zwanzig|dreissig|vierzig|fuenfzig|sechzig|siebzig|achtzig|neunzig"
_UNITS = r"(?:ein|zwei|zwo|drei|vier|fuenf|sechs|sieben|acht|neun)"
_TO_99 = rf"(?:(?:{_UNITS}und)?(?:{_TENS})|{_TEENS}|{_UNITS}s?)"
# in the folded form: 'zweiundzwanzig', 'neunhundertelf', 'zweitausendvierundzwanzig', 'neunzehnhundertachtzig'
LARGER = (
    rf"(?:(?:{_UNITS}|{_TEENS})?(?:hundert|tausend)(?:und)?(?:{_UNITS}?hundert(?:und)?)?{_TO_99}?"
    rf"|(?:{_UNITS}und)?(?:{_TENS})|{_TEENS})"
)
SIGNS = frozenset(
    [
        *(
            "strich",
            "schraegstrich",
            "bindestrich",
            "gedankenstrich",
            "unterstrich",
            "querstrich",
            "doppelstrich",
            "doppelschraegstrich",
            "bruchstrich",
            "minus",
            "plus",
            "punkt",
            "pause",
        ),
        *("slash", "leerzeichen", "doppelpunkt", "wie", "aus", "gross", "grosses", "klein", "kleines", "durch"),
    ]
)
# signs of court registers and authorities, as dictation writes them
REGISTERS = frozenset(
    [
        *(
            "Js",
            "KLs",
            "Kls",
            "Ds",
            "Cs",
            "Ls",
            "Ks",
            "Ns",
            "Gs",
            "OWi",
            "AS",
            "AL",
            "SO",
            "KR",
            "IN",
            "IK",
            "ER",
            "Ca",
        ),
        *("UF", "WF", "AR", "AZ", "BG", "XVII", "VI", "IV", "DR", "II"),
    ]
)
