"""Fates that anybody can look up and no list of events holds: grave offences, disasters, the missing, television."""

_PLACED = r"(?:in|im|auf|an|am|bei|beim|vor|hinter|nahe) (?:der |dem |den |einem |einer )?[A-ZÄÖÜ]"
_CONVICTED = (
    r"(?:entlassen|verurteilt|angeklagt|angezeigt|verhaftet|festgenommen|suspendiert|beurlaubt|versetzt|gekündigt"
    r"|vor Gericht|in (?:U-|Untersuchungs|Straf)?[Hh]aft|im Gefängnis|in der JVA|saß|sitzt|gesessen|inhaftiert)"
)
_KIN = (
    r"(?:Frau|Mann|Ehefrau|Ehemann|Tochter|Sohn|Söhne|Töchter|Kind(?:er)?|Mutter|Vater|Eltern|Bruder|Schwester|Brüder"
    r"|Neffe|Nichte|Onkel|Tante|Cousine?|Enkel(?:in)?|Partner(?:in)?|Freund(?:in)?|Familie|Kunde|Kundin)"
)
_AREA = r"(?:Ort|Dorf|Landkreis|Kreis|Gemeinde|Stadt|Region|Umkreis|Gegend|Stadtteil|Tal)"
_SHOW = (
    r"(?:Wer wird Millionär|Deutschland sucht den Superstar|DSDS|The Voice|(?:Das )?Supertalent|Big Brother"
    r"|Dschungelcamp|Bauer sucht Frau|(?:Der |Die )?Bachelor(?:ette)?|Let['’]s Dance|Frauentausch|Goodbye Deutschland"
    r"|Armes Deutschland|Hartz und herzlich|Schwiegertochter gesucht|Germany['’]s Next|Ninja Warrior|Love Island"
    r"|[A-ZÄÖÜ]?\w*-?(?:[Qq]uiz|[Cc]asting|[Tt]alent|[Kk]och|[Gg]ame|[Tt]alk|[Rr]eality|[Ss]piel|[Ff]ernseh|TV)"
    r"-?(?:[Ss]how|[Ss]endung))"
)
_TAKES_PART = (
    r"(?:[Kk]andidat(?:in|en)?|[Tt]eilnehmer(?:in)?|[Ss]tatist(?:in)?|teilgenommen|mitgemacht|mitgespielt|aufgetreten"
    r"|zu sehen|gewonnen|gewann|trat|nahm|war|bekannt)"
)
_SEVERAL = r"(?i:\d{1,3}|ein|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|mehrere|viele|einige)"
_HUMANS = r"(?:Menschen?|Personen|Kinder|Kollegen|Arbeiter|Insassen|Tote[nr]?|Schüler|Fußgänger|Beifahrer|Passanten)"
_EXPLODES = (
    r"(?!(?:[A-ZÄÖÜ]?\w*(?:[Kk]osten|[Pp]reise?|[Mm]ieten?|[Zz]ahlen?|[Ss]chulden|[Nn]achfrage|[Ss]ituation|[Kk]onflikt"
    r"|[Ss]treit|[Bb]eiträge|[Ss]timmung|[Bb]edarf|[Aa]ufwand|[Aa]usgaben|[Rr]echnung\w*|[Ll]age|[Gg]ewalt|[Ll]eben"
    r"|[Kk]und\w+|[Cc]hef\w*|[Kk]olleg\w+|[Mm]arkt|[Ww]ut|Gespräch|Strom|Energie|Kopf|Person|Sie|Er|Es|Das|Die)"
    rf"|{_KIN})\b)[A-ZÄÖÜ]\w+"
)
_MEDIA = (
    r"(?:\[[^\]\n]{1,40}, Presse und Rundfunk\]"
    r"|(?<![\w-])(?:[A-ZÄÖÜ][\w-]{0,40}\w(?:-Post|[a-zäöü]post|-Kurier|(?<!aket)(?<!rrad)kurier"
    r"|-?[Aa]nzeiger|-?[Rr]undschau|-Echo|(?:Lokal|Wochen|Volks|Tage|Tag|Abend|Amts)blatt|-Presse|-?[Mm]erkur|-?[Zz]eitung)"
    r"|Zeitung|BR|ZDF|ARD|RTL|MDR|SWR|WDR|NDR|FAZ|taz|Spiegel))"
)
_GRAVE = (
    r"(?:Raube?s|(?:Bank|Juwelen|Kunst)raube?s|Erpressung|Vergewaltigung|(?:Kindes|Kinder)?[Mm]issbrauchs?|Entführung"
    r"|Freiheitsberaubung|Kinderpornogra(?:f|ph)\w+|Spionage|Landesverrats?|Zuhälterei)\b"
    r"(?! (?:von|des|der|am|an) (?:\w+ )?(?:Alkohol|Medikament|Droge|Leistung|Sozial|Amt|Daten|Vollmacht))"
)
_ABOUT = r"(?:über (?:ihn|sie|den|die|das|es|seine\w*|ihre\w*|uns|mich)|darüber|davon|von ihm|von ihr)\b"
_LIMB = r"(?:Arm|Bein|Hand|Fuß|Auge|Unterschenkel|Unterarm|Augenlicht)"
_LIMBS = r"beide (?:Arme|Beine|Hände|Füße|Augen)"
_THIS = r"(?:einen|eine|ein|den|das|die)(?: (?:linke|rechte)[nrs]?)?"
FATES: tuple[tuple[str, str], ...] = (
    ("EVENT", r"\b(?:Bank|Post|Tankstellen?|Juwelier|Kiosk|Sparkassen|Geldtransporter|Kirchen)-?"
              r"(?:raub\w*|räuber\w*|überf[aä]ll\w*|einbrecher\w*)\b"
              r"|\bRaubüberf[aä]ll\w*|\bRaubmord\w*|\b\w*[Bb]randstift\w+|\b(?:Menschenhandel|Menschenhändler|Zwangsprostitution"
              r"|Schutzgelderpress|Terroris|Kriegsverbrech|Geldfälsch|Falschgeld|Völkermord|Massaker|Säureangriff"
              r"|Säureanschlag|Giftmord|Kunstraub|Juwelenraub)\w*"
              rf"|\bwegen (?:\w+(?:en|er|em) )?{_GRAVE}(?=[^.!?\n]{{0,60}}\b{_CONVICTED}\b)"
              r"|\b(?:saß|sitzt|verurteilt|entlassen|verhaftet|Haft|inhaftiert)\b[^.!?\n]{0,30}"
              rf" wegen (?:\w+(?:en|er|em) )?{_GRAVE}"
              rf"|\b(?:Gruppen)?[Vv]ergewaltig(?:ung|t)\b[^.!?\n]{{0,15}} {_PLACED}\w+"),
    ("EVENT", r"\bFlut(?:katastrophe|nacht|opfer|hilfe|gebiet|welle)\w*"
              r"|\b(?:Jahrhundert|Oder|Elb|Donau)(?:flut|hochwasser)\w*"
              r"|\b(?:[Bb]ei|[Nn]ach|[Ss]eit|[Ii]n|[Dd]urch|[Vv]or) der (?:\w+ )?Flut\b(?! (?:von|an|der|neuer|aus)\b)"
              r"|\bAhrtal\w*|\bHochwasser(?:katastrophe|opfer)\w*|\b(?:Tornado|Wirbelsturm|Hurrikan|Großbrand|Waldbrand"
              r"|Chemieunfall|Flugzeugabsturz|Amokfahrt|Massenpanik|Schlammlawine|Bergsturz|Deichbruch|Zugkollision)\w*"
              rf"|\b{_EXPLODES} (?:ist|sind|war|waren) (?:\w+ )?explodiert\b|\b{_EXPLODES} explodierten?\b"
              rf"|\b(?i:ist|war) (?:die|der|das|ein|eine|seine?|ihre?) {_EXPLODES} explodiert\b"
              rf"|\bexplodierten? (?:die|der|das|ein|eine|seine?|ihre?) {_EXPLODES}\b"),
    ("EVENT", rf"\b{_SEVERAL} {_HUMANS} (?:starben|umkamen|getötet|gestorben|verbrannten|ertranken|tot)\b"
              rf"|\bstarb(?:en)? {_SEVERAL} {_HUMANS}\b|\bmit (?:zwei|drei|vier|fünf|mehreren|vielen|\d+) Toten\b"
              r"|\bes gab (?:einen Toten|(?:zwei|drei|vier|fünf|mehrere|viele|\d+) Tote)\b"
              rf"|\b{_KIN}\b[^.!?\n]{{0,25}} (?:wird|werden|ist|sind|wurde|wurden|war) (?:[\wäöüß]+ ){{0,4}}?vermisst\b"
              r"|\b(?:gilt|gelten|galt|galten) (?:[\wäöüß]+ ){0,4}?als (?:vermisst|verschollen)\b|\bvermisst gemeldet\b"
              rf"|\bVermisstenanzeige\w*|\b{_KIN} (?:ist|sind|war|waren|bleibt) (?:[\wäöüß]+ ){{0,4}}?"
              r"(?:verschollen|spurlos verschwunden)\b"),
    ("EVENT", rf"\b{_TAKES_PART} (?:[\wäöüß]+ ){{0,3}}?(?:bei|in|von|aus|an) (?:der |einer |dem |„)?{_SHOW}"
              rf"|\b(?:[Bb]ei|[Ii]n) (?:der |einer |dem |„)?{_SHOW}[“\"]? (?:[\wäöüß]+ ){{0,4}}?{_TAKES_PART}\b"
              r"|\b[Ll]otto(?:million|gewinn)\w*|\bMillion(?:en)? (?:Euro )?(?:im|beim|in der) (?:Lotto|Lotterie)\w*"
              r"|\b[Jj]ackpot (?:geknackt|gewonnen)\b"
              r"|\bgewann (?:(?!nie\b|nicht|kein)[\wäöüß]+ ){0,4}?(?:im|beim) Lotto\b"
              r"|\b(?:hat|hatte|haben) (?:(?!nie\b|noch|nicht|kaum|kein)[\wäöüß]+ ){0,4}?(?:im|beim) Lotto"
              r" (?:(?!nie\b|noch|nicht|kaum|kein)[\wäöüß]+ ){0,2}?gewonnen\b"),
    ("HEALTH", rf"\b(?:verlor(?:en)?|verliert|eingebüßt)\b(?: [\wäöüß]+){{0,2}}? (?:{_LIMBS}|{_THIS} {_LIMB})\b"
               rf"|\b(?:{_LIMBS}|{_THIS} {_LIMB}) (?:verloren|eingebüßt|abgerissen|abgetrennt)\b"),
    ("FAME", rf"(?:(?<=, )|(?<=\()|(?<=– )|(?<=als ))(?:einzige|letzte)[rn]?"
             rf" (?:[A-ZÄÖÜ]\w+ )?(?:im|in der|am|auf dem|des|der|vom) (?:ganzen )?{_AREA}(?:s|es)?\b"),
    ("EVENT", r"\b(?:Artikel|Leserbrief|Schlagzeile|Titelseite|Reportage|Porträt|Interview|Foto|Zeitungsbericht)\w{0,2}"
              rf" (?:in|im|bei|von|aus|mit)(?= (?:(?:der|dem|einer) )?{_MEDIA})"
              rf"|{_MEDIA} (?P<told>(?:hat|hatte|haben)\b[^.!?\n]{{0,30}}?{_ABOUT}"
              r"[^.!?\n]{0,30}?\b(?:berichtet|geschrieben|gebracht|gesendet))\b"
              rf"|{_MEDIA} (?P<wrote>(?:berichtete|schrieb|brachte)\b[^.!?\n]{{0,30}}?{_ABOUT})"
              rf"|\b(?:über|von) (?:den|die|das|dem|der) (?:auch |sogar |damals )?(?:der |die |das )?{_MEDIA}"
              r" (?P<telling>(?:[\wäöüß]+ ){0,2}?(?:berichte\w*|schrieb|geschrieben)(?: (?:hat|hatte))?)\b"),
)  # fmt: skip
"""Kind and pattern; where something stands besides that is hidden, a group is what is said."""
