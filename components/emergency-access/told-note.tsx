"use client";
import { BellOff } from "lucide-react";
import { PhoneLink } from "@/components/contacts/phone-link";
import { useShowChange } from "@/components/realtime/use-show-change";
import { ConfirmDialog } from "@/components/ui/alert-dialog";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { LocalTime } from "@/components/ui/local-time";
import { toast } from "@/components/ui/toast";
import { notePatientToldAction } from "@/lib/domain/emergency-access/actions";
import type { Review } from "@/lib/domain/emergency-access/schema";
import { tryAction } from "@/lib/platform/actions/try-action";

type Props = { review: Pick<Review, "id" | "patientName" | "isTold" | "canNoteTold" | "phone" | "toldAt" | "toldBy"> };

/** Says that someone has to tell a patient who gets no notifications, or who did; nothing for anyone else. */
export function ToldNote({ review }: Props) {
  const { isTold, toldAt, toldBy, phone, patientName } = review;
  if (toldAt)
    return (
      <p className="text-sm wrap-anywhere text-quiet">
        The patient was told by letter or phone: <LocalTime instant={toldAt} style="dated" />
        {toldBy ? `, ${toldBy}` : null}
      </p>
    );
  if (isTold) return null;
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2 text-sm">
      <Badge tone="stop">
        <BellOff aria-hidden /> Couldn’t be told
      </Badge>
      <p className="min-w-0">No one with an account reads their record. Tell them by letter or phone.</p>
      {phone ? <PhoneLink phone={phone} who={patientName} /> : <p className="text-quiet">No phone number known</p>}
      {review.canNoteTold ? <NoteTold review={review} /> : null}
    </div>
  );
}

/** Notes that the patient was told, after a question: the note stays. */
function NoteTold({ review: { id, patientName } }: Props) {
  const show = useShowChange();
  const note = async () => {
    const result = await tryAction(() => notePatientToldAction({ id }));
    if (!result.ok) toast.error(result.error.message);
    else {
      toast.success("Noted that the patient was told");
      void show(result);
    }
    return result.ok;
  };
  return (
    <ConfirmDialog
      trigger={
        <Button size="sm" variant="secondary">
          Done: told by letter or phone<span className="sr-only">, {patientName}</span>
        </Button>
      }
      title={`Has ${patientName} been told?`}
      text="Say so once someone has written to them or spoken with them. Your name and the time are kept. This can’t be undone."
      confirmLabel="They were told"
      tone="primary"
      onConfirm={note}
    />
  );
}
