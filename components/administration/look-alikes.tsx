import type { Route } from "next";
import { Link } from "@/components/ui/link";
import { FormMessage } from "@/components/ui/form-message";
import type { LookAlike, ProfileKind } from "@/lib/domain/administration/schema";

/** A warning when a name resembles a listed one. */
export function LookAlikes({ kind, lookAlikes }: { kind: ProfileKind; lookAlikes: LookAlike[] }) {
  if (lookAlikes.length === 0) return null;
  return (
    <FormMessage tone="wait" title="This name looks like one that is listed">
      <ul>
        {lookAlikes.map(({ slug, name, city }) => (
          <li key={slug}>
            <Link href={`/${kind}s/${slug}` as Route} className="font-semibold underline">
              {name}
            </Link>
            {city ? `, ${city}` : null}
          </li>
        ))}
      </ul>
    </FormMessage>
  );
}
