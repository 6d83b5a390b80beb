"use client";
import { Plus } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { FormDialog } from "@/components/ui/form-dialog";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import { askToJoinAction, findHospitalsAction } from "@/lib/domain/affiliations/actions";
import { NamePicker } from "./name-picker";
import { RefusalNote } from "./refusal-note";
import { useChange } from "./use-change";

/** The button to ask a hospital that has not invited the doctor; secondary when something more urgent is open. */
export function JoinButton({ isQuiet }: { isQuiet: boolean }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button variant={isQuiet ? "secondary" : "primary"} onClick={() => setOpen(true)}>
        <Plus aria-hidden /> Ask to join a hospital
      </Button>
      {isOpen ? <JoinDialog onClose={() => setOpen(false)} /> : null}
    </>
  );
}

async function find(name: string) {
  const result = await findHospitalsAction({ name });
  if (!result.ok) return result;
  return {
    ok: true as const,
    data: result.data.map((one) => ({ value: one.id, label: one.name, ...(one.city ? { hint: one.city } : {}) })),
  };
}

function JoinDialog({ onClose }: { onClose: () => void }) {
  const [hospitalId, setHospitalId] = useState<string>();
  const [message, setMessage] = useState("");
  const [missing, setMissing] = useState<string>();
  const { make, failure, isPending } = useChange();
  const send = async () => {
    setMissing(hospitalId ? undefined : "Choose a hospital");
    if (!hospitalId) return;
    const words = message.trim() ? { message } : {};
    const done = "Request sent. The hospital has been notified.";
    if (await make(done, () => askToJoinAction({ hospitalId, ...words }))) onClose();
  };
  return (
    <FormDialog
      title="Ask to join a hospital"
      description="Its managers have 14 days to answer. Once they accept, you can set hours there."
      submitLabel="Send request"
      isPending={isPending}
      onSubmit={send}
      onClose={onClose}
    >
      <RefusalNote failure={failure} />
      <Field label="Hospital" name="hospitalId" required error={missing} errors={failure?.fields}>
        <NamePicker
          find={find}
          onChoose={(option) => setHospitalId(option?.value)}
          placeholder="Choose a hospital"
          searchPlaceholder="Type the hospital's name"
          nobody="No listed hospital with this name that you can ask."
        />
      </Field>
      <Field
        label="Message"
        name="message"
        optional
        errors={failure?.fields}
        hint="The hospital's managers will see this."
      >
        <Textarea rows={3} maxLength={1000} value={message} onChange={(event) => setMessage(event.target.value)} />
      </Field>
    </FormDialog>
  );
}
