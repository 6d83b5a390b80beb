import type { Route } from "next";
import { Fragment } from "react";
import { Link } from "@/components/ui/link";

type Props = { typed: string; specialties: { slug: string; name: string }[]; hrefOf: (specialty: string) => Route };

/** Says which specialties the typed words were read as, each selectable alone. */
export function MeaningNote({ typed, specialties, hrefOf }: Props) {
  if (specialties.length === 0) return null;
  return (
    <p className="mt-4 text-sm break-words text-quiet">
      “{typed}” matches{" "}
      {specialties.map(({ slug, name }, index) => (
        <Fragment key={slug}>
          {index === 0 ? "" : index === specialties.length - 1 ? " and " : ", "}
          <Link href={hrefOf(slug)} className="font-semibold text-accent hover:underline">
            {name.charAt(0).toLowerCase() + name.slice(1)}
          </Link>
        </Fragment>
      ))}
      {specialties.length > 1 ? ", most likely first." : "."}
    </p>
  );
}
