"use client";
import { useEffect, useSyncExternalStore } from "react";
import { Button } from "@/components/ui/button";
import { Dialog, DialogContent } from "@/components/ui/dialog";
import { Spinner } from "@/components/ui/spinner";
import { blockers, type Person } from "@/lib/platform/http/browser/blocker";
import { SignedOutDialog } from "./signed-out-dialog";

/** Shows what blocks sending on any page, once for the whole product. */
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
 * Records whose page this is: its actions run for that person only. If someone else is signed in when the page
 * refreshes, it is reloaded, so that nothing of the one is left to the other.
 */
export function SignedInAs({ id, email }: Person) {
  useEffect(() => {
    if (blockers.person !== null && blockers.person.id !== id) return window.location.reload();
    blockers.stay();
    blockers.person = { id, ...(email === undefined ? {} : { email }) };
  }, [id, email]);
  useEffect(() => () => void (blockers.person = null), []);
  return null;
}
