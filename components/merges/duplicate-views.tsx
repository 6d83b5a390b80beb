import { FilterLinks } from "@/components/ui/filter-links";
import { routes } from "@/lib/site/routes";

const VIEWS = [
  { view: undefined, label: "To look at" },
  { view: "set-aside", label: "Different people" },
  { view: "merged", label: "Merged" },
] as const;

/** Likely duplicates, pairs set aside as different people, and what has been merged. */
export function DuplicateViews({ view }: { view: "set-aside" | "merged" | undefined }) {
  return (
    <FilterLinks
      label="Records"
      links={VIEWS.map((one) => ({
        label: one.label,
        href: routes.hospital.duplicates(one.view ? { view: one.view } : {}),
        isCurrent: one.view === view,
      }))}
    />
  );
}
