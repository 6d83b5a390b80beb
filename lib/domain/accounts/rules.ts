/** What a password must be, without asking anybody: the same in the browser and at every door. */

export const PASSWORD_MIN = 10;
export const PASSWORD_MAX = 200;

// The commonest of ten characters and more in published leaks, and what people here would think of first.
const COMMON = new Set(
  `1234567890 12345678910 0123456789 0987654321 1111111111 0000000000 123456789a a123456789 1q2w3e4r5t 1qaz2wsx3edc
  q1w2e3r4t5 q1w2e3r4t5y6 qwertyuiop qwerty123456 qwertyuiop123 qwerty12345 asdfghjkl; asdfghjkl1 zxcvbnm123
  password12 password123 password1234 password12345 passwordpassword password!1 password1! passw0rd123 p@ssword123
  p@ssw0rd123 iloveyou123 iloveyou12 welcome123 welcome1234 letmein123 letmein1234 changeme123 administrator
  admin12345 admin123456 adminadmin superman123 football123 baseball123 princess123 sunshine123 dragon12345
  monkey12345 abcdefghij abcd123456 abc1234567 abcdef1234 aaaaaaaaaa 1122334455 1234554321 9876543210 123123123123
  147258369a 741852963a qazwsxedcr qazwsx12345 1234567891 computer123 secret12345 trustno1234 whatever123
  healthcare healthcare1 healthcare123 hospital123 hospital1234 doctor12345 patient123 patient1234 caresync12
  caresync123 caresync1234 medicine123 testtest12 test123456 testing123 testpassword`.split(/\s+/),
);

const plain = (text: string) => text.normalize("NFKC").toLowerCase();

/** One character or a short pattern over and over: long, and guessed at once. */
function isRepetition(password: string): boolean {
  return /^(.{1,3}?)\1+.{0,2}$/u.test(password);
}

/**
 * Why this password will not do, as a sentence for its owner; undefined when it will.
 * Length in characters as NIST SP 800-63B counts them; no rules about digits and signs, as it advises.
 */
export function passwordFault(password: string, owner: { email?: string | undefined; name?: string | undefined }): string | undefined {
  const length = Array.from(password.normalize("NFC")).length;
  if (length < PASSWORD_MIN) return `At least ${PASSWORD_MIN} characters`;
  if (length > PASSWORD_MAX) return `At most ${PASSWORD_MAX} characters`;
  if (/\p{Surrogate}/u.test(password)) return "Contains characters that are not allowed";
  const said = plain(password);
  const own = [owner.email, owner.email?.split("@")[0], owner.name, owner.name?.replace(/\s+/g, "")];
  if (own.some((text) => text !== undefined && text !== "" && said === plain(text))) return "Must not be your e-mail address or your name";
  if (COMMON.has(said) || isRepetition(said)) return "This password is among the first that others would try";
  return undefined;
}

/** A path of this very site that may be gone back to after signing in; undefined for anything else. */
export function safeReturnPath(from: string | null | undefined): string | undefined {
  // Browsers read a backslash as a slash and drop tabs and line breaks: //evil.example has many spellings.
  if (!from || from.length > 2000 || !/^\/(?![/\\])/.test(from) || /[\\\u0000-\u001f\u007f]/.test(from)) return undefined;
  const base = "https://self.invalid";
  let url: URL;
  try {
    url = new URL(from, base);
  } catch {
    return undefined;
  }
  if (url.origin !== base || url.pathname.startsWith("//")) return undefined;
  // Doors that do something when opened, or lead back here, are no places to return to.
  if (/^\/(api|sign-in|sign-up|reset-password)(\/|$)/.test(url.pathname)) return undefined;
  return `${url.pathname}${url.search}${url.hash}`;
}
