"use client";
import { Button } from "./button";
import { FormMessage } from "./form-message";

type Props = { title: string; onTakeOther: () => void; onKeepMine: () => void };

/** Someone saved another version meanwhile: nothing typed is replaced before its author has decided. */
export function ConflictMessage({ title, onTakeOther, onKeepMine }: Props) {
  return (
    <FormMessage tone="wait" title={title}>
      What you entered is still here.
      <span className="mt-2 flex flex-wrap gap-2">
        <Button size="sm" variant="secondary" onClick={onTakeOther}>
          Show the other version
        </Button>
        <Button size="sm" variant="secondary" onClick={onKeepMine}>
          Keep mine
        </Button>
      </span>
    </FormMessage>
  );
}
