import { CalendarPlus, ExternalLink } from "lucide-react";
import type { Metadata } from "next";
import { AffiliationMenu } from "@/components/affiliations/affiliation-menu";
import { DoctorSummary } from "@/components/front-desk/doctor-summary";
import { PlaceHoursCard } from "@/components/front-desk/place-hours";
import { LiveRefresh } from "@/components/realtime/live-refresh";
import { VisitHistory } from "@/components/appointments/visit-history";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { FormMessage } from "@/components/ui/form-message";
import { Link } from "@/components/ui/link";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { listAffiliationHistory } from "@/lib/domain/affiliations/list-history";
import { specialtyLine } from "@/lib/domain/directory/format";
import { loadOwnHospital, type OwnHospital } from "@/lib/domain/hospitals/load-own-hospital";
import { fieldLine } from "@/lib/domain/front-desk/format";
import type { AffiliatedDoctor } from "@/lib/domain/front-desk/list-own-doctors";
import type { PlaceHours } from "@/lib/domain/front-desk/load-affiliated-doctor";
import { routes } from "@/lib/site/routes";
import { deskDoctor } from "./desk-doctor";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await deskDoctor((await params).id)).doctor.name };
}

export default async function DoctorPage({ params }: Props) {
  const { actor, doctor, schedules, day, isManager } = await deskDoctor((await params).id);
  const { departments } = await loadOwnHospital(actor);
  const { affiliationId, affiliation, affiliationReason } = doctor;
  return (
    <>
      <LiveRefresh channels={[`doctor-${doctor.id}`]} />
      <PageHeader
        back={{ href: routes.hospital.doctors(), label: "All doctors" }}
        title={doctor.name}
        text={fieldLine(specialtyLine(doctor.specialties), doctor.department)}
        actions={<DoctorActions doctor={doctor} departments={isManager ? departments : null} />}
      />
      {affiliation === "SUSPENDED" ? (
        <FormMessage tone="wait" title="Suspended at this hospital" className="mb-4">
          {affiliationReason ? `“${affiliationReason}” ` : ""}Patients can&apos;t book the doctor here for now.
        </FormMessage>
      ) : null}
      <DoctorSummary doctor={doctor} />
      <HoursSection schedules={schedules} today={day.date} />
      <Section title="What happened">
        <Card>
          <VisitHistory history={await listAffiliationHistory(actor, affiliationId)} />
        </Card>
      </Section>
    </>
  );
}

type ActionsProps = {
  doctor: AffiliatedDoctor;
  /** Null for those who can't change where the doctor belongs. */
  departments: OwnHospital["departments"] | null;
};

function DoctorActions({ doctor, departments }: ActionsProps) {
  const { affiliationId: id, affiliationVersion: version, affiliation: status, departmentId } = doctor;
  return (
    <>
      {doctor.isListed ? (
        <>
          <Button asChild variant="secondary">
            <Link href={routes.doctors.profile(doctor.slug)}>
              <ExternalLink aria-hidden /> Public page
            </Link>
          </Button>
          <Button asChild>
            <Link href={routes.hospital.newAppointment({ doctor: doctor.id })}>
              <CalendarPlus aria-hidden /> New appointment
            </Link>
          </Button>
        </>
      ) : null}
      {departments ? (
        <AffiliationMenu
          affiliation={{ id, version, status, departmentId }}
          who={doctor.name}
          departments={departments}
          leaveTo={routes.hospital.doctors()}
        />
      ) : null}
    </>
  );
}

function HoursSection({ schedules, today }: { schedules: PlaceHours[]; today: string }) {
  return (
    <Section title="Hours at this hospital" text="Only the doctor can change these.">
      {schedules.length === 0 ? (
        <EmptyState
          level={3}
          icon={<CalendarPlus />}
          title="No hours here yet"
          text="Patients can book the doctor at this hospital once hours are set."
        />
      ) : (
        <div className="grid gap-4">
          {schedules.map((schedule) => (
            <PlaceHoursCard key={schedule.id} schedule={schedule} today={today} />
          ))}
        </div>
      )}
    </Section>
  );
}
