"""Months as people write them who do not think in German: 'ab 1 marzo', '3 mayıs', '12 березня'."""

_NAMES = (
    "gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|agosto|settembre|ottobre|dicembre"
    "|enero|febrero|abril|junio|julio|septiembre|octubre|noviembre|diciembre"
    "|janvier|février|fevrier|avril|juillet|août|aout|septembre|octobre|décembre|decembre"
    "|janeiro|fevereiro|março|junho|julho|setembro|outubro|dezembro"
    "|stycznia|lutego|marca|kwietnia|czerwca|lipca|sierpnia|września|wrzesnia|października|pazdziernika|listopada|grudnia"
    "|ocak|şubat|nisan|mayıs|haziran|temmuz|ağustos|eylül|ekim|kasım|aralık"
    "|ianuarie|februarie|martie|aprilie|iunie|iulie|septembrie|octombrie|noiembrie|decembrie"
    "|januari|februari|maart|augustus"
    "|января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря"
    "|січня|лютого|березня|квітня|травня|червня|липня|серпня|вересня|жовтня|листопада|грудня"
)
_SMALL = "mayo|mars|juin|maja"  # with a capital they are somebody, a planet and a sauce
FOREIGN = rf"(?:(?i:{_NAMES})|{_SMALL})"
