"""Write src/conflict_events/model/country_table.py: ISO codes from pycountry, names and regions as ACLED files them.

    python tools/build_countries.py          # rewrites the table
    python tools/build_countries.py --check  # exits 1 where the table on disk is stale

The table below is the only hand-kept part: ACLED's country names by region (codebook), with the ISO alpha-3 code
where pycountry cannot find the name, and the event-id prefix where it is not the alpha-3 code.
"""

import functools
import json
import pathlib
import sys

import pycountry

TARGET = pathlib.Path(__file__).resolve().parent.parent / "src/conflict_events/model/country_table.py"

REGIONS = {
    "Western Africa": "Benin|Burkina Faso:::BFO|Cape Verde:CPV|Gambia:::GAM|Ghana|Guinea:GIN::GUI|Guinea-Bissau|Ivory Coast:CIV::CDI|Liberia|Mali|Mauritania:::MAA|Niger:NER::NIR|Nigeria:::NIG|Senegal|Sierra Leone|Togo",
    "Middle Africa": "Angola:::ANG|Cameroon:::CAO|Central African Republic:::CEN|Chad:::CHA|Democratic Republic of Congo:COD::DRC|Equatorial Guinea|Gabon|Republic of Congo:COG|Sao Tome and Principe",
    "Eastern Africa": "British Indian Ocean Territory|Burundi:::BUR|Comoros|Djibouti|Eritrea|Ethiopia|Kenya|Madagascar:::MAG|Malawi:::MAW|Mauritius|Mayotte|Mozambique:::MZM|Reunion:REU|Rwanda|Seychelles|Somalia|South Sudan|Tanzania:TZA::TAZ|Uganda",
    "Southern Africa": "Botswana|eSwatini:SWZ::SWA|Lesotho:::LES|Namibia|Saint Helena, Ascension and Tristan da Cunha:SHN|South Africa:::SAF|Zambia:::ZAM|Zimbabwe:::ZIM",
    "Northern Africa": "Algeria:::ALG|Egypt|Libya|Morocco:::MOR|Sudan:SDN::SUD|Tunisia",
    "Middle East": "Bahrain|Iran:IRN|Iraq|Israel|Jordan|Kuwait|Lebanon|Oman|Palestine:PSE|Qatar|Saudi Arabia|Syria:SYR|Turkey:TUR|United Arab Emirates|Yemen",
    "South Asia": "Bangladesh|Bhutan|India|Maldives|Nepal:::NEP|Pakistan|Sri Lanka:::SRI",
    "Southeast Asia": "Brunei:BRN|Cambodia|East Timor:TLS|Indonesia|Laos:LAO|Malaysia|Myanmar|Philippines|Singapore|Thailand|Vietnam:VNM",
    "East Asia": "China:CHN|Japan|Mongolia|North Korea:PRK|South Korea:KOR|Taiwan:TWN|Hong Kong:HKG|Macau:MAC",
    "Caucasus and Central Asia": "Afghanistan|Armenia|Azerbaijan|Georgia:GEO|Kazakhstan|Kyrgyzstan|Tajikistan|Turkmenistan|Uzbekistan",
    "Europe": "Albania|Belarus|Bosnia and Herzegovina|Bulgaria|Croatia|Cyprus|Greece|Kosovo:XKX|Moldova:MDA|Montenegro|North Macedonia|Romania|Russia:RUS|Serbia|Ukraine|Andorra|Austria|Bailiwick of Guernsey:GGY|Bailiwick of Jersey:JEY|Belgium|Czech Republic:CZE|Denmark|Estonia|Faroe Islands|Finland|Aland Islands:ALA|France|Germany|Gibraltar|Greenland|Hungary|Iceland|Ireland:IRL|Isle of Man|Italy|Latvia|Liechtenstein|Lithuania|Luxembourg|Malta|Monaco|Netherlands|Norway|Svalbard and Jan Mayen|Poland|Portugal:::POR|San Marino|Slovakia|Slovenia|Spain|Sweden|Switzerland|United Kingdom|Vatican City:VAT",
    "North America": "Bermuda|Canada|Mexico|Saint Pierre and Miquelon|United States:USA",
    "Central America": "Belize|Costa Rica|El Salvador|Guatemala|Honduras|Nicaragua|Panama",
    "South America": "Argentina|Bolivia:BOL|Brazil|Chile:::CHI|Colombia|Ecuador|Falkland Islands:FLK|French Guiana|Guyana|Paraguay:::PAR|Peru|South Georgia and the South Sandwich Islands|Suriname|Uruguay:::URU|Venezuela:VEN",
    "Caribbean": "Anguilla|Antigua and Barbuda|Aruba|Bahamas|Barbados|British Virgin Islands:VGB|Caribbean Netherlands:BES|Cayman Islands|Cuba|Curacao:CUW|Dominica:DMA|Dominican Republic|Grenada|Guadeloupe|Haiti|Jamaica|Martinique|Montserrat|Puerto Rico:::PRT|Saint Kitts and Nevis|Saint Lucia|Saint Vincent and the Grenadines|Saint-Barthelemy:BLM|Saint-Martin:MAF|Sint Maarten:SXM|Trinidad and Tobago:::TTQ|Turks and Caicos Islands|Virgin Islands, U.S.:VIR",
    "Oceania": "American Samoa|Australia|Christmas Island|Cocos (Keeling) Islands:CCK|Cook Islands|Fiji|French Polynesia|Guam|Heard Island and McDonald Islands|Kiribati|Marshall Islands|Micronesia:FSM|Nauru|New Caledonia|New Zealand|Niue|Norfolk Island|Northern Mariana Islands|Palau|Papua New Guinea|Pitcairn|Samoa:WSM|Solomon Islands|Tokelau|Tonga|Tuvalu|United States Minor Outlying Islands|Vanuatu|Wallis and Futuna",
    "Antarctica": "Antarctica|Bouvet Island|French Southern Territories:ATF",
    "": "Western Sahara:ESH",
}
"""Region -> ``name[:alpha-3[::prefix]]`` entries. Names that ACLED does not list stand at the end of the region
that geography gives them (Hong Kong, Macau, Aland ...); Western Sahara has no region in ACLED's lists and is filed
under Northern Africa by us."""

KOSOVO = ("XK", "XKX", 0)
"""pycountry has no Kosovo; ACLED writes iso 0, and the world uses the user-assigned XK and XKX."""


ALSO = {
    "MMR": ("Burma",), "COD": ("DR Congo", "DRC", "Congo-Kinshasa", "Zaire"), "COG": ("Congo-Brazzaville",),
    "CIV": ("Cote d'Ivoire",), "PSE": ("Palestinian territories", "State of Palestine"), "SWZ": ("Swaziland",),
    "TUR": ("Turkiye",), "CPV": ("Cabo Verde",), "TLS": ("Timor-Leste",), "CZE": ("Czechia",), "MKD": ("Macedonia",),
    "GBR": ("UK", "Great Britain"), "USA": ("US", "United States of America"), "ARE": ("UAE",), "VAT": ("Holy See",),
    "XKX": ("Republic of Kosovo",), "CAF": ("CAR",), "KOR": ("Republic of Korea",), "PRK": ("DPRK",),
}  # fmt: skip
"""Names that pycountry does not find and that people write all the same."""


def also():
    """Folded name -> alpha-3, for every name of pycountry and those above; ACLED's own names are in the rows."""
    names = {}
    for record in pycountry.countries:
        for field in ("name", "official_name", "common_name"):
            if getattr(record, field, None):
                names[getattr(record, field).casefold()] = record.alpha_3
    for alpha_3, extra in ALSO.items():
        for name in extra:
            names[name.casefold()] = alpha_3
    own = {row[0].casefold() for row in rows()}
    return dict(sorted((name, code) for name, code in names.items() if name not in own))


def rows():
    """One row a country, sorted by name."""
    found = []
    for region, names in REGIONS.items():
        for item in names.split("|"):
            name, alpha_3, _, prefix = [*item.split(":"), "", "", ""][:4]
            if alpha_3 == "XKX":
                found.append((name, *KOSOVO, region, "XKX"))
                continue
            record = pycountry.countries.get(alpha_3=alpha_3) if alpha_3 else pycountry.countries.lookup(name)
            found.append(
                (
                    name,
                    record.alpha_2,
                    record.alpha_3,
                    int(record.numeric),
                    region or "Northern Africa",
                    prefix or record.alpha_3,
                )
            )
    return sorted(found, key=lambda row: row[0].lower())


def text():
    """The module's text."""
    table = rows()
    missing = {c.alpha_3 for c in pycountry.countries} - {row[2] for row in table}
    if missing:
        sys.exit(f"countries of pycountry without a row: {sorted(missing)}")
    quoted = functools.partial(json.dumps, ensure_ascii=False)
    lines = [
        '"""Generated by tools/build_countries.py from pycountry and ACLED\'s lists; do not edit."""',
        "",
        "ROWS = (",
        *(f"    ({', '.join(map(quoted, row))})," for row in table),
        ")",
        '"""(name, alpha-2, alpha-3, numeric, region, event-id prefix), sorted by name."""',
        "",
        "ALSO = {",
        *(f"    {quoted(name)}: {quoted(code)}," for name, code in also().items()),
        "}",
        '"""Other names, folded -> alpha-3."""',
    ]
    return "\n".join(lines) + "\n"


def main():
    """Write or check."""
    new = text()
    if "--check" in sys.argv:
        if TARGET.read_text(encoding="utf-8") != new:
            sys.exit(f"{TARGET.name} is stale: run python tools/build_countries.py")
        return
    TARGET.write_text(new, encoding="utf-8")


if __name__ == "__main__":
    main()
