import { searchWords } from "@/lib/platform/text/fold";
import { ENGLISH, FILLERS, type SpecialtyWords } from "./rules/words-en";

/** The words of each language. Another language is another file. */
const LANGUAGES: Record<string, SpecialtyWords>[] = [ENGLISH];

/** What the words mean: specialties, likeliest first, and the words that mean something else (a place, a name). */
export type Meaning = { specialties: string[]; rest: string; used: string };

type Phrase = { words: string[]; specialty: string; weight: number };
const WEIGHTS = { names: 4, parts: 3, complaints: 2 } as const;
/** General practitioners see everything, so they come after the specialists for a complaint. */
const GENERALIST = "general-practice";
const GENERAL_COMPLAINT = 1.5;

/** Specialties with less than this share of the likeliest one's score are dropped. */
const SHARE = 0.45;
const MAX_SPECIALTIES = 4;
/** Longer words allow one letter too many, too few, wrong, or two swapped. */
const FORGIVING_LENGTH = 6;

/** Normalises plurals and possessives. */
function stem(word: string): string {
  if (word === "cant") return "cannot";
  if (word.length > 4 && word.endsWith("ies")) return `${word.slice(0, -3)}y`;
  return word.length > 3 && word.endsWith("s") && !/(ss|us|is)$/.test(word) ? word.slice(0, -1) : word;
}

const wordsOf = (text: string) => searchWords(text).split(" ").filter(Boolean).map(stem);

type Book = { byFirst: Map<string, Phrase[]>; words: Set<string> };
let book: Book | undefined;

/** All phrases by their first word, and all their words; built once. */
function openBook(): Book {
  if (book) return book;
  const phrases = new Map<string, Phrase[]>();
  for (const language of LANGUAGES) {
    for (const [specialty, lists] of Object.entries(language)) {
      for (const kind of ["names", "parts", "complaints"] as const) {
        for (const text of lists[kind].split(";")) {
          const words = wordsOf(text);
          const [first = ""] = words;
          // Singular and plural, or a word in two lists: the best match counts, once.
          if (phrases.get(first)?.some((one) => one.specialty === specialty && one.words.join(" ") === words.join(" ")))
            continue;
          phrases.set(first, [
            ...(phrases.get(first) ?? []),
            {
              words,
              specialty,
              weight: specialty === GENERALIST && kind === "complaints" ? GENERAL_COMPLAINT : WEIGHTS[kind],
            },
          ]);
        }
      }
    }
  }
  book = { byFirst: phrases, words: new Set([...phrases.values()].flat().flatMap(({ words }) => words)) };
  return book;
}

/**
 * Returns the specialties that everyday words mean: "heart", "GP", "knee pain", "my kid has a rash". Longer phrases say
 * more than their words. Null when no word is known: then it is a name or a place. Pure.
 */
export function meaningOf(typed: string): Meaning | null {
  const tokens = searchWords(typed).split(" ").filter(Boolean).slice(0, 20);
  const { byFirst, words } = openBook();
  const stems = tokens.map((token) => knownSpelling(stem(token), words));
  const matches: { phrase: Phrase; at: number }[] = [];
  for (const [at, word] of stems.entries()) {
    for (const phrase of byFirst.get(word) ?? []) {
      if (phrase.words.every((one, index) => stems[at + index] === one)) matches.push({ phrase, at });
    }
  }
  if (matches.length === 0) return null;
  // "Eye pain" is meant, not "eye" as well: only the longest phrase at a position counts.
  const longest = matches.filter(({ phrase, at }) => !matches.some((other) => covers(other, { phrase, at })));
  const scores = new Map<string, number>();
  for (const { phrase } of longest)
    scores.set(phrase.specialty, (scores.get(phrase.specialty) ?? 0) + phrase.weight * phrase.words.length);
  const most = Math.max(...scores.values());
  const specialties = [...scores]
    .filter(([, score]) => score >= most * SHARE)
    .sort(([, a], [, b]) => b - a)
    .map(([specialty]) => specialty);
  const taken = new Set(longest.flatMap(({ phrase, at }) => phrase.words.map((_, index) => at + index)));
  const isRest = (token: string, at: number) => !taken.has(at) && !FILLERS.has(token);
  return {
    specialties: specialties.slice(0, MAX_SPECIALTIES),
    rest: tokens.filter(isRest).join(" "),
    used: tokens.filter((_, at) => taken.has(at)).join(" "),
  };
}

type Match = { phrase: Phrase; at: number };

function covers(long: Match, short: Match): boolean {
  if (long.phrase.words.length <= short.phrase.words.length) return false;
  return long.at <= short.at && short.at + short.phrase.words.length <= long.at + long.phrase.words.length;
}

/** Returns the known word that a longer one is a typing error away from, or the word itself. */
function knownSpelling(word: string, known: Set<string>): string {
  if (word.length < FORGIVING_LENGTH || known.has(word)) return word;
  for (const candidate of known)
    if (candidate.length >= FORGIVING_LENGTH && isOneSlip(candidate, word)) return candidate;
  return word;
}

function isOneSlip(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1 || a[0] !== b[0]) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  const [restA, restB] = [a.slice(start), b.slice(start)];
  if (a.length !== b.length) return a.length > b.length ? restA.slice(1) === restB : restA === restB.slice(1);
  return (
    restA.slice(1) === restB.slice(1) ||
    (restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2))
  );
}

/** Returns specialties that treat much the same, as alternatives. */
export function nearbySpecialties(slug: string): string[] {
  return LANGUAGES.flatMap((language) => language[slug]?.near ?? []);
}

/** Returns everyday words for a specialty, to search a list by. */
export function wordsFor(slug: string): string[] {
  return LANGUAGES.flatMap((language) => {
    const lists = language[slug];
    return lists
      ? [lists.names, lists.parts, lists.complaints].flatMap((list) => list.split(";").map((word) => word.trim()))
      : [];
  });
}
