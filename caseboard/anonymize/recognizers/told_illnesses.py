"""Illnesses by how their word is formed, by their short names and by what a sentence tells of a body."""

import re

from caseboard.anonymize.recognizers.base import QUASI_SCORE, Shape, ShapeRecognizer

_SIDE = r"(?: (?:li|re|bds)\.| (?:li|re|bds|links|rechts|beidseits)\b)?"
_FORMED = (
    r"(?:ruptur|blutung|mesotheliom|perforation|(?<!rest)parese|neuralgie|biopsie|abszess|dysplasie|luxation|stenose"
    r"|insuffizienz|nekrose|ektomie|spondylodese|allergie|pneumonie|vergiftung|trauma)"
)
_WHOLE = (
    r"(?:(?:aorten|trommelfell|sehnen|muskel|kreuzband|innenband|meniskus|milz|leber)riss|zystennieren?|schrumpfnieren?"
    r"|sepsis|schlangenbiss|hirnhautentzündung|herzmuskelentzündung|lungenentzündung|fehlbildung|herzstillstand"
    r"|(?:schrapnell|splitter|kopf|hirn|hörnerv|nerv)verletzung|schluckstörung|dekompressionskrankheit"
    r"|schmetterlingshaut|traumafolgestörung|hüftschraube|glasbläserstar|nierenspende)"
)
_BROKEN = (
    r"(?:Rippen|Kiefer|Schädelbasis|Becken|Wirbel|Oberschenkelhals|Handgelenks?|Schlüsselbein|Fersenbein|Knöchel"
    r"|Schienbein|Nasenbein|Sprunggelenks?)(?:bruch|brüche)(?:e?s)?"
)
_LIMB = r"(?:Zehen?|Finger|Bein|Arm|Fuß|Hand|Auge)"
_JOINT = r"(?:Schulter|Knie|Hüft|Bandscheiben|Kopf|Herz|Wirbelsäulen|Hirn|Fistel|Augen|Magen|Darm)"


def _shape(pattern: str, code: str, flags: re.RegexFlag = re.IGNORECASE) -> Shape:
    return Shape(re.compile(pattern, flags), code, QUASI_SCORE)


class ToldIllnesses(ShapeRecognizer):
    """Ruptures, haemorrhages and allergies; an eye that is blind, toes that are off, voices that somebody hears."""

    kinds = ("HEALTH",)
    over_lines = False
    shapes = (
        _shape(
            rf"\b(?:Z\. ?n\. )?(?:[\w-]*[^\W\d_]{{3}}-?{_FORMED}|{_WHOLE})(?:en|s)?{_SIDE}(?!\w)",
            "formed",
        ),
        _shape(
            rf"\b(?:Z\. ?n\. )?{_JOINT}-?(?:OP|Operation|TEP|Prothese){_SIDE}(?!\w)",
            "formed",
        ),
        _shape(
            r"\b(?:Z\. ?n\. )?(?:COPD|CRPS|Tbc|TBC|FGM|MRSA|komplexe PTBS|PTBS|PTSD|ADHS|ADS|(?i:adhs|ptbs|copd))"
            r"(?:,? (?:Typ|Stadium|Stufe|Grad) (?:[IV]{1,3}|\d)\w?)?(?!\w)|\bHep(?:atitis|\.) ?[A-E]\b"
            r"|\ban MS (?:erkrankt|leidend)\b|\b(?:hat|habe) MS\b",
            "short",
            re.NOFLAG,
        ),
        _shape(
            r"\b(?:posttraumatische[rn]?|komplexe[rn]? posttraumatische[rn]?) Belastungsstörung(?:en)?\b"
            r"|\b(?:postpartale|postnatale|wahnhafte|psychotische|manische)[rn]? (?:Depression|Psychose|Episode)\b"
            r"|\bin einer Psychose\b|\bpsychisch (?:\w+ ){0,3}traumatisiert\b|\bhör(?:t|te|e|en) (?:wieder )?stimmen\b"
            r"|\b(?:schwer|schwerst) (?:depressiv|traumatisiert|herzkrank|lungenkrank)\b",
            "mind",
        ),
        _shape(
            r"\b(?:auf|an) (?:einem|dem linken|dem rechten|beiden) (?:Auge|Augen|Ohr|Ohren)"
            r" (?:fast |völlig |ganz )?(?:blind|taub|gehörlos|ertaubt|erblindet)\b"
            r"|\b(?:hört|sieht) auf (?:einem|beiden|dem linken|dem rechten) (?:Auge|Augen|Ohr|Ohren)"
            r" (?:nichts|nicht mehr|kaum)\w*|\beinseitig (?:ertaubt|erblindet|gelähmt)\b|\bdie taube Hand\b",
            "senses",
        ),
        _shape(
            rf"\b(?:ein|eine|zwei|drei|vier|\d|linkes|rechtes) {_LIMB} ab\b"
            rf"|\bVerlust (?:zweier|dreier|eines|des (?:linken|rechten)) {_LIMB}s?{_SIDE}"
            r"|\b(?:ein|one) (?:Bein kürzer|leg shorter)\b|\bZehen (?:schon )?schwarz\b"
            rf"|\b(?:Knie|Wirbel|Schulter|Hand|Fuß|Finger){_SIDE} versteift\b",
            "limbs",
        ),
        _shape(
            r"\bkünstliche[rnsm]? (?:Klappe|Herzklappe|Hüfte|Gelenk|Hüftgelenk|Niere|Knie|Kniegelenk|Darmausgang)\b"
            r"|\b(?:Loch im? Herz\w*|Herzfehler)\b|\b(?:Beatmungs|Sauerstoff)gerät\b|\b(?:zwei|drei|vier|\d) Stents\b"
            r"|\b(?:einen |ein )?(?:Granat|Bomben)?splitter (?:im|in der|in dem) \w+",
            "devices",
        ),
        _shape(
            r"\b(?:hat|macht|bekommt|wegen|braucht)(?: (?:grad|gerade|jetzt|eine|zur zeit|ihre|seine|der)){0,2} chemo\b"
            r"|\bEntzug (?:\w+ )?(?:abgebrochen|abgeschlossen|gemacht)\b",
            "treatment",
        ),
        _shape(
            r"\b(?:Op|Operation|operation) an (?:der|den|dem|beiden)? ?(?:Schulter|Hüfte|Knie|Mandeln|Herz|Kopf"
            r"|Auge|Augen"
            r"|Lunge|Niere|Wirbelsäule|Bandscheibe|Hand|Fuß)\w*|\ban (?:der|den|beiden) (?:Hüfte|Schulter|Hand"
            r"|Bandscheibe"
            r"|Lunge|Niere|Wirbelsäule|Augen?) operiert\b",
            "operation",
        ),
        _shape(
            r"\b(?:(?:an|mit|wegen) )?(?:einem|einer|eine|ein) (?:seltenen?|unheilbaren?|angeborenen?)"
            r" (?:\w+(?:tumor|krebs|leiden|krankheit|defekt|fehler|erkrankung|om)|Krankheit|Krebs|Tumor)\b",
            "rare",
        ),
        _shape(_BROKEN, "broken"),
        _shape(
            r"\b(?:den|der|ihren|seinen|das|ihr|die)(?: (?:linken?|rechten?))? (?:Unterarm|Oberarm|Arm|Unterkiefer"
            r"|Kiefer"
            r"|Bein|Schulter|Nase|Becken)(?: (?:war|ist|wurde))? gebrochen\b",
            "broken",
        ),
    )
