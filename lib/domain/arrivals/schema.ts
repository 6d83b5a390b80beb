import { z } from "zod";
import { instant, shortText, uuid } from "@/lib/platform/input/text";

export const arrivalCodeOutput = z.object({
  id: uuid,
  doctorId: uuid.nullable(),
  hospitalId: uuid.nullable(),
  code: z.string(),
  url: z.string().meta({ description: "Where the QR code at the entrance leads." }),
  createdAt: instant,
});
export type ArrivalCode = z.infer<typeof arrivalCodeOutput>;

/** `hospitalId` null: a doctor's own practice. */
export const renewCodeForm = z.strictObject({ hospitalId: uuid.nullable() });

export const arriveBody = z.strictObject({
  code: shortText(40).meta({ description: "As it is posted at the entrance." }),
});
export const arriveForm = arriveBody.extend({ appointmentId: uuid });
