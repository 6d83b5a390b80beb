"use client";
import { RecipientFields } from "@/components/patients/recipient-fields";
import { SimilarList } from "@/components/patients/similar-patients";
import { Button } from "@/components/ui/button";
import { Card, CardHeader } from "@/components/ui/card";
import { FormMessage } from "@/components/ui/form-message";
import { Link } from "@/components/ui/link";
import type { NativeOption } from "@/components/ui/native-select";
import { UnsavedGuard } from "@/components/ui/unsaved-guard";
import { routes } from "@/lib/site/routes";
import { RegistrationFields } from "./registration-fields";
import { useRegisterPatient } from "./use-register-patient";

type Props = { hospitalId: string; languages: readonly NativeOption[] };

/** Who it is, and what the hospital's own records say of them. No one is entered twice unnoticed. */
export function RegisterPatient({ hospitalId, languages }: Props) {
  const { recipient, details, change, failure, likely, isPending, register, choose } = useRegisterPatient(hospitalId);
  const known = recipient.isNew ? undefined : recipient.known;
  return (
    <form
      noValidate
      className="grid grid-cols-1 items-start gap-6 lg:grid-cols-2"
      onSubmit={(event) => {
        event.preventDefault();
        register();
      }}
    >
      <Card className="grid min-w-0 gap-5">
        <CardHeader title="Who is it?" className="mb-0" />
        <RecipientFields hospitalId={hospitalId} recipient={recipient} errors={failure?.fields} />
        {known ? (
          <Link href={routes.hospital.patient(known.id)} className="touch-target w-fit text-accent underline">
            Open the page of {known.name}
          </Link>
        ) : null}
      </Card>
      <Card className="grid min-w-0 gap-5">
        <CardHeader title="In your records" className="mb-0" />
        <UnsavedGuard isDirty={Object.values(details).some((typed) => typed.trim() !== "")} />
        <RegistrationFields draft={details} onChange={change} languages={languages} errors={failure?.fields} />
        <div aria-live="polite" className="empty:hidden">
          {likely ? (
            <SimilarList
              question="Very similar to one of your patients. Is it the same person?"
              patients={likely}
              onKnown={choose}
            >
              <Button size="sm" variant="secondary" className="mt-3" pending={isPending} onClick={() => register(true)}>
                No, register someone new
              </Button>
            </SimilarList>
          ) : null}
        </div>
        {failure && !failure.fields ? <FormMessage title={failure.message} /> : null}
        <Button type="submit" size="lg" pending={isPending}>
          Register patient
        </Button>
      </Card>
    </form>
  );
}
