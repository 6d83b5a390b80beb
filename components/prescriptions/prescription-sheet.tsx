import { FormMessage } from "@/components/ui/form-message";
import { countryName } from "@/components/ui/countries";
import { Fact } from "@/components/ui/fact";
import { LocalDate } from "@/components/ui/local-date";
import { LocalTime } from "@/components/ui/local-time";
import { QrCode } from "@/components/ui/qr-code";
import { directionsOf, placeLines, productText } from "@/lib/domain/prescriptions/format";
import type { PrescriptionOutput } from "@/lib/domain/prescriptions/schema";

/** A prescription as it is printed: whose, by whom, what, and how a pharmacy checks it. */
export function PrescriptionSheet({ prescription }: { prescription: PrescriptionOutput }) {
  const { patient, medicines, withdrawn, place, signedAt, doctor } = prescription;
  return (
    <article
      aria-label="Prescription"
      className="mx-auto grid max-w-3xl gap-6 rounded-lg border border-line bg-surface p-5 sm:p-10 print:max-w-none print:border-0 print:p-0"
    >
      <Letterhead prescription={prescription} />
      {withdrawn ? (
        <FormMessage title="Withdrawn: this prescription is not valid" className="print:border print:border-ink">
          <LocalTime instant={withdrawn.at} style="dated" otherTime={false} />: <bdi>{withdrawn.reason}</bdi>
        </FormMessage>
      ) : null}
      <dl className="grid gap-x-8 gap-y-3 border-y border-line py-4 sm:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
        <Fact label="Patient">
          <bdi className="text-lg font-semibold">{patient.name}</bdi>
        </Fact>
        <Fact label="Date of birth">
          {patient.bornOn ? <LocalDate date={patient.bornOn} className="text-lg font-semibold" /> : "Not recorded"}
        </Fact>
      </dl>
      <ol aria-label="Medicines" className="grid gap-5">
        {medicines.map((medicine, index) => (
          <Medicine key={index} number={index + 1} medicine={medicine} />
        ))}
      </ol>
      <p className="border-t border-line pt-4 text-sm">
        {medicines.length === 1 ? "1 medicine" : `${medicines.length} medicines`}. Signed electronically by{" "}
        <bdi>{doctor.name}</bdi> on{" "}
        <LocalTime instant={signedAt} timeZone={place.timeZone} style="dated-time" otherTime={false} />.
      </p>
      <Check prescription={prescription} />
    </article>
  );
}

function Letterhead({ prescription: { doctor, place, signedAt } }: { prescription: PrescriptionOutput }) {
  return (
    <header className="flex flex-wrap items-start justify-between gap-x-8 gap-y-4 print:flex-nowrap">
      <div className="min-w-0">
        <p className="text-lg font-semibold">
          <bdi>{doctor.name}</bdi>
        </p>
        <p className="text-sm">
          Registration number: {doctor.registrationNumber ? <bdi>{doctor.registrationNumber}</bdi> : "not recorded"}
        </p>
        <address className="mt-2 text-sm text-quiet not-italic">
          {placeLines(place).map((line) => (
            <bdi key={line} className="block wrap-anywhere">
              {line}
            </bdi>
          ))}
          {place.country ? <span className="block">{countryName(place.country)}</span> : null}
          {place.phone ? <span className="block">{place.phone}</span> : null}
        </address>
      </div>
      <div className="shrink-0 print:text-right">
        <h2 className="text-2xl">Prescription</h2>
        <p className="text-sm">
          <LocalTime instant={signedAt} timeZone={place.timeZone} style="dated" otherTime={false} />
        </p>
      </div>
    </header>
  );
}

type MedicineProps = { number: number; medicine: PrescriptionOutput["medicines"][number] };

function Medicine({ number, medicine }: MedicineProps) {
  return (
    <li className="grid grid-cols-[1.5rem_minmax(0,1fr)] gap-x-2">
      <span aria-hidden className="text-quiet tabular">
        {number}.
      </span>
      <div className="min-w-0">
        <p className="text-lg font-semibold">
          <bdi>{medicine.drug}</bdi>
        </p>
        <p>{productText(medicine)}</p>
        <dl className="mt-1 grid gap-x-4 gap-y-0.5 sm:grid-cols-[9rem_minmax(0,1fr)] print:grid-cols-[9rem_minmax(0,1fr)]">
          {directionsOf(medicine).map(({ label, text }) => (
            <div key={label} className="contents">
              <dt className="text-sm text-quiet sm:leading-6">{label}</dt>
              <dd dir="auto" className="whitespace-pre-line">
                {text}
              </dd>
            </div>
          ))}
        </dl>
      </div>
    </li>
  );
}

function Check({ prescription: { code, verifyAt } }: { prescription: PrescriptionOutput }) {
  if (code === null) return null;
  return (
    <section
      aria-label="For the pharmacy"
      className="flex flex-wrap items-center gap-x-6 gap-y-4 rounded-md border border-line p-4 print:break-inside-avoid print:flex-nowrap"
    >
      <QrCode text={verifyAt} label="Opens the page that checks this prescription" className="size-32 shrink-0" />
      <div className="min-w-0 flex-1 basis-56">
        <p className="text-sm font-semibold">For the pharmacy: check that this prescription is valid</p>
        <p className="my-1 font-mono text-lg font-semibold whitespace-nowrap tabular">{code}</p>
        <p className="text-sm wrap-anywhere">
          Scan the code or enter it at {verifyAt.split("#")[0]?.replace(/^https?:\/\//, "")}. The page tells whether the
          prescription is valid, and nothing else.
        </p>
      </div>
    </section>
  );
}
