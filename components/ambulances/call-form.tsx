"use client";
import { Send } from "lucide-react";
import { useActionState, useEffect, useEffectEvent, useMemo, useRef, useState, type RefObject } from "react";
import { FormMessage } from "@/components/ui/form-message";
import { SubmitButton } from "@/components/ui/submit-button";
import { postCallAction, requestAmbulanceAction } from "@/lib/domain/ambulances/actions";
import { callFormFor, type OfferedTown } from "@/lib/domain/ambulances/schema";
import type { z } from "zod";
import type { ActionFailure } from "@/lib/platform/actions/action-result";
import type { FieldError } from "@/lib/platform/errors/app-error";
import { routes } from "@/lib/site/routes";
import { clearDraft, fieldsOf, isResumable, mergeFields, readDraft, writeDraft, type CallDraft } from "./call-draft";
import { CallQuestions, type Caller } from "./call-questions";
import { PlaceFields } from "./place-fields";
import { SendingNote } from "./sending-note";
import { useCallSending } from "./use-call-sending";
import { usePosition } from "./use-position";

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
  const [posted, post] = useActionState(postCallAction, {});
  const form = useRef<HTMLFormElement>(null);
  const [kept, setKept] = useState<Record<string, string>>();
  const [faults, setFaults] = useState<FieldError[]>();
  const [refusals, setRefusals] = useState(0);
  const { position, ask, restore, forget } = usePosition();
  const { sending, start, stop } = useCallSending(requestAmbulanceAction, ({ id, trackingToken }) => {
    clearDraft(sessionStorage);
    // A full load that replaces this page: going back must not call a second time.
    window.location.replace(trackingToken ? routes.emergency.follow(trackingToken) : routes.patient.ambulance(id));
  });
  const schema = useMemo(() => callFormFor(towns), [towns]);
  const isBusy = sending.phase !== "idle";
  const offered = {
    name: caller?.name ?? "",
    phone: caller?.phone ?? "",
    kind: "BASIC",
    patientId: caller?.people[0]?.id ?? "",
  };

  const keep = (isSent: boolean) => {
    if (!form.current) return;
    const accuracyMetres = position.status === "found" ? position.accuracyMetres : null;
    writeDraft(sessionStorage, {
      fields: fieldsOf(form.current),
      accuracyMetres,
      sendingSince: isSent ? Date.now() : null,
    });
  };
  const send = (fields: Record<string, string>) => {
    const parsed = schema.safeParse(fields);
    setFaults(parsed.error && faultsOf(parsed.error));
    if (parsed.success) void start(parsed.data);
    else setRefusals(refusals + 1);
    return parsed.success;
  };
  useRestoredDraft((draft) => {
    const fields = mergeFields(draft.fields, form.current ? fieldsOf(form.current) : {}, offered);
    setKept(fields);
    if (fields.position) restore(fields.position, draft.accuracyMetres);
    if (isResumable(draft, Date.now())) send(fields);
  });
  const failure = faults ? undefined : (sending.failure ?? posted.error);
  const errors = faults ?? asFormErrors(failure);
  /** A corrected field is no longer red; a new error is not shown before the form is sent. */
  const review = () => {
    if (!form.current || !errors?.length) return;
    const { error } = schema.safeParse(fieldsOf(form.current));
    const left = new Set(error && faultsOf(error).map(({ path }) => path));
    if (errors.some(({ path }) => !left.has(path))) setFaults(errors.filter(({ path }) => left.has(path)));
  };
  // A position that was found is part of what was typed.
  const keepPlace = useEffectEvent(() => {
    keep(isBusy);
    review();
  });
  useEffect(() => {
    if (position.status === "found") keepPlace();
  }, [position]);
  useFocusOnError(form, refusals, sending.failure ?? posted.error);

  return (
    <form
      ref={form}
      noValidate
      action={post}
      aria-label="Request an ambulance"
      className="grid gap-4"
      onInput={() => {
        keep(isBusy);
        review();
      }}
      onSubmit={(event) => {
        event.preventDefault();
        if (isBusy || !form.current) return;
        if (send(fieldsOf(form.current))) keep(true);
      }}
    >
      {failure && !errors?.length ? (
        <FormMessage title={failure.message}>Nothing was sent. Try again, or call the emergency number.</FormMessage>
      ) : null}
      <input type="hidden" name="trackingToken" value={kept?.trackingToken ?? token} />
      {hospitalId ? <input type="hidden" name="hospitalId" value={hospitalId} /> : null}
      <div key={kept ? "kept" : "new"} className="grid gap-4">
        <PlaceFields
          position={position}
          onAsk={ask}
          onForget={forget}
          towns={towns}
          errors={errors}
          values={kept ?? posted.values}
        />
        <CallQuestions caller={caller} errors={errors} values={kept ?? posted.values} />
      </div>
      <div>
        <SendingNote
          phase={sending.phase}
          onStop={() => {
            stop();
            keep(false);
          }}
        />
        <SubmitButton size="lg" block variant="danger" pending={isBusy} className="h-14 text-lg">
          <Send aria-hidden /> Request an ambulance
        </SubmitButton>
      </div>
    </form>
  );
}

/** Reads once, after hydration, what an earlier visit to this page in this tab left. */
function useRestoredDraft(onFound: (draft: CallDraft) => void) {
  const found = useEffectEvent(onFound);
  useEffect(() => {
    const timer = setTimeout(() => {
      const draft = readDraft(sessionStorage);
      if (draft) found(draft);
    }, 0);
    return () => clearTimeout(timer);
  }, []);
}

/** Focuses the first invalid field each time the form is refused, but not when another is corrected. */
function useFocusOnError(
  form: RefObject<HTMLFormElement | null>,
  refusals: number,
  failure: ActionFailure | undefined,
) {
  useEffect(() => {
    form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }, [form, refusals, failure]);
}

function faultsOf(error: z.core.$ZodError): FieldError[] {
  return error.issues.map(({ path, message }) => ({ path: path.join("."), message }));
}

/** The server's errors, at the form's own fields. */
function asFormErrors(failure: ActionFailure | undefined): FieldError[] | undefined {
  return failure?.fields?.map(({ path, message }) => ({ path: path.replace(/^(contact|pickup)\./, ""), message }));
}
