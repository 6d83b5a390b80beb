"use client";
import { useActionState, useEffect, useEffectEvent, useMemo, useRef, useState, type RefObject } from "react";
import { postCallAction, requestAmbulanceAction } from "@/lib/domain/ambulances/actions";
import { callFormFor, type OfferedTown } from "@/lib/domain/ambulances/schema";
import type { z } from "zod";
import type { ActionFailure } from "@/lib/platform/actions/action-result";
import type { FieldError } from "@/lib/platform/errors/app-error";
import { routes } from "@/lib/site/routes";
import { clearDraft, fieldsOf, isResumable, mergeFields, readDraft, writeDraft, type CallDraft } from "./call-draft";
import type { Caller } from "./call-questions";
import { useCallSending } from "./use-call-sending";
import { usePosition } from "./use-position";

type Fields = Record<string, string>;
type FormRef = RefObject<HTMLFormElement | null>;

/** The ambulance form's steps: kept in this tab while typed, checked, and sent until there is an answer. */
export function useCallForm(towns: readonly OfferedTown[], caller: Caller | null) {
  const [posted, post] = useActionState(postCallAction, {});
  const form = useRef<HTMLFormElement>(null);
  const { sending, start, stop } = useCallSending(requestAmbulanceAction, ({ id, trackingToken }) => {
    clearDraft(sessionStorage);
    // A full load that replaces this page: going back must not call a second time.
    window.location.replace(trackingToken ? routes.emergency.follow(trackingToken) : routes.patient.ambulance(id));
  });
  const { failure, errors, check, review } = useCallCheck(form, towns, sending.failure ?? posted.error);
  const isBusy = sending.phase !== "idle";
  const send = (fields: Fields) => {
    const call = check(fields);
    if (call) void start(call);
    return call !== undefined;
  };
  const { kept, keep, place } = useCallDraft(form, caller, send);
  const { position } = place;
  const onTyped = () => {
    keep(isBusy);
    review();
  };
  // A position that was found is part of what was typed.
  const keepPlace = useEffectEvent(onTyped);
  useEffect(() => {
    if (position.status === "found") keepPlace();
  }, [position]);
  const submit = () => {
    if (isBusy || !form.current) return;
    if (send(fieldsOf(form.current))) keep(true);
  };
  const cancel = () => {
    stop();
    keep(false);
  };
  const values = kept ?? posted.values;
  return { form, post, onTyped, submit, cancel, phase: sending.phase, failure, errors, place, kept, values };
}

/** What is wrong with the form: found here before it is sent, or `refused` by the server. */
function useCallCheck(form: FormRef, towns: readonly OfferedTown[], refused: ActionFailure | undefined) {
  const [faults, setFaults] = useState<FieldError[]>();
  const [refusals, setRefusals] = useState(0);
  const schema = useMemo(() => callFormFor(towns), [towns]);
  const failure = faults ? undefined : refused;
  const errors = faults ?? asFormErrors(failure);
  const check = (fields: Fields) => {
    const parsed = schema.safeParse(fields);
    setFaults(parsed.error && faultsOf(parsed.error));
    if (!parsed.success) setRefusals(refusals + 1);
    return parsed.data;
  };
  /** A corrected field is no longer red; a new error is not shown before the form is sent. */
  const review = () => {
    if (!form.current || !errors?.length) return;
    const { error } = schema.safeParse(fieldsOf(form.current));
    const left = new Set(error && faultsOf(error).map(({ path }) => path));
    if (errors.some(({ path }) => !left.has(path))) setFaults(errors.filter(({ path }) => left.has(path)));
  };
  useFocusOnError(form, refusals, refused);
  return { failure, errors, check, review };
}

/** Keeps what was typed in this tab, and restores it after a reload; a call that was being sent is sent again. */
function useCallDraft(form: FormRef, caller: Caller | null, send: (fields: Fields) => void) {
  const [kept, setKept] = useState<Fields>();
  const { position, ask, restore, forget } = usePosition();
  const keep = (isSent: boolean) => {
    if (!form.current) return;
    const accuracyMetres = position.status === "found" ? position.accuracyMetres : null;
    writeDraft(sessionStorage, {
      fields: fieldsOf(form.current),
      accuracyMetres,
      sendingSince: isSent ? Date.now() : null,
    });
  };
  useRestoredDraft((draft) => {
    const fields = mergeFields(draft.fields, form.current ? fieldsOf(form.current) : {}, offeredTo(caller));
    setKept(fields);
    if (fields.position) restore(fields.position, draft.accuracyMetres);
    if (isResumable(draft, Date.now())) send(fields);
  });
  return { kept, keep, place: { position, onAsk: ask, onForget: forget } };
}

/** What the form contains before anything is typed. */
function offeredTo(caller: Caller | null): Fields {
  return {
    name: caller?.name ?? "",
    phone: caller?.phone ?? "",
    kind: "BASIC",
    patientId: caller?.people[0]?.id ?? "",
  };
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
function useFocusOnError(form: FormRef, refusals: number, failure: ActionFailure | undefined) {
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
