/** A medicine with all that belongs to it. */
export const AMOXICILLIN = {
  drug: "Amoxicillin",
  strength: "500 mg",
  form: "Capsule",
  dose: "1 capsule",
  route: "By mouth",
  frequency: "Three times a day",
  days: 7,
  instructions: "With food.\nFinish all of them.",
  allergyReason: "",
};
