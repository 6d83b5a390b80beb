"use client";
import { useEffect, useSyncExternalStore } from "react";
import { Button } from "@/components/ui/button";
import { Dialog, DialogContent } from "@/components/ui/dialog";
import { Spinner } from "@/components/ui/spinner";
import { blockers, type Person } from "@/lib/platform/http/browser/blocker";
import { SignedOutDialog } from "./signed-out-dialog";

/** Says what keeps anything on any page from being sent, once for the whole product. */
export function BlockerDialog() {
  const blocker = useSyncExternalStore(blockers.subscribe, blockers.get, () => null);
  if (blocker === null) return null;
  if (blocker.kind === "offline") return <OfflineDialog />;
  return blockers.person ? <SignedOutDialog person={blockers.person} isAction={blocker.isAction} /> : null;
}

function OfflineDialog() {
  const giveUp = () => blockers.settle("offline", false);
  return (
    <Dialog open onOpenChange={(open) => !open && giveUp()}>
      <DialogContent
        title="You're offline"
        description="We'll send this when you're back online, unless you choose not to."
        size="sm"
        footer={
          <Button variant="secondary" onClick={giveUp}>
            Don&apos;t send
          </Button>
        }
      >
        <p className="flex items-center gap-2 text-sm text-quiet">
          <Spinner /> Waiting for a connection
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
    if (blockers.person !== null && blockers.person.id !== id) return window.location.reload();
    blockers.person = { id, ...(email === undefined ? {} : { email }) };
  }, [id, email]);
  useEffect(() => () => void (blockers.person = null), []);
  return null;
}
