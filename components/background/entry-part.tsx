import { useId, type ReactNode } from "react";
import { Card } from "@/components/ui/card";

type Props = {
  title: string;
  /** As deep as it stands on the page. */
  level: 2 | 3;
  /** What is true where nothing is listed, and the way to begin. */
  answer?: ReactNode;
  items: ReactNode[];
  /** Entries that no longer hold. */
  former: ReactNode[];
  actions: ReactNode;
};

/** The allergies or the conditions of one person: those that hold, the former ones behind a line. */
export function EntryPart({ title, level, answer, items, former, actions }: Props) {
  const id = useId();
  const Heading = `h${level}` as const;
  return (
    <Card as="section" aria-labelledby={id} className="min-w-0">
      <Heading id={id} className="mb-3 text-base">
        {title}
      </Heading>
      {answer}
      {items.length > 0 ? (
        <ul aria-labelledby={id} className="divide-y divide-line">
          {items}
        </ul>
      ) : null}
      {former.length > 0 ? (
        <details className="mt-3 text-sm">
          <summary className="touch-target w-fit cursor-pointer rounded-md font-medium text-accent">
            No longer current ({former.length})
          </summary>
          <ul className="mt-2 divide-y divide-line">{former}</ul>
        </details>
      ) : null}
      {actions ? <div className="mt-4 flex flex-wrap gap-2">{actions}</div> : null}
    </Card>
  );
}
