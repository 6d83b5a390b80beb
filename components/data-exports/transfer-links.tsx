import { FilterLinks } from "@/components/ui/filter-links";
import { routes } from "@/lib/site/routes";

/** The two pages on files of a hospital. */
export function TransferLinks({ current }: { current: "import" | "export" }) {
  return (
    <FilterLinks
      label="Import and export"
      links={[
        { label: "Import", href: routes.hospital.import(), isCurrent: current === "import" },
        { label: "Export", href: routes.hospital.exports(), isCurrent: current === "export" },
      ]}
    />
  );
}
