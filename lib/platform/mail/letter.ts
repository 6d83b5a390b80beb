/** A part of a mail, in their order: a paragraph (line breaks stay), someone's own words, or a link. */
type Block = string | { quote: string } | { label: string; href: string };

/**
 * What a mail says, once for its HTML and its text. The first link is the button. `why` says why the reader gets it; the
 * subject says that something changed, never what.
 */
export type Letter = { subject: string; body: Block[]; why: string };

/** The way out of mails that are not essential: a page for people, and the address that a mail program's own button posts to. */
export type Footer = { unsubscribeUrl: string; oneClickUrl: string; unsubscribeText: string };

/** Writes the text part of a mail. Its first line holds no name: mail programs show it beside the subject. */
export function letterText({ body, why }: Letter, footer?: Footer): string {
  const parts = body.map((block) => {
    if (typeof block === "string") return block.trimEnd();
    return "quote" in block ? block.quote.replace(/^/gm, "> ") : `${block.label}:\n${block.href}`;
  });
  const end = [why, ...(footer ? [`${footer.unsubscribeText}:\n${footer.unsubscribeUrl}`] : [])].filter(Boolean);
  return `Hello,\n\n${parts.join("\n\n")}\n\n-- \n${end.join("\n")}\n`;
}

/**
 * Writes the HTML part of a mail: one column without images, scripts or anything from outside. Mail programs with a dark
 * mode get colours of our own; those that only invert find plain ones that stay readable.
 */
export function letterHtml(letter: Letter, origin: string, footer?: Footer): string {
  const { subject, body, why } = letter;
  const first = body.findIndex((block) => typeof block !== "string" && "href" in block);
  const blocks = body.map((block, index) => blockHtml(block, index === first)).join("\n");
  const unsubscribe = footer
    ? `<br><a class="quiet" href="${escape(footer.unsubscribeUrl)}">${escape(footer.unsubscribeText)}</a>`
    : "";
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${escape(subject)}</title>
<style>${STYLE}</style>
</head>
<body class="page">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr><td align="center" class="outer">
<table role="presentation" class="card" cellpadding="0" cellspacing="0" border="0"><tr><td class="inner">
<p class="brand">CareSync</p>
<p>Hello,</p>
${blocks}
</td></tr></table>
<p class="quiet foot">${escape(why)}${why ? "<br>" : ""}<a class="quiet" href="${escape(origin)}">${escape(origin)}</a>${unsubscribe}</p>
</td></tr></table>
</body>
</html>
`;
}

function blockHtml(block: Block, isButton: boolean): string {
  if (typeof block === "string") return `<p>${lines(block.trimEnd())}</p>`;
  if ("quote" in block) return `<blockquote>${lines(block.quote)}</blockquote>`;
  const { label, href } = block;
  if (!isButton) return `<p><a class="link" href="${escape(href)}">${escape(label)}</a></p>`;
  return `<p class="action"><a class="button" href="${escape(href)}">${escape(label)}</a></p>
<p class="quiet">If the button doesn't work, open this address:<br><a class="quiet" href="${escape(href)}">${escape(href)}</a></p>`;
}

const STYLE = `
:root { color-scheme: light dark; supported-color-schemes: light dark }
body { margin: 0; padding: 0; background: #f4f6f5; color: #17211f; font: 16px/1.5 -apple-system, "Segoe UI", Roboto, Helvetica, Arial, sans-serif }
.outer { padding: 24px 12px }
.card { width: 100%; max-width: 560px; background: #ffffff; border: 1px solid #d9e0de; border-radius: 12px; text-align: left }
.inner { padding: 28px }
.brand { margin: 0 0 20px; font-weight: 700; color: #0b6b5d }
p, blockquote { margin: 0 0 16px; overflow-wrap: anywhere }
blockquote { padding-left: 14px; border-left: 3px solid #d9e0de }
.action { margin: 24px 0 }
.button { display: inline-block; padding: 14px 22px; border-radius: 10px; background: #0b6b5d; color: #ffffff; font-weight: 600; text-decoration: none }
.link { color: #0b6b5d }
.quiet { max-width: 560px; color: #55625f; font-size: 13px }
.foot { margin-top: 16px }
@media (prefers-color-scheme: dark) {
  body { background: #101615; color: #e6edeb }
  .card { background: #18211f; border-color: #33403d }
  blockquote { border-color: #33403d }
  .brand, .link { color: #6fd3c2 }
  .button { background: #6fd3c2; color: #06221d }
  .quiet { color: #a3b1ad }
}
`;

const SIGNS: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => SIGNS[sign] ?? sign);
}

function lines(text: string): string {
  return escape(text).replace(/\n/g, "<br>\n");
}
