import { Link } from "@/components/ui/link";
import { closedName, REASON_LABELS } from "@/lib/domain/ward-closures/format";
import { routes } from "@/lib/site/routes";
import { ClosurePeriod } from "./closure-period";
import type { Standing } from "./closure-view";

/** What is closed, as the way to its page; why, and from when until when. */
export function ClosureLink({ closure }: { closure: Standing }) {
  return (
    <div className="min-w-0">
      <Link
        href={routes.hospital.closedWard(closure.id)}
        className="touch-target font-semibold break-words hover:underline"
      >
        {closedName(closure)}
      </Link>
      <p className="text-sm break-words text-quiet">
        {REASON_LABELS[closure.reason]} · <ClosurePeriod closure={closure} />
      </p>
    </div>
  );
}
