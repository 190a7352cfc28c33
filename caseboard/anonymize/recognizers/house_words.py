"""Nouns for houses, firms and bodies: what opens the name of an organisation or stands at its end."""

import re

from caseboard.anonymize.words import listed

ENDS = re.compile(
    r"(?:haus|heim|hof|stift|stiftung|treff|treffpunkt|zentrum|schule|gymnasium|kolleg|akademie|klinik|klinikum|spital|hospital"
    r"|apotheke|praxis|werke?|werkstatt|werkstaetten?|fabrik|betrieb|firma|laden|shop|store|markt|hotel|gasthof|gasthaus|pension"
    r"|cafe|taverne|restaurant|pizzeria|imbiss|kneipe|wirtschaft|wirtshaus|gaststaette|schaenke|stube|verein|verband|initiative"
    r"|genossenschaft|gesellschaft|anstalt|theater|museum|kino|zirkus|schmiede|huette|zucht|gaertnerei|baeckerei|metzgerei"
    r"|brauerei|druckerei|schreinerei|spedition|logistik|transporte|bau|technik|service|dienst|pflege|reinigung|beratung"
    r"|beratungsstelle|fachstelle|servicestelle|kontaktstelle|geschaeftsstelle|vermittlungsstelle|anlaufstelle|station|kita|kindergarten|kindertagesstaette|tagesstaette|krippe|hort|mission"
    r"|pfarrei|gemeinde|kirche|kloster|moschee|tafel|kammer|institut|buero|kanzlei|studio|salon|bank|kasse|versicherung|verlag"
    r"|agentur|volkshochschule|bildungswerk|forum|projekt|unterkunft|wohngruppe|siedlung|camp|farm|muehle|alm|netzwerk|nothilfe"
    r"|hilfe|halle|kueche|ambulanz|mensa|kantine|gilde|zunft|bibliothek|buecherei|archiv|pfarramt|kaeserei|molkerei|waescherei"
    r"|gemeinschaft|dialyse|physio|kinderdorf|haeuser|zeltplatz|campingplatz|messe|boerse|filiale|mobil|blech|moebel|erei|werft|meisterbetrieb|handlung|chor|kapelle|musikverein|feuerwehr|club|klub|bund|freunde|gruppe|notruf|sorgentelefon|lager|stuebchen|stueberl|wohnanlage|landsmannschaft|lichtspiele|orthopaedie|chirurgie|ergotherapie|physiotherapie|labor|residenz|boutique|atelier|naturstein|brennerei|sternwarte|spielplatz|jugendfarm|tierpension|wacht|rettungswache|feuerwache|fonds|stuetzpunkt)(?:s|es|n|en)?$"
)
TAIL = re.compile(
    r"(?:apotheke|schule|grundschule|mittelschule|realschule|gymnasium|klinik|klinikum|krankenhaus|stift|hospital|kindergarten"
    r"|kita|hort|heim|haus|hotel|markt|werke?|bau|technik|service|logistik|transporte|reinigung|baeckerei|metzgerei|gasthof"
    r"|verlag|stiftung|bank|praxis|zentrum|treff|club|verein|imbiss|bar|cafe|akademie|kolleg|hof|muehle|stueberl|stube|alm"
    r"|druck|druckerei|textil|moebel|beratung|hilfe|dienst|pflege|wohnbau|braeu|brauerei|center|kurier|express|catering"
    r"|security|immobilien|versicherung|kasse|fabrik|schreinerei|gaertnerei|forum|initiative|projekt|werkstatt|laden|museum|theater|archiv|bibliothek"
    r"|buecherei|institut|seminar|spital|internat|residenz|stadion|turnhalle)$"
)
MADE = re.compile(
    r".{3,}(?:manufaktur|waren|veredelung|verwertung|verleih|vertrieb|montagen)$"
    r"|(?:.{3,})?(?:bedachungen|bestattungen|foerderkreis|freundeskreis|helferkreis|seniorenpark|reitstall|gestuet|mineralbrunnen"
    r"|fundus|zerspanung|karosserien?|verzinkung|galvanik|(?:haus|zahn|kinder|frauen|augen|tier|hno)aerzte)$"
    r"|(?:gabelstapler|landmaschinen|baumaschinen|autokrane|kranarbeiten|hebebuehnen|autoteile|autoglas|fahrzeugteile"
    r"|drehteile|fraesteile|stanzteile|zerspanungstechnik|spritzguss|blechbearbeitung|metallbearbeitung|holzbearbeitung"
    r"|steinbearbeitung|oberflaechenveredelung|pulverbeschichtung|autolackierung(?:en)?|rolllaeden|rollladen|markisen"
    r"|wintergaerten|kachelofenbau|parkettboeden|bodenbelaege|natursteine|grabmale|grabsteine|fertigteile|betonfertigteile"
    r"|raumausstattung(?:en)?|polstermoebel|haarmoden?|haardesign|haarstudio|nageldesign|augenoptik|hoerakustik|zahntechnik"
    r"|dentaltechnik|werbetechnik|gartengestaltung|gartenanlagen|erdarbeiten|erdbau|baggerbetrieb|abbrucharbeiten"
    r"|entruempelungen|haushaltsaufloesungen|gebaeudereinigung|glasreinigung|hausverwaltung(?:en)?|hausmeisterdienste?"
    r"|omnibusse|omnibusreisen|busreisen|mietwagen|krankentransporte|feinkost|backwaren|weinbau|landhandel"
    r"|saatzucht|spargelhof|gefluegelhof|obstbau|gemuesebau|geigenbau|orgelbau|bootsbau|yachten|zweiraeder)$"
    r"|(?:job|bildungs|wirtschafts|ausbildungs|familien|sprach|lese|lern|integrations|gruender|kultur|gesundheits"
    r"|stadtteil|senioren|sozial)(?:lotsen|paten|piloten|mentoren|scouts)$"
    r"|(?:metall|alu|eisen|stahl|druck|zink|bronze|glocken|fein)guss$|(?:fein|zweirad|land|praezisions)mechanik$"
    r"|(?:hopfen|holz|fisch|fleisch|leder|metall|kunststoff|papier|obst|gemuese)verarbeitung$"
    r"|(?:tier|praxis|buero|jagd|haustier|garten|gastro|schul|kuenstler)bedarf$"
    r"|(?:guts|gueter|schloss|forst|immo|immobilien|objekt|grundstuecks|vermoegens)verwaltung$"
    r"|(?:wein|tee|holz|stahl|auto|fahrrad|fahrzeug|vieh|kohlen|brennstoff|obst|gemuese|fisch|blumen|moebel|teppich"
    r"|schrott|landmaschinen|papier|eisen|leder|elektro|buch|blech|metall|getraenke|baustoff)(?:gross)?handel$"
)
"""Compounds of what is made, dealt in or looked after: 'Porzellanmanufaktur', 'Schreibwaren', 'Gutsverwaltung'."""
_OPENINGS = (
    r"(?:jugend|jugendlichen|sucht|drogen|trauma|opfer|frauen|maedchen|maenner|kinder|kind|eltern|muetter|vaeter|familien"
    r"|senioren|alten|demenz|pflege|kranken|gesundheits|reha|tages|nacht|not|haus|wohn|obdachlosen|schul|lern|lehr"
    r"|sprach|berufs|ausbildungs|bildungs|arbeits|beschaeftigungs|integrations|inklusions|migrations|fluechtlings|asyl"
    r"|sozial|nachbarschafts|schuldner|insolvenz|miet|mieter|kreis|stadt|stadtteil|gemeinde|buerger|landes|bezirks|ferien|ganztags"
    r"|freizeit|selbsthilfe|hebammen|geburts|schwangeren|hospiz|trauer|krisen|instituts|psychiatrie|spezial|schmerz"
    r"|impf|blutspende|fach|ober|berufsfach|abend|bewerbungs|qualifizierungs|trainings|gruppen|wirtschafts|technik"
    r"|energie|verbraucher|rechts|kleider|moebel|sperrmuell|wertstoff|recycling|gross|service|wohnungs|existenzgruendungs|fahrrad|repair|produktions|uebungs|logistik|verteil|regional)"
)
_GENERAL = re.compile(_OPENINGS + ENDS.pattern.replace("(?:haus|", "(?:haus|center|oberschule|wohnen|wohnheim|", 1))
_MEETING = ("treff", "treffpunkt", "laden", "stube", "cafe", "kneipe")  # alone these are what a place is called
_LEAST = 3


def house(folded: str) -> bool:
    """Whether a noun denotes a house, a firm or a body that has a name of its own."""
    stems = {folded, folded.removesuffix("s"), folded.removesuffix("es")}
    if stems & listed("org_heads") or MADE.match(folded):
        return True
    found = ENDS.search(folded)
    if found is None or 0 < found.start() < _LEAST:
        return False
    return folded not in listed("no_heads") and folded not in listed("no_houses")


def general_house(folded: str) -> bool:
    """'Jugendwerkstatt', 'Traumaambulanz': what many towns have and call by what it is for."""
    return not folded.endswith(_MEETING) and _GENERAL.fullmatch(folded) is not None
