import { Eye } from "lucide-react";
import type { ComponentProps } from "react";
import { EmptyState } from "@/components/ui/empty-state";
import { LoadMore } from "@/components/ui/pagination";
import { AccessList } from "./access-list";
import { ArchivedNote } from "./archived-note";

type Props = ComponentProps<typeof AccessList> & {
  /** When something will appear here. */
  emptyText: string;
  earlier: ComponentProps<typeof LoadMore>["href"];
  archivedUntil: string | null;
};

/** A page of accesses with the way to earlier ones, or what will appear here. */
export function Accesses({ emptyText, earlier, archivedUntil, ...list }: Props) {
  return (
    <>
      {list.accesses.length === 0 ? (
        <EmptyState icon={<Eye />} title="Nothing here yet" text={emptyText} />
      ) : (
        <AccessList {...list} />
      )}
      <LoadMore href={earlier} label="Show earlier" />
      <ArchivedNote until={archivedUntil} hasMore={earlier !== null}>
        If you need to see them, ask those who run this site.
      </ArchivedNote>
    </>
  );
}
