import { ToCallList } from "@/components/contacts/to-call-list";
import { Link } from "@/components/ui/link";
import { Section } from "@/components/ui/section";
import { toCallTitle } from "@/lib/domain/contacts/format";
import { toCard } from "@/lib/domain/contacts/output";
import type { ToCallRow } from "@/lib/domain/contacts/queries";
import { routes } from "@/lib/site/routes";

type Props = { calls: ToCallRow[]; count: number; portal: "hospital" | "doctor" };

/** The first people to call, on the day's page; nothing when everyone was notified. */
export function ToCallPart({ calls, count, portal }: Props) {
  if (calls.length === 0) return null;
  return (
    <Section title={toCallTitle(count)} text="We can't notify them online.">
      <ToCallList calls={calls.map((row) => toCard(row))} portal={portal} />
      {count > calls.length ? (
        <p className="mt-3 text-sm">
          <Link href={routes[portal].toCall()} className="touch-target font-medium text-accent hover:underline">
            Show all
          </Link>
        </p>
      ) : null}
    </Section>
  );
}
