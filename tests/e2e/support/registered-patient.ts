import { Api } from "./api";
import { demoAccounts } from "./sign-in";

/** Someone the demo hospital has registered. */
export async function registeredPatient(): Promise<string> {
  const desk = new Api(demoAccounts.hospital);
  const { hospital } = await desk.get<{ hospital: { id: string } }>("/api/me");
  const mark = Date.now();
  const { patient } = await desk.post<{ patient: { id: string } }>(`/api/hospitals/${hospital.id}/patients`, {
    patient: { name: `Registered Person ${mark}`, bornOn: "1961-04-09" },
    recordNumber: `R-${mark}`,
    isNew: true,
  });
  return patient.id;
}
