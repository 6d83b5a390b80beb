import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const WCAG_2_2_AA = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"];

/** Fails with one line per violation of WCAG 2.2 A and AA on the page as it is now. */
export async function expectNoAxeViolations(page: Page): Promise<void> {
  // A page's title comes with its stream, a moment after what is shown first.
  await expect(page).toHaveTitle(/\S/);
  const { violations } = await new AxeBuilder({ page }).withTags(WCAG_2_2_AA).analyze();
  const lines = violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help} — ${node.target.join(" ")}\n    ${node.failureSummary?.replaceAll("\n", " ")}`),
  );
  expect(lines, `accessibility of ${new URL(page.url()).pathname}`).toEqual([]);
}
