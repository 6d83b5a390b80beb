"use client";
import { useState } from "react";
import { useShowChange } from "@/components/realtime/use-show-change";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { arriveAction } from "@/lib/domain/arrivals/actions";
import { tryAction } from "@/lib/platform/actions/try-action";

type Props = { appointmentId: string; code: string; label: string; subject: string };

/** Says that the patient is here; the button stays off until the page shows the number. */
export function ArriveButton({ appointmentId, code, label, subject }: Props) {
  const show = useShowChange();
  const [isPending, setPending] = useState(false);
  const arrive = async () => {
    setPending(true);
    const result = await tryAction(() => arriveAction({ appointmentId, code }));
    if (result.ok) toast.success("You’re checked in");
    else toast.error(result.error.message);
    await show(result);
    setPending(false);
  };
  return (
    <Button size="lg" pending={isPending} onClick={() => void arrive()}>
      {label}
      <span className="sr-only">: {subject}</span>
    </Button>
  );
}
