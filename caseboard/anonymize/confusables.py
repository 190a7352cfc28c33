"""Letters of other scripts that look like Latin ones, after Unicode's confusables.txt."""

_CYRILLIC = "аАВсСԁеЕɡһНіІјЈКӏМоОрРԛѕЅТхХуУԝѵгпиклтвмнз"
_LATIN = "aABcCdeEghHiIjJKlMoOpPqsSTxXyYwvrnukltvmhz"
_GREEK = "αΑΒεΕΖηΗιΙκΚΜνΝοΟρΡτΤυΥχΧγϲ"
_GREEK_LATIN = "aABeEZnHiIkKMvNoOpPtTuYxXyc"
_OTHERS = {
    "օ": "o", "ո": "n", "ս": "u", "հ": "h", "ց": "g", "Տ": "S", "Ս": "U", "Օ": "O", "ʟ": "l", "ɑ": "a",
    "ɩ": "i", "ʏ": "y",
    "Ꭺ": "A", "Ᏼ": "B", "Ꮯ": "C", "Ꭼ": "E", "Ꮋ": "H", "Ꭻ": "J", "Ꮶ": "K", "Ꮮ": "L", "Ꮇ": "M", "Ꮲ": "P",
    "Ꭱ": "R", "Ꮪ": "S",
    "Ꭲ": "T", "Ꮩ": "V", "Ꮃ": "W", "Ꮓ": "Z", "ё": "ë", "Ё": "Ë", "ї": "ï", "Ї": "Ï", "ӧ": "ö", "Ӧ": "Ö",
    "ӓ": "ä", "Ӓ": "Ä",
    "ӱ": "ü", "Ӱ": "Ü", "ÿ": "ÿ", "ⅼ": "l", "ⅰ": "i",
}  # fmt: skip

SMALL_CAPITALS = dict(zip("ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ", "ABCDEFGHIJKLMNOPRSTUVWYZ", strict=True))

CONFUSABLES = {
    **SMALL_CAPITALS,
    **dict(zip(_CYRILLIC, _LATIN, strict=True)),
    **dict(zip(_GREEK, _GREEK_LATIN, strict=True)),
    **_OTHERS,
}
