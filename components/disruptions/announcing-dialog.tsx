"use client";
import type { ReactNode } from "react";
import { BackButton } from "@/components/ui/back-button";
import { Button } from "@/components/ui/button";
import { DialogContent } from "@/components/ui/dialog";
import { FormMessage } from "@/components/ui/form-message";
import { AffectedPreviewList } from "./affected-preview";
import type { useAnnouncing } from "./use-announcing";

type Props = {
  state: ReturnType<typeof useAnnouncing>;
  /** Of the first step, and of the second, which shows who is affected. */
  titles: readonly [string, string];
  /** What pressing the second step's button does. */
  confirmLabel: string;
  /** Said with the affected patients. */
  consequence: string;
  /** The first step's fields. */
  children: ReactNode;
};

/** Two steps: what is announced, then who is affected and how each is told. */
export function AnnouncingDialog({ state, titles, confirmLabel, consequence, children }: Props) {
  const { preview, goBack, failure, isBusy, next } = state;
  return (
    <DialogContent
      title={preview ? titles[1] : titles[0]}
      description={
        preview
          ? "We'll tell patients in two minutes. Until then you can undo it."
          : "You'll see who has an appointment then, before anything changes."
      }
      footer={
        <>
          <BackButton isBusy={isBusy} onBack={preview ? goBack : undefined} />
          <Button type="submit" form="announcing" pending={isBusy}>
            {preview ? confirmLabel : "See who is affected"}
          </Button>
        </>
      }
    >
      <form
        id="announcing"
        className="grid gap-5"
        onSubmit={(event) => {
          event.preventDefault();
          next();
        }}
      >
        {failure ? <FormMessage title={failure.message} /> : null}
        {preview ? <AffectedPreviewList preview={preview} consequence={consequence} /> : children}
      </form>
    </DialogContent>
  );
}
