import { FilterLinks } from "@/components/ui/filter-links";
import { routes } from "@/lib/site/routes";

type Props = {
  current: "notes" | "measurements" | "medicines" | "background" | "documents" | "sharing" | "access";
  /** Whose records, when only one person's are shown. */
  patientId: string | undefined;
  /** The people the account acts for. */
  patients: readonly { id: string; name: string }[];
};

/** The parts of the records, and whose they are where there is more than one person. */
export function RecordsNav({ current, patientId, patients }: Props) {
  const parts = {
    notes: routes.patient.records,
    measurements: routes.patient.measurements,
    medicines: routes.patient.medicines,
    background: routes.patient.background,
    documents: routes.patient.documents,
    sharing: routes.patient.sharing,
    access: routes.patient.recordAccess,
  };
  const people = [{ name: "Everyone", id: undefined }, ...patients];
  return (
    <>
      <FilterLinks
        label="Parts of the records"
        wraps
        links={[
          { label: "Notes", href: parts.notes({ for: patientId }), isCurrent: current === "notes" },
          {
            label: "Measurements",
            href: parts.measurements({ for: patientId }),
            isCurrent: current === "measurements",
          },
          { label: "Medicines", href: parts.medicines({ for: patientId }), isCurrent: current === "medicines" },
          {
            label: "Allergies and conditions",
            href: parts.background({ for: patientId }),
            isCurrent: current === "background",
          },
          { label: "Documents", href: parts.documents({ for: patientId }), isCurrent: current === "documents" },
          { label: "Sharing", href: parts.sharing({ for: patientId }), isCurrent: current === "sharing" },
          { label: "Who opened them", href: parts.access({ for: patientId }), isCurrent: current === "access" },
        ]}
      />
      {patients.length > 1 ? (
        <FilterLinks
          label="Whose records"
          links={people.map(({ id, name }) => ({
            label: name,
            href: parts[current]({ for: id }),
            isCurrent: patientId === id,
          }))}
        />
      ) : null}
    </>
  );
}
