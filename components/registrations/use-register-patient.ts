"use client";
import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { useRecipient, type Sent } from "@/components/patients/recipient-fields";
import { toast } from "@/components/ui/toast";
import type { KnownPatient } from "@/lib/domain/front-desk/schema";
import { registerPatientAction, searchLikelyKnownAction } from "@/lib/domain/registrations/actions";
import type { ActionFailure } from "@/lib/platform/actions/action-result";
import { tryAction } from "@/lib/platform/actions/try-action";
import { routes } from "@/lib/site/routes";
import { NO_DETAILS, type RegistrationDraft } from "./registration-fields";

/** A registration while it is entered, and storing it; what was entered stays when that fails. */
export function useRegisterPatient(hospitalId: string) {
  const router = useRouter();
  const recipient = useRecipient({ startsNew: true });
  const [details, setDetails] = useState(NO_DETAILS);
  const [failure, setFailure] = useState<ActionFailure>();
  const [likely, setLikely] = useState<{ draft: object; patients: KnownPatient[] }>();
  const [isPending, start] = useTransition();

  const send = async (sent: Sent, isNew: boolean) => {
    setFailure(undefined);
    setLikely(undefined);
    const result = await tryAction(() => registerPatientAction({ hospitalId, ...sent, ...details, isNew }));
    if (result.ok) {
      toast.success("Patient registered");
      router.push(routes.hospital.patient(result.data.patient.id));
      return;
    }
    if (!("patient" in sent) || result.error.extra?.reason !== "likely-known") {
      setFailure(result.error);
      return;
    }
    const found = await tryAction(() => searchLikelyKnownAction({ hospitalId, patient: sent.patient }));
    if (found.ok) setLikely({ draft: recipient.draft, patients: found.data });
    else setFailure(found.error);
  };
  const register = (isNew = false) => {
    const read = recipient.read();
    if (read) start(() => send(read.sent, isNew));
  };
  const change = (changes: Partial<RegistrationDraft>) => setDetails((before) => ({ ...before, ...changes }));
  /** It is one of the hospital's patients after all. */
  const choose = (patient: KnownPatient) => {
    setLikely(undefined);
    recipient.setKnown(patient);
    recipient.setNew(false);
  };
  return {
    ...{ recipient, details, change, failure, isPending, register, choose },
    // They are of what was sent: other details are compared again.
    likely: recipient.isNew && likely?.draft === recipient.draft ? likely.patients : undefined,
  };
}
