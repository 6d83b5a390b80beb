import type { ReactNode } from "react";

type Affected = { id: string; name: string; details: ReactNode; how: string | null };
type Props = { affected: Affected[]; children?: ReactNode };

/** Who is affected, and how each would be told; `children` are below it. Nothing for no one. */
export function AffectedPatients({ affected, children }: Props) {
  if (affected.length === 0) return null;
  return (
    // Scrolled by keyboard, too: nothing in it has to take the focus.
    <div
      tabIndex={0}
      role="group"
      aria-label="Affected patients"
      className="max-h-64 overflow-y-auto rounded-md border border-line"
    >
      <ul aria-label="Affected patients" className="divide-y divide-line">
        {affected.map(({ id, name, details, how }) => (
          <li key={id} className="flex items-start justify-between gap-3 px-3 py-2.5 text-sm">
            <span className="min-w-0">
              <span className="block font-semibold break-words">{name}</span>
              {details}
            </span>
            <span className="shrink-0 text-quiet">{how}</span>
          </li>
        ))}
      </ul>
      {children}
    </div>
  );
}
