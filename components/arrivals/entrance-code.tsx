"use client";
import { QrCode as QrIcon, RefreshCw } from "lucide-react";
import { useState } from "react";
import { useShowChange } from "@/components/realtime/use-show-change";
import { ConfirmDialog } from "@/components/ui/alert-dialog";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { QrCode } from "@/components/ui/qr-code";
import { toast } from "@/components/ui/toast";
import { renewCodeAction } from "@/lib/domain/arrivals/actions";
import { arrivalCodeText } from "@/lib/domain/arrivals/format";
import type { ArrivalCode } from "@/lib/domain/arrivals/schema";
import { tryAction } from "@/lib/platform/actions/try-action";

type Props = { code: ArrivalCode | null; hospitalId: string | null; placeName: string };

/** The code to post at the entrance: on paper there is nothing else. */
export function EntranceCode({ code, hospitalId, placeName }: Props) {
  const show = useShowChange();
  const [isPending, setPending] = useState(false);
  const renew = async () => {
    setPending(true);
    const result = await tryAction(() => renewCodeAction({ hospitalId }));
    if (result.ok) toast.success("The new code is ready to print");
    else toast.error(result.error.message);
    await show(result);
    setPending(false);
    return result.ok;
  };
  if (!code)
    return (
      <EmptyState
        level={3}
        icon={<QrIcon />}
        title="No code yet"
        text="Patients scan it with their phone when they arrive, and check themselves in."
        action={
          <Button pending={isPending} onClick={() => void renew()}>
            Make a code
          </Button>
        }
      />
    );
  return <Poster code={code} placeName={placeName} renew={renew} />;
}

type PosterProps = { code: ArrivalCode; placeName: string; renew: () => Promise<boolean> };

/** Alone on its sheet when it is printed. */
function Poster({ code, placeName, renew }: PosterProps) {
  return (
    <Card
      data-print="poster"
      className="flex flex-wrap items-center gap-x-8 gap-y-5 sm:p-6 print:flex-col print:gap-y-8 print:p-0 print:text-center"
    >
      <QrCode
        text={code.url}
        label="QR code for the entrance"
        className="mx-auto size-56 shrink-0 rounded-md border border-line sm:mx-0 print:mx-auto print:size-[14cm] print:border-0"
      />
      <div className="grid min-w-0 flex-[1_1_16rem] gap-2 print:flex-none print:gap-5">
        <p className="text-xl font-semibold print:text-4xl">Have you arrived? Check in here.</p>
        <p className="print:text-2xl">
          Scan the code with your phone and sign in. You get a number, and see how long you will wait.
        </p>
        <p className="text-sm text-quiet print:text-xl">Without a phone, tell the front desk that you’re here.</p>
        <p className="text-sm wrap-anywhere print:text-xl">
          {placeName ? `${placeName} · ` : null}
          <span className="font-mono font-semibold">{arrivalCodeText(code.code)}</span>
        </p>
        <NewCode renew={renew} />
      </div>
    </Card>
  );
}

function NewCode({ renew }: { renew: () => Promise<boolean> }) {
  return (
    <div className="mt-2" data-print="hide">
      <ConfirmDialog
        trigger={
          <Button variant="secondary" size="sm">
            <RefreshCw aria-hidden /> Make a new code
          </Button>
        }
        title="Make a new code?"
        text="The posted one stops working at once. Print and post the new one."
        confirmLabel="Make a new code"
        onConfirm={renew}
      />
    </div>
  );
}
