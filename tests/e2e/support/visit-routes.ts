import { Api } from "./api";
import type { Route } from "./routes";
import { demoAccounts } from "./sign-in";

/** An upcoming appointment of the demo's patient with the demo's doctor, who asks questions before it. */
async function comingVisit(): Promise<string> {
  const [asDoctor, asPatient] = [new Api(demoAccounts.doctor), new Api(demoAccounts.patient)];
  const { doctor } = await asDoctor.get<{ doctor: { id: string } }>("/api/me");
  const { items } = await asPatient.get<{ items: { id: string; status: string; doctorId: string }[] }>(
    "/api/appointments?limit=100&order=desc",
  );
  const found = items.find((one) => one.doctorId === doctor.id && ["PENDING", "CONFIRMED"].includes(one.status));
  if (!found) throw new Error("The demo's patient has no appointment with the demo's doctor.");
  return found.id;
}

/** What the demo's doctor asks, and what the demo's hospital has begun to ask. */
async function questionnaireOf(role: "doctor" | "hospital"): Promise<string> {
  const api = new Api(demoAccounts[role]);
  const me = await api.get<Record<"doctor" | "hospital", { id: string }>>("/api/me");
  const path = `/api/${role}s/${me[role].id}/questionnaires`;
  const { items } = await api.get<{ items: { id: string }[] }>(path);
  if (items[0]) return `/${role}/questionnaires/${items[0].id}`;
  const asking = await new Api(demoAccounts.doctor).get<{ doctor: { id: string } }>("/api/me");
  const own = await new Api(demoAccounts.doctor).get<{ items: { service: { id: string } }[] }>(
    `/api/doctors/${asking.doctor.id}/questionnaires`,
  );
  const { id } = await api.post<{ id: string }>(path, { serviceId: own.items[0]?.service.id });
  return `/${role}/questionnaires/${id}`;
}

/** The pages of a visit that is yet to come, and what is asked before it. */
export const COMING_VISIT_ROUTES: Record<string, Route> = {
  "/patient/visits/[id]/move": {
    as: "patient",
    path: async () => `/patient/visits/${await comingVisit()}/move`,
  },
  "/patient/visits/[id]/questions": {
    as: "patient",
    path: async () => `/patient/visits/${await comingVisit()}/questions`,
  },
  "/patient/messages/[id]": { as: "patient", path: async () => `/patient/messages/${await comingVisit()}` },
  "/doctor/messages/[id]": { as: "doctor", path: async () => `/doctor/messages/${await comingVisit()}` },
  "/doctor/questionnaires/[id]": { as: "doctor", path: () => questionnaireOf("doctor") },
  "/hospital/questionnaires/[id]": { as: "hospital", path: () => questionnaireOf("hospital") },
};

/** The demo's doctor is away from the demo's hospital, in a year. */
async function absence(): Promise<string> {
  const [asDoctor, asHospital] = [new Api(demoAccounts.doctor), new Api(demoAccounts.hospital)];
  const { doctor } = await asDoctor.get<{ doctor: { id: string } }>("/api/me");
  const list = `/api/disruptions?limit=1&doctorId=${doctor.id}`;
  const { items } = await asHospital.get<{ items: { id: string }[] }>(list);
  if (items[0]) return items[0].id;
  const { hospital } = await asHospital.get<{ hospital: { id: string } }>("/api/me");
  const date = new Date(Date.now() + 365 * 86_400_000).toISOString().slice(0, 10);
  const wanted = { doctorId: doctor.id, hospitalId: hospital.id, from: date, to: date };
  return (await asHospital.post<{ id: string }>("/api/disruptions", wanted)).id;
}

/** A ward of the demo's hospital that will be closed in most of a year. */
async function closedWard(): Promise<string> {
  const api = new Api(demoAccounts.hospital);
  const { hospital } = await api.get<{ hospital: { id: string } }>("/api/me");
  const list = `/api/hospitals/${hospital.id}/ward-closures`;
  const { items } = await api.get<{ items: { id: string }[] }>(`${list}?limit=1`);
  if (items[0]) return items[0].id;
  const wards = await api.get<{ items: { id: string }[] }>(`/api/hospitals/${hospital.id}/wards`);
  const startsAt = new Date(Date.now() + 330 * 86_400_000).toISOString();
  return (await api.post<{ id: string }>(list, { wardId: wards.items[0]?.id, reason: "WORKS", startsAt })).id;
}

/** A day that didn't go to plan, as the doctor and the desk see it. */
export const ABSENCE_ROUTES: Record<string, Route> = {
  "/doctor/absences": { as: "doctor", path: "/doctor/absences" },
  "/hospital/holidays": { as: "hospital", path: "/hospital/holidays" },
  "/hospital/beds/closed": { as: "hospital", path: "/hospital/beds/closed" },
  "/hospital/beds/closed/[id]": { as: "hospital", path: async () => `/hospital/beds/closed/${await closedWard()}` },
  "/hospital/absences": { as: "hospital", path: "/hospital/absences" },
  "/doctor/absences/[id]": { as: "doctor", path: async () => `/doctor/absences/${await absence()}` },
  "/hospital/absences/[id]": { as: "hospital", path: async () => `/hospital/absences/${await absence()}` },
};
