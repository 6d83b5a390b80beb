import type { Page } from "@playwright/test";

/**
 * Words and times in the page's main part that wrap onto several lines. Longer words may have to break, as may the
 * parts of an address.
 */
export function brokenWords(page: Page): Promise<string[]> {
  return page.getByRole("main").evaluate((main) => {
    const broken = new Set<string>();
    const texts = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      for (const { 0: word, index } of (node.textContent ?? "").matchAll(
        /(?<![\p{L}\d@._-])\p{L}{2,24}(?![\p{L}\d@]|[._-]\w)|\d{1,2}:\d{2}(?:\s[AP]M)?/gu,
      )) {
        const range = document.createRange();
        range.setStart(node, index);
        range.setEnd(node, index + word.length);
        const lines = new Set(
          [...range.getClientRects()].filter(({ width }) => width > 0).map(({ top }) => Math.round(top)),
        );
        if (lines.size > 1) broken.add(word);
      }
    }
    return [...broken];
  });
}
