import { FIELD_LABELS } from "@/lib/domain/doctors/format";
import type { GuardedField } from "@/lib/domain/doctors/schema-changes";

type Value = string | number | null;
export type ChangeListProps = { fields: { field: GuardedField; from: Value; to: Value }[] };

/** The public values, and the requested ones. */
export function ChangeList({ fields }: ChangeListProps) {
  return (
    <dl className="grid grid-cols-[minmax(0,1fr)] gap-1 text-sm">
      {fields.map(({ field, from, to }) => (
        <div key={field} className="flex flex-wrap gap-x-3">
          <dt className="w-28 shrink-0 text-quiet sm:w-36">{FIELD_LABELS[field]}</dt>
          <dd className="min-w-0 flex-[1_1_12rem] wrap-anywhere">
            <del className="text-quiet">
              <span className="sr-only">from </span>
              {from ?? "nothing"}
            </del>
            <span aria-hidden> → </span>
            <ins className="font-semibold no-underline">
              <span className="sr-only">to </span>
              {to ?? "nothing"}
            </ins>
          </dd>
        </div>
      ))}
    </dl>
  );
}
