import { countryOptions } from "@/components/ui/countries";
import { CURRENCIES } from "@/lib/platform/money/currencies";

// ISO 639: browsers know the names of these codes, but not the list.
const LANGUAGES =
  "af am ar az be bg bn bs ca cs cy da de el en es et eu fa fi fr ga gl gu he hi hr hu hy id is it ja ka kk km kn ko ku ky lo lt lv mk ml mn mr ms mt my ne nl no or pa pl ps pt ro ru si sk sl so sq sr sv sw ta te th ti tl tr uk ur uz vi xh yo zh zu";

export type CodeChoice = { value: string; label: string };

function languageOptions(): CodeChoice[] {
  const names = new Intl.DisplayNames("en-GB", { type: "language", fallback: "code" });
  return LANGUAGES.split(" ")
    .map((value) => ({ value, label: names.of(value) ?? value }))
    .sort((a, b) => a.label.localeCompare(b.label, "en"));
}

export type WorldChoices = { languages: CodeChoice[]; countries: CodeChoice[]; currencies: CodeChoice[] };

/** A form's lists. Created on the server and passed on, because browsers know other names and codes. */
export function worldChoices(): WorldChoices {
  const currencies = [...CURRENCIES.values()].map(({ code, name }) => ({ value: code, label: `${code}, ${name}` }));
  return { languages: languageOptions(), countries: countryOptions(), currencies };
}
