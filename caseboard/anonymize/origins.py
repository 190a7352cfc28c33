"""Countries, nationalities and groups with the world region that stands for them."""

from functools import cache

from caseboard.anonymize.fold import fold

# country names; stems of adjectives and inhabitants (matched as prefixes)
_REGIONS: dict[str, tuple[str, str]] = {
    "Osteuropa": (
        "Polen Rumänien Bulgarien Ungarn Tschechien Slowakei Ukraine Russland Belarus Weißrussland "
        "Moldawien Moldau Litauen Lettland Estland Sowjetunion",
        "polnisch pole polin rumän bulgar ungar tschech slowak ukrain russisch russe russin russland "
        "belarus weißruss moldau moldaw litau lett estn sowjet",
    ),
    "Südosteuropa": (
        "Albanien Kosovo Serbien Kroatien Bosnien Herzegowina Montenegro Mazedonien Nordmazedonien "
        "Slowenien Jugoslawien Griechenland Zypern",
        "alban kosov kosowar serb serbisch kroat bosni bosniak montenegrin mazedon sloweni jugoslaw griech zyprisch",
    ),
    "Südeuropa": ("Italien Spanien Portugal Malta", "italien spanisch spanier portugies maltes sizilian"),
    "West- und Nordeuropa": (
        "Frankreich Belgien Niederlande Holland Luxemburg Großbritannien England Schottland Irland "
        "Dänemark Schweden Norwegen Finnland Island Schweiz Österreich",
        "französ franzos belgisch niederländ holländ britisch brite englisch engländer irisch schott "
        "dänisch schwed norweg finnisch schweizer österreich",
    ),
    "Türkei und Naher Osten": (
        "Türkei Syrien Irak Iran Libanon Palästina Israel Jordanien Jemen Saudi-Arabien Kuwait Persien Kurdistan Gaza",
        "türkisch türke türkin syrisch syrer irakisch iraker iranisch iraner perser libanes "
        "palästinens israelisch jordan jemenit kurdisch kurde kurdin arabisch araber jesid jezid "
        "assyr aramä turkmen tscherkess alevit",
    ),
    "Kaukasus und Zentralasien": (
        "Georgien Armenien Aserbaidschan Kasachstan Usbekistan Tadschikistan Kirgisistan Turkmenistan Tschetschenien",
        "georgisch georgier armen aserbaidschan kasach usbek tadschik kirgis tschetschen dagestan",
    ),
    "Süd- und Ostasien": (
        "Afghanistan Pakistan Indien Bangladesch Nepal Vietnam Thailand China Philippinen Indonesien "
        "Japan Korea Mongolei Myanmar Kambodscha Laos Tibet Sri-Lanka",
        "afghan pakistan indisch inder bangladesch nepales vietnames thailänd thai chines philippin "
        "filipin indones japan korean mongol tamil hazara paschtun tibet singhales srilank rohingya "
        "sikh punjab",
    ),
    "Afrika": (
        "Eritrea Äthiopien Somalia Sudan Südsudan Kenia Uganda Ruanda Tansania Nigeria Ghana Togo "
        "Benin Senegal Gambia Guinea Mali Elfenbeinküste Kamerun Kongo Angola Mosambik Simbabwe "
        "Südafrika Sierra-Leone Liberia Burkina-Faso Niger Tschad Marokko Algerien Tunesien Libyen "
        "Ägypten",
        "eritre äthiop somali sudan kenian ugand ruand tansan nigerian ghanai ghanaer togo togol benin "
        "senegal gambi guine mali kameru kongol angolan mosambik simbabw südafrikan marokk algeri "
        "tunes libysch libyer ägypt afrikan tigrin oromo nordafrika westafrika ostafrika liberian "
        "ivor",
    ),
    "Amerika": (
        "Brasilien Kolumbien Venezuela Peru Ecuador Bolivien Chile Argentinien Mexiko Kuba Haiti USA "
        "Kanada Honduras Guatemala Nicaragua Dominikanische Jamaika",
        "brasilian kolumbian venezol peruan ecuador bolivian chilen argentin mexikan kuban haitian "
        "amerikan kanad hondur guatemal nicaragu dominikan jamaika",
    ),
}
_GROUPS = (
    "roma sinti sinto sintiza rojava romni spätaussiedler aussiedler russlanddeutsch deutschruss kontingentflüchtling "
    "geflüchtet flüchtling jüdisch jude jüdin muslim muslima moslem "
    "christ christin kopt orthodox katholik jehovasen jehovas buddhist hindu sikh schiit sunnit "
    "ahmadi bahai vertriebene drittstaat staatenlos donauschwab siebenbürg deutschtürk "
    "wolgadeutsch sudetendeutsch ungarndeutsch "
    " banat zigeuner sorbin sorbe lasin bask uigur krimtatar mennonit nomadenclan"
)


@cache
def countries() -> dict[str, str]:
    """Folded country name → region."""
    return {fold(c.replace("-", " ")): region for region, (names, _) in _REGIONS.items() for c in names.split()}


@cache
def stems() -> tuple[tuple[str, str], ...]:
    """Folded beginning of an adjective or inhabitant → region, longest first."""
    pairs = [(fold(s), region) for region, (_, words) in _REGIONS.items() for s in words.split()]
    return tuple(sorted(pairs, key=lambda p: -len(p[0])))


@cache
def groups() -> tuple[str, ...]:
    """Beginnings of words for ethnic, religious and legal groups."""
    return tuple(fold(g) for g in _GROUPS.split())


def region_of(surface: str) -> str | None:
    """The region that a country or nationality belongs to."""
    for word in fold(surface).replace("-", " ").split():
        stem = word.rstrip("s")
        if word in countries() or stem in countries():
            return countries().get(word) or countries()[stem]
        for beginning, region in stems():
            if word.startswith(beginning):
                return region
    return None
