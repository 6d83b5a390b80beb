// The characters of an unquoted local part (RFC 5322 §3.2.3), including `&` and `'`.
const LOCAL = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;
/** The characters a domain may be typed with, in any script; all others have another meaning in a URL. */
const TYPED_DOMAIN = /^[\p{L}\p{M}\p{N}.\u3002\u200c\u200d-]+$/u;

/**
 * Normalises an email address to the spelling that accounts are found by: lower case, and a domain in another script in
 * its ASCII form (`a@пример.рф` is `a@xn--e1afmkfd.xn--p1ai`). Null when it isn't one. At most 64 characters before the
 * @ and 254 in all (RFC 5321).
 */
export function readEmail(typed: string): string | null {
  const text = typed.normalize("NFKC").trim();
  const at = text.lastIndexOf("@");
  const local = text.slice(0, Math.max(0, at)).toLowerCase();
  const domain = asciiDomain(text.slice(at + 1));
  if (domain === null || local.length > 64 || !LOCAL.test(local)) return null;
  const address = `${local}@${domain}`;
  return address.length > 254 ? null : address;
}

function asciiDomain(typed: string): string | null {
  if (!TYPED_DOMAIN.test(typed)) return null;
  const host = hostOf(typed);
  const labels = host?.split(".") ?? [];
  // The last label is a name; a number there would be an IP address.
  const isName = labels.length > 1 && labels.every((label) => LABEL.test(label)) && /[a-z]/.test(labels.at(-1) ?? "");
  return host !== null && isName ? host : null;
}

/** By the rules of URLs (UTS 46), which browsers and Node share. */
function hostOf(domain: string): string | null {
  try {
    return new URL(`http://${domain}`).hostname;
  } catch {
    return null;
  }
}
