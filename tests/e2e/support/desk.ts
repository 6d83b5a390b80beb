import { newHospital, type Hospital } from "./invitations";
import { morningZone, newDoctor, type Doctor } from "./people";

const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];

/** A hospital where it is morning, with a doctor who has hours there all day. */
export async function openDesk({ autoConfirm = true } = {}): Promise<{ hospital: Hospital; doctor: Doctor }> {
  const timeZone = morningZone();
  const [hospital, doctor] = [await newHospital(timeZone), await newDoctor()];
  await staffWith(hospital, doctor, { autoConfirm });
  return { hospital, doctor };
}

/** The doctor joins the hospital, with hours there all day. */
export async function staffWith(hospital: Hospital, doctor: Doctor, { autoConfirm = true } = {}): Promise<void> {
  const { id } = await hospital.api.post<{ id: string }>(`/api/hospitals/${hospital.id}/invitations`, {
    doctorId: doctor.id,
  });
  await doctor.api.post(`/api/doctor-invitations/${id}/respond`, { response: "accept" });
  const hours = {
    hospitalId: hospital.id,
    timeZone: doctor.timeZone,
    slotMinutes: 20,
    minNoticeMinutes: 120,
    autoConfirm,
  };
  const rules = EVERY_DAY.map((weekday) => ({ weekday, start: "00:00", end: "24:00" }));
  await doctor.api.post(`/api/doctors/${doctor.id}/schedules`, { ...hours, rules });
}
