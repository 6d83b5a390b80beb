import { CURRENCIES } from "@/lib/platform/money/currencies";

// ISO 639 and ISO 3166: browsers know the names of these codes, but not the lists.
const LANGUAGES =
  "af am ar az be bg bn bs ca cs cy da de el en es et eu fa fi fr ga gl gu he hi hr hu hy id is it ja ka kk km kn ko ku ky lo lt lv mk ml mn mr ms mt my ne nl no or pa pl ps pt ro ru si sk sl so sq sr sv sw ta te th ti tl tr uk ur uz vi xh yo zh zu";
const COUNTRIES =
  "AD AE AF AG AL AM AO AR AT AU AZ BA BB BD BE BF BG BH BI BJ BN BO BR BS BT BW BY BZ CA CD CF CG CH CI CL CM CN CO CR CU CV CY CZ DE DJ DK DM DO DZ EC EE EG ER ES ET FI FJ FM FR GA GB GD GE GH GM GN GQ GR GT GW GY HK HN HR HT HU ID IE IL IN IQ IR IS IT JM JO JP KE KG KH KI KM KN KP KR KW KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MG MH MK ML MM MN MO MR MT MU MV MW MX MY MZ NA NE NG NI NL NO NP NR NZ OM PA PE PG PH PK PL PR PS PT PW PY QA RO RS RU RW SA SB SC SD SE SG SI SK SL SM SN SO SR SS ST SV SY SZ TD TG TH TJ TL TM TN TO TR TT TV TW TZ UA UG US UY UZ VA VC VE VN VU WS XK YE ZA ZM ZW";

export type CodeChoice = { value: string; label: string };

function named(codes: string, type: "language" | "region"): CodeChoice[] {
  const names = new Intl.DisplayNames("en-GB", { type, fallback: "code" });
  return codes
    .split(" ")
    .map((value) => ({ value, label: names.of(value) ?? value }))
    .sort((a, b) => a.label.localeCompare(b.label, "en"));
}

export type WorldChoices = { languages: CodeChoice[]; countries: CodeChoice[]; currencies: CodeChoice[] };

/** A form's lists. Created on the server and passed on, because browsers know other names and codes. */
export function worldChoices(): WorldChoices {
  const currencies = [...CURRENCIES.values()].map(({ code, name }) => ({ value: code, label: `${code}, ${name}` }));
  return { languages: named(LANGUAGES, "language"), countries: named(COUNTRIES, "region"), currencies };
}
