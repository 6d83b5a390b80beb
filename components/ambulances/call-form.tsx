"use client";
import { Send } from "lucide-react";
import { FormMessage } from "@/components/ui/form-message";
import { SubmitButton } from "@/components/ui/submit-button";
import type { OfferedTown } from "@/lib/domain/ambulances/schema";
import { CallQuestions, type Caller } from "./call-questions";
import { PlaceFields } from "./place-fields";
import { SendingNote } from "./sending-note";
import { useCallForm } from "./use-call-form";

export type CallFormProps = {
  towns: readonly OfferedTown[];
  /** What is known about the signed-in user. */
  caller: Caller | null;
  /** Asked first. */
  hospitalId: string | null;
  /** Generated for this page: sent twice it makes one call. */
  token: string;
};

/** The ambulance form. Works before hydration, keeps what was typed, and is sent as soon as possible. */
export function CallForm({ towns, caller, hospitalId, token }: CallFormProps) {
  const call = useCallForm(towns, caller);
  const { form, post, onTyped, submit, cancel, phase, failure, errors, place, kept, values } = call;
  return (
    <form
      ref={form}
      noValidate
      action={post}
      aria-label="Request an ambulance"
      className="grid gap-4"
      onInput={onTyped}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      {failure && !errors?.length ? (
        <FormMessage title={failure.message}>Nothing was sent. Try again, or call the emergency number.</FormMessage>
      ) : null}
      <input type="hidden" name="trackingToken" value={kept?.trackingToken ?? token} />
      {hospitalId ? <input type="hidden" name="hospitalId" value={hospitalId} /> : null}
      <div key={kept ? "kept" : "new"} className="grid gap-4">
        <PlaceFields {...place} towns={towns} errors={errors} values={values} />
        <CallQuestions caller={caller} errors={errors} values={values} />
      </div>
      <div>
        <SendingNote phase={phase} onStop={cancel} />
        <SubmitButton size="lg" block variant="danger" pending={phase !== "idle"} className="h-14 text-lg">
          <Send aria-hidden /> Request an ambulance
        </SubmitButton>
      </div>
    </form>
  );
}
