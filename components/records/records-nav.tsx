import { FilterLinks } from "@/components/ui/filter-links";
import type { AccessScope } from "@/lib/domain/patients/schema";
import type { TimelineKind } from "@/lib/domain/timeline/status";
import { routes } from "@/lib/site/routes";

type Props = {
  current: "timeline" | "notes" | "measurements" | "medicines" | "background" | "documents" | "sharing" | "access";
  /** Whose records, when only one person's are shown. */
  patientId: string | undefined;
  /** The people the account acts for. */
  patients: readonly { id: string; name: string; scope: AccessScope }[];
  /** What the timeline is narrowed to: it stays when another person is chosen. */
  kind?: TimelineKind | undefined;
};

/** The parts of the records, and whose they are where there is more than one person. */
export function RecordsNav({ current, patientId, patients, kind }: Props) {
  const parts = {
    timeline: routes.patient.records,
    notes: routes.patient.notes,
    measurements: routes.patient.measurements,
    medicines: routes.patient.medicines,
    background: routes.patient.background,
    documents: routes.patient.documents,
    sharing: routes.patient.sharing,
    access: routes.patient.recordAccess,
  };
  const labels = {
    timeline: "Timeline",
    notes: "Notes",
    measurements: "Measurements",
    medicines: "Medicines",
    background: "Allergies and conditions",
    documents: "Documents",
    sharing: "Sharing",
    access: "Who opened them",
  };
  const people = [{ name: "Everyone", id: undefined }, ...patients];
  // Of someone the account only books for, there is the timeline and nothing else.
  const isBookedFor = patients.some(({ id, scope }) => id === patientId && scope === "BOOK");
  const partOf = (part: Props["current"]) => ({ for: isBookedFor && part !== "timeline" ? undefined : patientId });
  return (
    <>
      <FilterLinks
        label="Parts of the records"
        wraps
        links={(Object.keys(parts) as Props["current"][]).map((part) => ({
          label: labels[part],
          href: parts[part](partOf(part)),
          isCurrent: current === part,
        }))}
      />
      {patients.length > 1 ? (
        <FilterLinks
          label="Whose records"
          links={people.map(({ id, name }) => ({
            label: name,
            href: current === "timeline" ? routes.patient.records({ for: id, kind }) : parts[current]({ for: id }),
            isCurrent: patientId === id,
          }))}
        />
      ) : null}
    </>
  );
}
