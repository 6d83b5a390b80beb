"use client";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { FormDialog } from "@/components/ui/form-dialog";
import { Input } from "@/components/ui/input";
import { setRoomAction } from "@/lib/domain/waiting-room/actions";
import type { QueueView } from "./queue-view";
import { useTurns } from "./use-turns";

/** Where the doctor works today; a button that changes it. */
export function RoomButton({ queue }: { queue: QueueView }) {
  const { doctorId, hospitalId, room } = queue;
  const { take, pending } = useTurns();
  const [typed, setTyped] = useState<string | null>(null);
  const save = async () => {
    const text = (typed ?? "").trim() || null;
    const place = hospitalId ? { doctorId, hospitalId } : { doctorId };
    if (
      await take(
        "room",
        () => setRoomAction({ ...place, room: text }),
        () => "Room saved",
      )
    )
      setTyped(null);
  };
  return (
    <>
      <Button size="sm" variant="secondary" onClick={() => setTyped(room ?? "")}>
        {room ?? "Set room"}
        <span className="sr-only">: room of {queue.title}</span>
      </Button>
      {typed === null ? null : (
        <FormDialog
          title={`Room of ${queue.title}`}
          submitLabel="Save room"
          isPending={pending === "room"}
          onSubmit={save}
          onClose={() => setTyped(null)}
        >
          <Field label="Room today" hint="As patients read it, such as “Room 3”.">
            <Input value={typed} maxLength={40} autoFocus onChange={(event) => setTyped(event.target.value)} />
          </Field>
        </FormDialog>
      )}
    </>
  );
}
