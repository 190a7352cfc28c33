"""Single diagnoses and disabilities, rare and common ones; groups of diagnoses (Depression, Sucht) stay."""

import re
from collections.abc import Iterator

from presidio_analyzer import RecognizerResult

from caseboard.anonymize.document import Document
from caseboard.anonymize.rare_words import diagnosis
from caseboard.anonymize.recognizers.base import QUASI_SCORE, Recognizer

_SYNDROME = re.compile(
    r"(?:\b(?:Morbus|M\.) [A-ZÄÖÜ][\wäöüß-]+|(?<![\w-])[\w-]{1,40}(?:Syndrom|Krankheit|syndrom|"
    r"dystrophie|sklerose|zirrhose|anämie|karzinom|sarkom)\b|\bGdB(?: von)? ?(?:70|80|90|"
    r"100)\b|\bMultiple[rn]? Sklerose\b|\bMS-\w+)"
)
_STATE = re.compile(
    r"\bim (?:\d\.|ersten|zweiten|dritten|vierten|fünften|sechsten|siebten|achten|neunten|achten) Monat schwanger\b"
    r"|\b\w*(?:transplantation|transplantiert|tumor|dialyse|amputation|amputiert|prothese|lähmung|gelähmt)\w*"
    r"|\b(?:Granat|Bomben|Minen)splitter\w*(?: im [A-ZÄÖÜ]\w+)?|\b[Ss]chwere[rsn]? Neurodermitis\b"
    r"|\b(?:fast|nahezu|beinahe|praktisch|völlig|fast ganz|halb|links|rechts|beidseits)"
    r" (?:blind|taub|gehörlos|erblindet|ertaubt)\b"
    r"|\b(?:den|die|das|im|ihren|seinen|ihre|seine) (?:rechten?|linken?|rechte[ns]?|linke[ns]?)"
    r" (?:Arm|Bein|Hand|Fuß|Schulter|Knie|Hüfte|Auge|Ohr)\b[^.;\n]{0,20} (?:nicht mehr|kaum noch|nur noch)"
    r"[^.,;\n]{0,40}"
    r"|\bnicht mehr über (?:Schulter|Kopf|Brust)höhe\b(?: heben)?"
    r"|\bGesichtsfeld\w*(?: (?:nur|noch|auf|stark)[^.,;\n]{0,40})?"
    r"|\b(?:fehlen|verlor|fehlende) (?:ihm |ihr )?(?:ein|zwei|drei|vier|mehrere) (?:Finger|Zehen)\b"
    r"|\b(?:ein|zwei|drei|vier) (?:Finger|Zehen) (?:der|an der) (?:linken|rechten) Hand\b"
    r""
    r"|\bSchlaganfall\b"
    r"|\bLebendspende\b(?: (?:der|des|seiner|ihrer|ihres|seines) \w+)?"
    r"|\b\w*(?:staub|asbest)lunge\b|\b\w*silikose\b(?: Grad \w+)?"
    r"|\bSchussverletzung\b|\bverlorenes? (?:Bein|Auge|Arm)\b|\beine[rnm]? (?:Niere|Leber|Lunge)\b"
    r"|\b(?:grauer?|grauen|grüner?|grünen) Star\b"
    r"|\bnach (?:Folter|Verschleppung|Verschüttung|Minenexplosion)\b|\b\w*fraktur\b(?: [A-Z]\w+)?"
    r"|\bDiagnose aus (?:der|dem) \w+"
    r"|\bSchlaganfall (?:links|rechts)\b|\b[Hh]ochschwanger\w*|\bRisikoschwangerschaft\b",
    re.I,
)


class Health(Recognizer):
    """Syndromes by their form, diagnoses by the list."""

    kinds = ("HEALTH",)

    def finds(self, document: Document) -> Iterator[RecognizerResult]:
        for match in document.finditer(_SYNDROME):
            yield self.find("HEALTH", *match.span(), QUASI_SCORE, "syndrome")
        for match in document.finditer(_STATE):
            yield self.find("HEALTH", *match.span(), QUASI_SCORE, "rare-state")
        for word in document.words:
            if word.protected or (len(word.fold) < 5 and not word.shouted):
                continue
            if how_many := diagnosis(word.fold):
                yield self.find("HEALTH", word.start, word.end, QUASI_SCORE, f"{how_many}-diagnosis")
