import { render, screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { DecisionList } from "@/components/administration/decision-list";
import { overviewTitle } from "@/lib/domain/administration/format";
import type { Readiness } from "@/lib/platform/http/readiness";
import { decisionLines } from "./decision-lines";

const NONE = { doctors: 0, hospitals: 0, changes: 0, reviews: 0 };
const QUIET = { failed: 4, givenUp: 0 };
const UP: Readiness = {
  status: "ready",
  missing: [],
  warnings: [],
  migrations: 1,
  outboxLagSeconds: 0,
  queueLagSeconds: 0,
  jobs: { waiting: 0, running: 0, exhausted: 0 },
  backups: null,
  timeZones: { release: "2026f", node: "2026f", behind: null },
};

it("has no line while nothing waits and the system is up, even while a message is tried again", () => {
  expect(decisionLines({ waiting: NONE, messages: QUIET }, UP)).toEqual([]);
  expect(overviewTitle(NONE)).toBe("Nothing needs a decision");
});

it("leads from each thing to its page, what is broken first", () => {
  const waiting = { doctors: 1, hospitals: 2, changes: 1, reviews: 1 };
  const degraded: Readiness = {
    ...UP,
    missing: ["background-work"],
    warnings: ["jobs-failed", "backup-old"],
    jobs: { waiting: 0, running: 0, exhausted: 3 },
  };
  render(<DecisionList lines={decisionLines({ waiting, messages: { failed: 0, givenUp: 2 } }, degraded)} />);
  const links = screen.getAllByRole("link").map((link) => [link.textContent, link.getAttribute("href")]);
  expect(links).toEqual([
    ["Not running: background-work", "/admin/system"],
    ["3 jobs have failed for good", "/admin/system"],
    ["The last backup is more than 26 hours old", "/admin/system"],
    ["1 doctor and 2 hospitals awaiting verification", "/admin/queue"],
    ["1 change to review", "/admin/queue?view=changes"],
    ["1 emergency access to review", "/admin/emergencies"],
    ["2 messages not delivered", "/admin/sent?state=GIVEN_UP"],
  ]);
  expect(overviewTitle(waiting)).toBe("5 things need a decision");
});

it("says when the database was too slow to be asked", () => {
  const [line] = decisionLines({ waiting: NONE, messages: QUIET }, null);
  expect(line).toMatchObject({ title: "The database is slow", tone: "stop" });
});
