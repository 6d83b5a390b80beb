"use client";
import { useEffect, useSyncExternalStore } from "react";
import { Button } from "@/components/ui/button";
import { Dialog, DialogContent } from "@/components/ui/dialog";
import { Spinner } from "@/components/ui/spinner";
import { hindrances, type Person } from "@/lib/platform/http/browser/hindrance";
import { SignedOutDialog } from "./signed-out-dialog";

/** Says what keeps anything on any page from being sent, once for the whole product. */
export function HindranceDialog() {
  const hindrance = useSyncExternalStore(hindrances.subscribe, hindrances.get, () => null);
  if (hindrance === null) return null;
  if (hindrance.kind === "offline") return <OfflineDialog />;
  return hindrances.person ? <SignedOutDialog person={hindrances.person} isAction={hindrance.isAction} /> : null;
}

function OfflineDialog() {
  const giveUp = () => hindrances.settle("offline", false);
  return (
    <Dialog open onOpenChange={(open) => !open && giveUp()}>
      <DialogContent
        title="You are offline"
        description="This is sent when your connection is back. Or do not send it: then nothing happens later by itself."
        size="sm"
        footer={
          <Button variant="secondary" onClick={giveUp}>
            Do not send
          </Button>
        }
      >
        <p className="flex items-center gap-2 text-sm text-quiet">
          <Spinner /> Waiting for the connection
        </p>
      </DialogContent>
    </Dialog>
  );
}

/**
 * Names whose page this is: what is pressed on it is done for that person only. Should someone else be signed in when
 * the page is read again, it is loaded anew, so that nothing of the one is left in the hands of the other.
 */
export function SignedInAs({ id, email }: Person) {
  useEffect(() => {
    if (hindrances.person !== null && hindrances.person.id !== id) return window.location.reload();
    hindrances.person = { id, ...(email === undefined ? {} : { email }) };
  }, [id, email]);
  useEffect(() => () => void (hindrances.person = null), []);
  return null;
}
