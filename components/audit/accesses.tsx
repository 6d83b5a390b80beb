import { Eye } from "lucide-react";
import type { ComponentProps } from "react";
import { EmptyState } from "@/components/ui/empty-state";
import { LoadMore } from "@/components/ui/pagination";
import { AccessList } from "./access-list";

type Props = ComponentProps<typeof AccessList> & {
  /** When something will appear here. */
  emptyText: string;
  earlier: ComponentProps<typeof LoadMore>["href"];
};

/** A page of accesses with the way to earlier ones, or what will appear here. */
export function Accesses({ emptyText, earlier, ...list }: Props) {
  return (
    <>
      {list.accesses.length === 0 ? (
        <EmptyState icon={<Eye />} title="Nothing here yet" text={emptyText} />
      ) : (
        <AccessList {...list} />
      )}
      <LoadMore href={earlier} label="Show earlier" />
    </>
  );
}
