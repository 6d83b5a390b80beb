import { Card, CardHeader } from "@/components/ui/card";
import { Fact } from "@/components/ui/fact";
import { LocalDate } from "@/components/ui/local-date";
import { LocalTime } from "@/components/ui/local-time";
import type { NativeOption } from "@/components/ui/native-select";
import { PhoneNumber } from "@/components/ui/phone-number";
import { languageName } from "@/lib/domain/directory/format";
import type { RegistrationOutput } from "@/lib/domain/registrations/schema";
import { ChangeRegistration, RegisterKnown } from "./change-registration";

/** How namesakes are told apart, and how to reach them. */
export function PersonCard({ bornOn, phone }: { bornOn: string | null; phone: string | null }) {
  return (
    <Card>
      <CardHeader title="Personal details" />
      <dl className="grid gap-3">
        <Fact label="Born">{bornOn ? <LocalDate date={bornOn} /> : "Unknown"}</Fact>
        <Fact label="Phone">
          {phone ? <PhoneNumber phone={phone} className="touch-target text-accent tabular underline" /> : "Unknown"}
        </Fact>
      </dl>
    </Card>
  );
}

type Props = {
  hospitalId: string;
  patientId: string;
  /** None for someone who has only been here; after a merge several. */
  registrations: RegistrationOutput[];
  languages: readonly NativeOption[];
};

/** What only this hospital's records say of a patient, each with a way to correct it. */
export function RegistrationCards({ hospitalId, patientId, registrations, languages }: Props) {
  if (registrations.length === 0)
    return (
      <Card>
        <CardHeader title="In your records" />
        <p className="mb-3 text-sm text-quiet">Known from an appointment, a stay or an ambulance call only.</p>
        <RegisterKnown hospitalId={hospitalId} patientId={patientId} languages={languages} />
      </Card>
    );
  return registrations.map((registration) => (
    <RegistrationCard key={registration.id} registration={registration} languages={languages} />
  ));
}

type CardProps = Pick<Props, "languages"> & { registration: RegistrationOutput };

function RegistrationCard({ registration, languages }: CardProps) {
  const { recordNumber, email, language, createdAt } = registration;
  return (
    <Card>
      <CardHeader
        title="In your records"
        actions={<ChangeRegistration registration={registration} languages={languages} />}
      />
      <dl className="grid gap-3">
        <Fact label="Record number">
          <span className="break-words tabular">{recordNumber ?? "None"}</span>
        </Fact>
        {email ? (
          <Fact label="Email">
            <span className="break-words">{email}</span>
          </Fact>
        ) : null}
        {language ? <Fact label="Language">{languageName(language)}</Fact> : null}
        <Fact label="Registered">
          <LocalTime instant={createdAt} style="dated" otherTime={false} />
        </Fact>
      </dl>
    </Card>
  );
}
