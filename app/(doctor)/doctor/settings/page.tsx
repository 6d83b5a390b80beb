import { ExternalLink, Stethoscope } from "lucide-react";
import type { Metadata } from "next";
import { NotificationSections } from "@/app/notification-sections";
import { AccountSettings } from "@/components/accounts/account-settings";
import { ProfessionalForm } from "@/components/doctors/professional-form";
import { ServicesForm, type OfferableService } from "@/components/doctors/services-form";
import { ReminderForm } from "@/components/reminders/reminder-form";
import { worldChoices } from "@/components/doctors/world-codes";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { getOwnAccount } from "@/lib/domain/accounts/queries";
import { listOfferableServices, loadOwnDoctor, type OwnDoctor } from "@/lib/domain/doctors/load-own-doctor";
import { isGuarded } from "@/lib/domain/doctors/schema-changes";
import { getReminderRule } from "@/lib/domain/reminders/queries";
import { listSpecialties } from "@/lib/domain/services/queries";
import type { SpecialtyItem } from "@/lib/domain/services/schema";
import { routes } from "@/lib/site/routes";
import { requireDoctor } from "../require-doctor";

export const metadata: Metadata = { title: "Settings" };

export default async function SettingsPage() {
  const actor = await requireDoctor(routes.doctor.settings());
  const [account, doctor] = await Promise.all([getOwnAccount(actor), loadOwnDoctor(actor)]);
  const [catalogue, reminders, specialties] = await Promise.all([
    listOfferableServices(doctor),
    getReminderRule(actor, { doctorId: doctor.id, hospitalId: null }),
    isGuarded(doctor.verification) ? null : listSpecialties(),
  ]);
  const services = catalogue.map((service) => ({ ...service, offer: offerOf(doctor, service.id) }));
  return (
    <>
      <PageHeader
        title={
          doctor.verification === "VERIFIED" ? "Patients can find and book you" : "What patients will read about you"
        }
        actions={
          doctor.verification === "VERIFIED" ? (
            <Button asChild variant="secondary">
              <Link href={routes.doctors.profile(doctor.slug)}>
                <ExternalLink aria-hidden /> Your public page
              </Link>
            </Button>
          ) : null
        }
      />
      <ProfileSection doctor={doctor} specialties={specialties} />
      <ServicesSection services={services} currency={doctor.currency} />
      <Section title="Reminders" text="When your patients are reminded of their appointments.">
        <Card>
          <ReminderForm {...reminders} hospitalId={null} />
        </Card>
      </Section>
      <AccountSettings account={account} notifications={<NotificationSections actor={actor} />} />
    </>
  );
}

type ProfileProps = {
  doctor: OwnDoctor;
  /** To choose from; null once the doctor's own are verified. */
  specialties: SpecialtyItem[] | null;
};

function ProfileSection({ doctor, specialties }: ProfileProps) {
  return (
    <Section
      title="Your profile"
      text={
        isGuarded(doctor.verification)
          ? "Your name, registration number and specialties are verified. An administrator reviews changes to your name or number. To change your specialties, contact an administrator."
          : undefined
      }
    >
      <Card>
        <ProfessionalForm
          profile={profileOf(doctor)}
          change={doctor.change}
          specialties={specialties?.map(({ id, name }) => ({ id, name })) ?? null}
          choices={worldChoices()}
        />
      </Card>
    </Section>
  );
}

function ServicesSection({ services, currency }: { services: OfferableService[]; currency: string }) {
  return (
    <Section title="What you offer" text="Each service can have its own length and fee.">
      {services.length === 0 ? (
        <EmptyState
          level={3}
          icon={<Stethoscope />}
          title="No services for your specialties yet"
          text="Patients can still book a general consultation."
        />
      ) : (
        <Card>
          <ServicesForm services={services} currency={currency} />
        </Card>
      )}
    </Section>
  );
}

function offerOf(doctor: OwnDoctor, serviceId: string): OfferableService["offer"] {
  const offer = doctor.services.find((one) => one.serviceId === serviceId);
  return offer
    ? { durationMinutes: offer.durationMinutes, feeMinor: offer.feeMinor, currency: offer.currency, mode: offer.mode }
    : null;
}

function profileOf(doctor: OwnDoctor) {
  return {
    version: doctor.version,
    name: doctor.name,
    biography: doctor.biography,
    languages: doctor.languages,
    feeMinor: doctor.feeMinor,
    currency: doctor.currency,
    practiceName: doctor.practiceName,
    phone: doctor.phone,
    videoUrl: doctor.videoUrl,
    address: doctor.address,
    city: doctor.city,
    country: doctor.country,
    registrationNumber: doctor.registrationNumber,
    specialtyIds: doctor.specialties.map(({ specialtyId }) => specialtyId),
  };
}
