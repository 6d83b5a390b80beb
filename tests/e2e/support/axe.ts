import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const WCAG_2_2_AA = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"];

// Selectors for the thousands of passing elements take longer than the check. So does a second page for the result,
// which only foreign frames would need (legacy mode).
const VIOLATIONS_ONLY = { resultTypes: ["violations" as const] };

/**
 * Fails with one line per violation of WCAG 2.2 A and AA on the settled page. During a refresh a live page briefly has
 * no title, so a violation must still be there a second later. A board of a hundred beds takes long to check on a busy
 * machine.
 */
export async function expectNoAxeViolations(page: Page): Promise<void> {
  await expect(async () => {
    const { violations } = await new AxeBuilder({ page })
      .options(VIOLATIONS_ONLY)
      .withTags(WCAG_2_2_AA)
      .setLegacyMode()
      .analyze();
    const lines = violations.flatMap(({ id, help, nodes }) =>
      nodes.map(
        (node) => `${id}: ${help} — ${node.target.join(" ")}\n    ${node.failureSummary?.replaceAll("\n", " ")}`,
      ),
    );
    expect(lines, `accessibility of ${new URL(page.url()).pathname}`).toEqual([]);
  }).toPass({ intervals: [1_000], timeout: 30_000 });
}
