import { BedDouble } from "lucide-react";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { routes } from "@/lib/site/routes";

/** The board before the hospital has its first ward. */
export function NoWards({ canSetUp }: { canSetUp: boolean }) {
  return (
    <EmptyState
      icon={<BedDouble />}
      title="No wards yet"
      text={
        canSetUp
          ? "Add a ward and its beds. Then this board shows who is where."
          : "A manager of the hospital adds wards and beds."
      }
      action={
        canSetUp ? (
          <Button asChild>
            <Link href={routes.hospital.wards()}>Add a ward</Link>
          </Button>
        ) : null
      }
    />
  );
}
