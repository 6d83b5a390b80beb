/** A doctor who can take the appointment: the same one, whose name a link doesn't say, or a colleague. */
export type Taker = { doctorId: string; name: string | null };
