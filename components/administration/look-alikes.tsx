import { Link } from "@/components/ui/link";
import { FormMessage } from "@/components/ui/form-message";
import type { LookAlike, ProfileKind } from "@/lib/domain/administration/schema";
import { routes } from "@/lib/site/routes";

/** A warning when a name resembles a listed one. */
export function LookAlikes({ kind, lookAlikes }: { kind: ProfileKind; lookAlikes: LookAlike[] }) {
  if (lookAlikes.length === 0) return null;
  const { profile } = kind === "doctor" ? routes.doctors : routes.hospitals;
  return (
    <FormMessage tone="wait" title="This name looks like one that is listed">
      <ul>
        {lookAlikes.map(({ slug, name, city }) => (
          <li key={slug}>
            <Link href={profile(slug)} className="font-semibold underline">
              {name}
            </Link>
            {city ? `, ${city}` : null}
          </li>
        ))}
      </ul>
    </FormMessage>
  );
}
