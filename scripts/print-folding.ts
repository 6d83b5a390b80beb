import { BREAK, foldLetter, WORD_SIGN } from "@/lib/platform/text/fold";
import { keyLetter, SIGN } from "@/lib/platform/text/label-key";

/**
 * Prints PostgreSQL's side of the folding and of the keys, for a migration. A new version of Unicode may add letters
 * the table does not have: then PostgreSQL leaves them unchanged, and tests/integration/folding.test.ts says which.
 */

const LAST = 0x10ffff;
const isSurrogate = (code: number) => code >= 0xd800 && code <= 0xdfff;
const isAssigned = (sign: string) => /^\p{Assigned}$/u.test(sign);

/**
 * Returns the letters a function changes, as a JSON object. PostgreSQL looks them up after NFKC, so others never occur.
 */
function table(change: (letter: string) => string): string {
  const changed: Record<string, string> = {};
  for (let code = 1; code <= LAST; code++) {
    const letter = String.fromCodePoint(code);
    if (isSurrogate(code) || !isAssigned(letter) || letter.normalize("NFKC") !== letter) continue;
    const to = change(letter);
    if (to !== letter) changed[letter] = to;
  }
  return JSON.stringify(changed);
}

const escaped = (code: number) =>
  code > 0xffff ? `\\U${code.toString(16).padStart(8, "0")}` : `\\u${code.toString(16).padStart(4, "0")}`;

/** Returns a class as the ranges of a bracket expression; unassigned codes between two of its members are included. */
function ranges(holds: (sign: string) => boolean): string {
  const found: [number, number][] = [];
  let isOpen = false;
  for (let code = 1; code <= LAST; code++) {
    const sign = String.fromCodePoint(code);
    if (isSurrogate(code)) isOpen = false;
    else if (holds(sign)) {
      const last = found.at(-1);
      if (isOpen && last) last[1] = code;
      else found.push([code, code]);
      isOpen = true;
    } else if (isAssigned(sign)) isOpen = false;
  }
  return found.map(([from, to]) => (from === to ? escaped(from) : `${escaped(from)}-${escaped(to)}`)).join("");
}

const wordSigns = WORD_SIGN.replace(/[^-]/gu, (sign) => escaped(sign.codePointAt(0) ?? 0));
const lookUp = (letters: string) =>
  `SELECT string_agg(COALESCE($l$${letters}$l$::jsonb ->> x.c, x.c), '' ORDER BY x.n) INTO t FROM unnest(string_to_array(t, NULL)) WITH ORDINALITY AS x(c, n);`;

process.stdout
  .write(`-- Printed by scripts/print-folding.ts from lib/platform/text. Text that is all ASCII takes the short way.
CREATE FUNCTION "fold_signs"(t text) RETURNS text LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $f$
BEGIN
  IF t !~ '[^\\u0001-\\u007e]' THEN
    RETURN regexp_replace(translate(lower(t COLLATE "C"), '''\`', '--'), '[\\u0001-\\u002c\\u002e\\u002f\\u003a-\\u0040\\u005b-\\u0060\\u007b-\\u007e]', ' ', 'g');
  END IF;
  t := normalize(replace(t, U&'\\00b4', ''''), NFKC);
  ${lookUp(table(foldLetter))}
  t := regexp_replace(t, '[${ranges((sign) => sign !== "-" && BREAK.test(sign))}]', ' ', 'g');
  RETURN regexp_replace(t, '([${wordSigns}])', ' \\1 ', 'g');
END $f$;

-- What someone looks for: words that were joined are one.
CREATE FUNCTION "search_words"(t text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN btrim(regexp_replace(replace(public.fold_signs(t), '-', ''), ' +', ' ', 'g'));

-- Words that were joined are apart.
CREATE FUNCTION "search_apart"(t text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN btrim(regexp_replace(replace(public.fold_signs(t), '-', ' '), ' +', ' ', 'g'));

-- What can be found: both.
CREATE OR REPLACE FUNCTION "search_line"(t text) RETURNS text LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $f$
DECLARE
  signs text := public.fold_signs(t);
  joined text := btrim(regexp_replace(replace(signs, '-', ''), ' +', ' ', 'g'));
  apart text := btrim(regexp_replace(replace(signs, '-', ' '), ' +', ' ', 'g'));
BEGIN
  RETURN CASE WHEN joined = apart THEN joined ELSE joined || ' ' || apart END;
END $f$;

-- Whether two names mean the same: without regard to case, width and how many spaces there are.
CREATE FUNCTION "name_key"(t text) RETURNS text LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $f$
BEGIN
  IF t !~ '[^\\u0001-\\u007e]' THEN
    RETURN btrim(regexp_replace(lower(t COLLATE "C"), '[\\u0001-\\u0020]+', ' ', 'g'));
  END IF;
  t := normalize(t, NFKC);
  ${lookUp(table(keyLetter))}
  RETURN btrim(regexp_replace(t, '[${ranges((sign) => /[\p{Z}\p{Cc}]/u.test(sign))}]+', ' ', 'g'));
END $f$;

-- Of a vehicle's registration only letters and digits count.
CREATE FUNCTION "registration_key"(t text) RETURNS text LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $f$
BEGIN
  RETURN regexp_replace(public.name_key(t), '[${ranges((sign) => SIGN.test(sign))}]', '', 'g');
END $f$;
`);
