import { Link, type LinkProps } from "@/components/ui/link";
import { DataList } from "@/components/ui/data-list";
import { LocalTime } from "@/components/ui/local-time";
import type { Operation } from "@/lib/domain/audit/schema";
import { FoldedTimes } from "./folded-times";

/** An operation with the page of its object, where it has one. */
export type OperationLine = Operation & { href: LinkProps["href"] | null };

/** What was done at a hospital, and by whom. Folded lines open to their single times. */
export function OperationList({ operations }: { operations: OperationLine[] }) {
  return (
    <DataList
      caption="Operations"
      rows={operations}
      rowKey={(row) => row.id}
      columns={[
        {
          key: "who",
          header: "Who and what",
          phone: "title",
          cell: (row) => (
            <>
              <span className="font-semibold">{row.who}</span> <span className="font-normal">{row.what}</span>
              <FoldedTimes count={row.count} items={row.times.map((at) => ({ at }))} />
            </>
          ),
        },
        {
          key: "when",
          header: "When",
          cell: (row) => <LocalTime instant={row.lastAt} style="dated-time" className="tabular" />,
        },
        {
          key: "open",
          header: "Details",
          cell: (row) =>
            row.href ? (
              <Link href={row.href} className="touch-target font-medium text-accent hover:underline">
                Open
                <span className="sr-only">
                  {" "}
                  what {row.who} {row.what}
                </span>
              </Link>
            ) : (
              <span className="text-quiet">–</span>
            ),
        },
      ]}
    />
  );
}
