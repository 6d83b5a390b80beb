import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

function walk(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? [path, ...walk(path)] : [path];
  });
}

const paths = ["app", "components", "lib"].filter((path) => statSync(path, { throwIfNoEntry: false })).flatMap(walk);

const MODULES = [
  "ward-closures",
  "data-exports",
  "accounts",
  "email-changes",
  "announcements",
  "patients",
  "family",
  "doctors",
  "documents",
  "hospitals",
  "staff",
  "front-desk",
  "affiliations",
  "directory",
  "services",
  "schedules",
  "appointments",
  "queues",
  "waiting-room",
  "displays",
  "arrivals",
  "questionnaires",
  "conversations",
  "waitlist",
  "recalls",
  "reminders",
  "visit-links",
  "beds",
  "ambulances",
  "codes",
  "records",
  "prescriptions",
  "exports",
  "background",
  "sharing",
  "emergency-access",
  "messages",
  "notifications",
  "push",
  "preferences",
  "webhooks",
  "analytics",
  "transfer",
  "administration",
  "contacts",
  "history",
  "timeline",
  "audit",
  "lookup",
  "merges",
  "registrations",
  "disruptions",
];

test("no file is named utils, helpers, common, manager or service, and none is a barrel", () => {
  const empty = /(^|\/)(utils?|helpers?|common|shared|misc|managers?|service|index)(\.tsx?)?$/;
  expect(paths.filter((path) => empty.test(path))).toEqual([]);
});

test("files and folders are in kebab-case", () => {
  // Next's own names: (group), [param], [[...rest]], _private, @slot.
  const kebab = /^[([@_.]*[a-z0-9$-]+(\.[a-z0-9-]+)*[)\]]*$/;
  expect(paths.filter((path) => !kebab.test(path.split("/").at(-1) ?? ""))).toEqual([]);
});

test("the domain consists of the documented modules", () => {
  const found = readdirSync("lib/domain");
  expect(found.filter((name) => !MODULES.includes(name))).toEqual([]);
});

test("the waiting room's texts and comments read as English", () => {
  const translated =
    /\bwhom\b|\bholds? (nowhere|no more)\b|\*\s+Who (is|was|has|missed|comes)\b|[.:] Who (is|was|has|missed|comes)\b/;
  const part = /waiting-room|waiting-display|\/(queues|displays|arrivals|arrive)\//;
  const files = paths.filter((path) => part.test(path) && /\.tsx?$/.test(path));
  expect(files.length).toBeGreaterThan(40);
  expect(files.filter((path) => translated.test(readFileSync(path, "utf8")))).toEqual([]);
});
