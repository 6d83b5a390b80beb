import { Document, Page, Path, Rect, renderToBuffer, Svg, Text, View } from "@react-pdf/renderer";
import { countryName } from "@/components/ui/countries";
import { formatDate, formatInstant } from "@/components/ui/format-instant";
import { qrPath } from "@/components/ui/qr-code";
import { directionsOf, placeLines, productText } from "@/lib/domain/prescriptions/format";
import type { PrescriptionOutput } from "@/lib/domain/prescriptions/schema";
import { fontsFor, printable } from "@/lib/platform/pdf/fonts";
import { clockNamed } from "@/lib/platform/time/clock";
import { paper, styles } from "./prescription-pdf-style";

export type Paper = keyof typeof paper;
type Props = { prescription: PrescriptionOutput };
type Style = (typeof styles)[keyof typeof styles];

const LOCALE = "en-GB";

/** Returns the characters of a prescription that the PDF's fonts lack: with any, there is no PDF, only the page to print. */
export async function listUncovered(prescription: PrescriptionOutput): Promise<string[]> {
  return (await fontsFor(JSON.stringify(prescription))).uncovered;
}

/** Makes the PDF of a prescription whose characters are all covered. */
export async function renderPrescription(prescription: PrescriptionOutput, size: Paper): Promise<Buffer> {
  const { families } = await fontsFor(JSON.stringify(prescription));
  return renderToBuffer(
    <Document title="Prescription" creator="CareSync" producer="CareSync" language={LOCALE}>
      <Page size={paper[size]} style={{ ...styles.page, fontFamily: families }}>
        <View style={styles.body}>
          <Head prescription={prescription} />
          <Whose prescription={prescription} />
          {prescription.medicines.map((medicine, index) => (
            <Medicine key={index} number={index + 1} medicine={medicine} />
          ))}
          <End prescription={prescription} />
        </View>
        <Foot prescription={prescription} />
      </Page>
    </Document>,
  );
}

function Head({ prescription: { doctor, place, signedAt, withdrawn } }: Props) {
  const clock = clockNamed(place.timeZone);
  return (
    <>
      <View style={styles.row}>
        <View style={styles.left}>
          <Words style={styles.name}>{doctor.name}</Words>
          <Words>{`Registration number: ${doctor.registrationNumber ?? "not recorded"}`}</Words>
          {placeLines(place).map((line) => (
            <Words key={line} style={styles.quiet}>
              {line}
            </Words>
          ))}
          <Words style={styles.quiet}>
            {[place.country && countryName(place.country), place.phone].filter(Boolean).join(" · ")}
          </Words>
        </View>
        <View style={styles.right}>
          <Text style={styles.title}>Prescription</Text>
          <Text style={styles.right}>{formatInstant(signedAt, "dated", { locale: LOCALE, clock })}</Text>
        </View>
      </View>
      {withdrawn ? (
        <View style={styles.withdrawn}>
          <Text style={styles.bold}>Withdrawn: this prescription is not valid</Text>
          <Words>{`${formatInstant(withdrawn.at, "dated", { locale: LOCALE, clock })}: ${withdrawn.reason}`}</Words>
        </View>
      ) : null}
    </>
  );
}

function Whose({ prescription: { patient } }: Props) {
  return (
    <View style={styles.whose}>
      <View style={styles.left}>
        <Text style={styles.quiet}>Patient</Text>
        <Words style={styles.name}>{patient.name}</Words>
      </View>
      <View style={styles.birth}>
        <Text style={styles.quiet}>Date of birth</Text>
        <Text style={styles.name}>{patient.bornOn ? formatDate(patient.bornOn, "dated", LOCALE) : "Not recorded"}</Text>
      </View>
    </View>
  );
}

function Medicine({ number, medicine }: { number: number; medicine: PrescriptionOutput["medicines"][number] }) {
  return (
    <View style={styles.medicine} wrap={false}>
      <Text style={styles.number}>{number}.</Text>
      <View style={styles.left}>
        <Words style={styles.name}>{medicine.drug}</Words>
        <Words>{productText(medicine)}</Words>
        {directionsOf(medicine).map(({ label, text }) => (
          <View key={label} style={styles.direction}>
            <Text style={styles.label}>{label}</Text>
            <Words style={styles.left}>{text}</Words>
          </View>
        ))}
      </View>
    </View>
  );
}

function End({ prescription: { medicines, doctor, signedAt, place, code, verifyAt } }: Props) {
  const at = formatInstant(signedAt, "dated-time", { locale: LOCALE, clock: clockNamed(place.timeZone) });
  const count = medicines.length === 1 ? "1 medicine" : `${medicines.length} medicines`;
  return (
    <View wrap={false}>
      <Words style={styles.signed}>{`${count}. Signed electronically by ${doctor.name} on ${at}.`}</Words>
      {code === null ? null : (
        <View style={styles.check}>
          <Qr text={verifyAt} />
          <View style={styles.left}>
            <Text style={styles.bold}>For the pharmacy: check that this prescription is valid</Text>
            <Text style={styles.code}>{code}</Text>
            <Text>{`Scan the code or enter it at ${verifyAt.split("#")[0]?.replace(/^https?:\/\//, "") ?? ""}.`}</Text>
            <Text>The page tells whether the prescription is valid, and nothing else.</Text>
          </View>
        </View>
      )}
    </View>
  );
}

/** On every page, so that none is taken for another's. */
function Foot({ prescription: { patient, code } }: Props) {
  return (
    <View fixed style={styles.foot}>
      <Words style={styles.footName}>{patient.name}</Words>
      <Text>{code ?? ""}</Text>
      <Text style={styles.footPage} render={({ pageNumber, totalPages }) => `Page ${pageNumber} of ${totalPages}`} />
    </View>
  );
}

function Qr({ text }: { text: string }) {
  const { size, path } = qrPath(text);
  return (
    <Svg viewBox={`0 0 ${size} ${size}`} style={styles.qr}>
      <Rect width={size} height={size} fill="#fff" />
      <Path d={path} fill="#000" />
    </Svg>
  );
}

const RTL = /^[^\p{L}]*[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u;

/** A text someone typed, in its own direction. */
function Words({ children, style }: { children: string; style?: Style }) {
  const text = printable(children);
  return <Text style={{ ...style, ...(RTL.test(text) && styles.rtl) }}>{text}</Text>;
}
