import { FilterLinks } from "@/components/ui/filter-links";
import { routes } from "@/lib/site/routes";

/** The two views of a hospital's numbers. */
export function NumbersViews({ current }: { current: "now" | "report" }) {
  return (
    <FilterLinks
      label="Numbers"
      links={[
        { label: "Up to now", href: routes.hospital.numbers(), isCurrent: current === "now" },
        { label: "Any days, compared", href: routes.hospital.report(), isCurrent: current === "report" },
      ]}
    />
  );
}
