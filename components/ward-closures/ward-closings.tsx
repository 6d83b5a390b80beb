import { DoorClosed } from "lucide-react";
import { Link } from "@/components/ui/link";
import { PHASE_LABELS, REASON_LABELS } from "@/lib/domain/ward-closures/format";
import { routes } from "@/lib/site/routes";
import { ClosurePeriod } from "./closure-period";
import type { Standing } from "./closure-view";
import { ReopenButton } from "./reopen-button";

/** What is closed in a ward now or will be: what, why, until when, and opening it again. */
export function WardClosings({ closures }: { closures: Standing[] }) {
  if (closures.length === 0) return null;
  return (
    <ul aria-label={`Closed in ${closures[0]!.ward}`} className="mb-3 grid gap-2">
      {closures.map((closure) => (
        <li
          key={closure.id}
          className={
            closure.phase === "CLOSED"
              ? "flex flex-wrap items-center gap-x-3 gap-y-2 rounded-md bg-stop-soft px-3 py-2 text-sm"
              : "flex flex-wrap items-center gap-x-3 gap-y-2 rounded-md bg-wait-soft px-3 py-2 text-sm"
          }
        >
          <DoorClosed aria-hidden className="size-4 shrink-0" />
          <p className="min-w-0 flex-[1_1_12rem]">
            <Link
              href={routes.hospital.closedWard(closure.id)}
              className="touch-target font-semibold break-words hover:underline"
            >
              {closure.phase === "CLOSED" ? PHASE_LABELS.CLOSED : "Will be closed"}
              {closure.beds ? `: ${closure.beds.map(({ label }) => label).join(", ")}` : null}
            </Link>
            {" · "}
            {REASON_LABELS[closure.reason]}
            {" · "}
            <ClosurePeriod closure={closure} />
          </p>
          <ReopenButton closure={closure} size="sm" />
        </li>
      ))}
    </ul>
  );
}
