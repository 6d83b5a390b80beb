import { readFileSync } from "node:fs";
import { stripVTControlCharacters } from "node:util";

function read(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}

/** The first lines of an error, without colours and without the calls inside libraries. */
const firstLines = (text) =>
  stripVTControlCharacters(text ?? "")
    .split("\n")
    .filter((line) => !line.includes("node_modules"))
    .slice(0, 12)
    .join("\n");

const nothing = { passed: 0, failed: 0, skipped: 0, failures: [] };

/**
 * Counts the tests in a report of vitest's JSON reporter and names those that failed, each with the beginning of its
 * error. A file that could not be run counts as one failed test.
 */
export function countVitest(file) {
  const report = read(file);
  if (!report) return nothing;
  const broken = report.testResults.filter(
    ({ status, assertionResults }) => status === "failed" && !assertionResults.some((test) => test.status === "failed"),
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length,
    skipped: report.numPendingTests + report.numTodoTests,
    failures: [
      ...broken.map(({ name, message }) => `${name}\n${firstLines(message)}`),
      ...report.testResults.flatMap(({ name, assertionResults }) =>
        assertionResults
          .filter((test) => test.status === "failed")
          .map((test) => `${name} › ${test.fullName}\n${firstLines(test.failureMessages.join("\n"))}`),
      ),
    ],
  };
}

/** All specs of a Playwright suite, those of the suites in it included. */
const specsOf = (suite) => [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(specsOf)];

/**
 * Counts the tests in a report of Playwright's JSON reporter and names those that failed, each with the beginning of
 * its error. An error outside a test counts as one failed test.
 */
export function countPlaywright(file) {
  const report = read(file);
  if (!report) return nothing;
  const { expected, unexpected, flaky, skipped } = report.stats;
  const errorOf = (spec) =>
    spec.tests.flatMap((test) => test.results.flatMap((result) => result.error?.message ?? [])).join("\n");
  return {
    passed: expected,
    failed: unexpected + flaky + report.errors.length,
    skipped,
    failures: [
      ...report.suites
        .flatMap(specsOf)
        .filter((spec) => !spec.ok)
        .map((spec) => `${spec.file} › ${spec.title}\n${firstLines(errorOf(spec))}`),
      ...report.errors.map((error) => firstLines(error.message)),
    ],
  };
}
