import { guessesFor } from "@/lib/platform/auth/password-guesses";
import { config } from "@/lib/platform/config/config";
import { AppError } from "@/lib/platform/errors/app-error";
import { PASSWORD_MAX, PASSWORD_MIN } from "../rules";
import { FAMOUS_PHRASES } from "../rules/phrases";

type Owner = { email?: string | undefined; name?: string | undefined };

/** More than can be tried against our sign-in in years (decision 32). */
const MIN_GUESSES = 1e9;
/** Letters and digits that must remain of a password without the words that people who know its owner know. */
const MIN_OWN_CHARACTERS = 6;
const MIN_WORD_LENGTH = 4;

/**
 * Refuses a weak password, for signing up, changing it and resetting it. Throws `invalid` on `path` with a sentence
 * that says what to do.
 */
export async function requireGoodPassword(password: string, owner: Owner, path: string): Promise<void> {
  const message = await passwordError(password, owner);
  if (message !== undefined) throw new AppError("invalid", undefined, { fields: [{ path, message }] });
}

/**
 * Returns why this password is refused; undefined when it is accepted. Length in characters, breached and common ones
 * refused, and no rules about digits and symbols, as NIST SP 800-63B advises.
 */
export async function passwordError(password: string, owner: Owner): Promise<string | undefined> {
  const length = Array.from(password.normalize("NFC")).length;
  if (length < PASSWORD_MIN) return `At least ${PASSWORD_MIN} characters`;
  if (length > PASSWORD_MAX) return `At most ${PASSWORD_MAX} characters`;
  if (/\p{Surrogate}/u.test(password)) return "Contains characters that are not allowed";
  const own = ownWords(owner);
  if (isMadeOf(plain(password), own)) return "Leave out your name, your email address and the name of this site";
  const isEasy = isMadeOf(unspaced(plain(password)), FAMOUS_PHRASES) || (await guessesFor(password, own)) < MIN_GUESSES;
  return isEasy ? "Too easy to guess. Use three or four words that don't belong together" : undefined;
}

function isMadeOf(said: string, words: string[]): boolean {
  const left = words
    .filter((word) => word.length >= MIN_WORD_LENGTH)
    .reduce((text, word) => text.replaceAll(word, ""), said);
  return left !== said && unspaced(left).length < MIN_OWN_CHARACTERS;
}

const unspaced = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, "");

/** Returns what others know about the owner and this site, the longest first. */
function ownWords({ email = "", name = "" }: Owner): string[] {
  const [local = ""] = email.split("@");
  const whole = [email, local, name, name.replace(/\s+/g, ""), "caresync", new URL(config.site.origin).hostname];
  const parts = whole.flatMap((text) => text.split(/[^\p{L}\p{N}]+/u));
  return [...new Set([...whole, ...parts].map(plain))]
    .filter((word) => word.length > 2)
    .sort((a, b) => b.length - a.length);
}

/** Removes case and accents: Müller and muller are one name. */
function plain(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}
