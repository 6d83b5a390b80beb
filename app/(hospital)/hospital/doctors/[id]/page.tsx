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
import { loadAffiliationHistory } from "@/lib/domain/affiliations/load-history";
import { specialtyLine } from "@/lib/domain/directory/format";
import { loadOwnHospital } from "@/lib/domain/hospitals/load-own-hospital";
import { fieldLine } from "@/lib/domain/front-desk/format";
import { routes } from "@/lib/site/routes";
import { deskDoctor } from "./desk-doctor";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await deskDoctor((await params).id)).doctor.name };
}

export default async function DoctorPage({ params }: Props) {
  const { actor, doctor, schedules, day, isManager } = await deskDoctor((await params).id);
  const { departments } = await loadOwnHospital(actor);
  const { affiliationId, affiliationVersion, affiliation, departmentId, affiliationReason } = doctor;
  return (
    <>
      <LiveRefresh channels={[`doctor-${doctor.id}`]} />
      <PageHeader
        back={{ href: routes.hospital.doctors(), label: "All doctors" }}
        title={doctor.name}
        text={fieldLine(specialtyLine(doctor.specialties), doctor.department)}
        actions={
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
            {isManager ? (
              <AffiliationMenu
                affiliation={{ id: affiliationId, version: affiliationVersion, status: affiliation, departmentId }}
                who={doctor.name}
                departments={departments}
                leaveTo={routes.hospital.doctors()}
              />
            ) : null}
          </>
        }
      />
      {affiliation === "SUSPENDED" ? (
        <FormMessage tone="wait" title="Suspended at this hospital" className="mb-4">
          {affiliationReason ? `“${affiliationReason}” ` : ""}Patients can&apos;t book the doctor here for now.
        </FormMessage>
      ) : null}
      <DoctorSummary doctor={doctor} />
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
              <PlaceHoursCard key={schedule.id} schedule={schedule} today={day.date} />
            ))}
          </div>
        )}
      </Section>
      <Section title="What happened">
        <Card>
          <VisitHistory history={await loadAffiliationHistory(actor, affiliationId)} />
        </Card>
      </Section>
    </>
  );
}
