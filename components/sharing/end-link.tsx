"use client";
import { Link2Off } from "lucide-react";
import { useConfirmedStep } from "@/components/realtime/use-confirmed-step";
import { ConfirmDialog } from "@/components/ui/alert-dialog";
import { Button } from "@/components/ui/button";
import { endLinkAction } from "@/lib/domain/sharing/actions";
import { partsText } from "@/lib/domain/sharing/format";
import type { RecordLink } from "@/lib/domain/sharing/schema-links";

type Props = { link: Pick<RecordLink, "id" | "patientId" | "parts"> };

/** Ends a link after a question. */
export function EndLink({ link: { id, patientId, parts } }: Props) {
  const end = useConfirmedStep(() => endLinkAction({ id, patientId }), "The link opens nothing any more");
  const trigger = (
    <Button variant="quiet" size="sm" className="ml-auto">
      <Link2Off aria-hidden /> End the link<span className="sr-only"> to {partsText(parts)}</span>
    </Button>
  );
  return (
    <ConfirmDialog
      trigger={trigger}
      title="End this link?"
      text="It opens nothing any more, on pages that are open too. What someone has read, printed or saved stays with them."
      confirmLabel="End the link"
      onConfirm={end}
    />
  );
}
