import { headers } from "next/headers";

/** The page's structured data, for search engines. Escaped, so that no text in it can end the script. */
export async function JsonLd({ data }: { data: Record<string, unknown> }) {
  const nonce = (await headers()).get("x-nonce") ?? undefined;
  const json = JSON.stringify({ "@context": "https://schema.org", ...data }).replace(/</g, "\\u003c");
  return (
    <script
      type="application/ld+json"
      nonce={nonce}
      // eslint-disable-next-line no-restricted-syntax -- browsers hide a nonce from scripts, so React finds none
      suppressHydrationWarning
      dangerouslySetInnerHTML={{ __html: json }}
    />
  );
}
