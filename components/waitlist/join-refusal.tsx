import { z } from "zod";
import { RefusalNote } from "@/components/affiliations/refusal-note";
import { FormMessage } from "@/components/ui/form-message";
import { Link } from "@/components/ui/link";
import { LocalTime } from "@/components/ui/local-time";
import type { ActionFailure } from "@/lib/platform/actions/action-result";
import { routes } from "@/lib/site/routes";

const MOST_SHOWN = 4;
const extra = z.object({
  alternatives: z.array(
    z.object({ start: z.string(), timeZone: z.string(), doctorName: z.string(), doctorSlug: z.string() }),
  ),
});

/** Why someone can't join: times that suit already, as links to where they are booked, or what else was refused. */
export function JoinRefusal({ failure }: { failure: ActionFailure | undefined }) {
  if (failure?.code !== "times-open") return <RefusalNote failure={failure} />;
  const { alternatives = [] } = extra.safeParse(failure.extra).data ?? {};
  return (
    <FormMessage tone="accent" title={failure.message}>
      <ul aria-label="Open times" className="mt-2 grid gap-2">
        {alternatives.slice(0, MOST_SHOWN).map(({ start, timeZone, doctorName, doctorSlug }) => (
          <li key={`${doctorSlug} ${start}`}>
            <Link
              href={routes.doctors.profile(doctorSlug, { start })}
              className="touch-target wrap-anywhere text-accent underline"
            >
              <LocalTime instant={start} timeZone={timeZone} /> · {doctorName}
            </Link>
          </li>
        ))}
      </ul>
    </FormMessage>
  );
}
