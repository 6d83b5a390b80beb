import { Activity, FilePen, ListChecks, LockOpen, MailX, TriangleAlert } from "lucide-react";
import type { DecisionLine } from "@/components/administration/decision-list";
import { changesTitle, queueTitle } from "@/lib/domain/administration/format";
import type { Overview } from "@/lib/domain/administration/schema-overview";
import { reviewsTitle } from "@/lib/domain/emergency-access/format";
import type { Readiness } from "@/lib/platform/http/readiness";
import { counted } from "@/lib/platform/text/counted";
import { routes } from "@/lib/site/routes";
import { SYSTEM_WARNINGS, systemTitle } from "./system-words";

/** What needs a decision or someone's attention, with the page where it is done. `readiness` is null when the database was slow. */
export function decisionLines(
  { waiting, messages }: Pick<Overview, "waiting" | "messages">,
  readiness: Readiness | null,
): DecisionLine[] {
  const { doctors, hospitals, changes, reviews } = waiting;
  return [
    ...systemLines(readiness),
    ...one(doctors + hospitals, {
      key: "queue",
      href: routes.admin.queue(),
      icon: <ListChecks />,
      tone: "accent",
      title: queueTitle({ doctor: doctors, hospital: hospitals }),
    }),
    ...one(changes, {
      key: "changes",
      href: routes.admin.queue({ view: "changes" }),
      icon: <FilePen />,
      tone: "accent",
      title: changesTitle(changes),
    }),
    ...one(reviews, {
      key: "reviews",
      href: routes.admin.emergencies(),
      icon: <LockOpen />,
      tone: "accent",
      title: reviewsTitle(reviews),
    }),
    ...one(messages.givenUp, {
      key: "messages",
      href: routes.admin.sent({ state: "GIVEN_UP" }),
      icon: <MailX />,
      tone: "wait",
      title: `${counted(messages.givenUp, "message")} not delivered`,
      text: "Given up within the last 24 hours. What is still of use can be sent again.",
    }),
  ];
}

function one(count: number, line: DecisionLine): DecisionLine[] {
  return count > 0 ? [line] : [];
}

/** A missing part and each warning have a line of their own. */
function systemLines(readiness: Readiness | null): DecisionLine[] {
  const href = routes.admin.system();
  const isDown = readiness === null || readiness.missing.length > 0;
  const warnings = readiness?.warnings ?? [];
  return [
    ...(isDown
      ? [{ key: "down", href, icon: <Activity />, tone: "stop" as const, title: systemTitle(readiness) }]
      : []),
    ...warnings.map((warning) => ({
      key: warning,
      href,
      icon: <TriangleAlert />,
      tone: "wait" as const,
      ...(warning === "jobs-failed" && readiness
        ? { title: `${counted(readiness.jobs.exhausted, "job has", "jobs have")} failed for good` }
        : { title: SYSTEM_WARNINGS[warning].title }),
      text: SYSTEM_WARNINGS[warning].text,
    })),
  ];
}
