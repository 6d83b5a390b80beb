/** Reasons for visits and notes, by specialty. Invented; tests look for these texts in logs. */
export type VisitNote = { reason: string; subjective: string; objective: string; assessment: string; plan: string };

const note = (reason: string, subjective: string, objective: string, assessment: string, plan: string): VisitNote => ({
  reason,
  subjective,
  objective,
  assessment,
  plan,
});

const ANY: readonly VisitNote[] = [
  note(
    "Follow-up of results",
    "Feels well, no new complaints since the last visit.",
    "Good general condition, findings unchanged.",
    "Stable course.",
    "Results explained, next check in six months.",
  ),
  note(
    "Second look at an old complaint",
    "Complaint comes and goes for about three months.",
    "No alarming findings on examination today.",
    "Probably harmless, to be watched.",
    "Diary of complaints for four weeks, then review.",
  ),
];

const OF: Record<string, readonly VisitNote[]> = {
  "general-practice": [
    note(
      "Cough for two weeks",
      "Dry cough, worse at night, no fever.",
      "Lungs clear on both sides, throat slightly red.",
      "Lingering cough after a cold.",
      "Rest, warm drinks; come back if it lasts over three more weeks.",
    ),
    note(
      "Tired since the summer",
      "Sleeps six hours, much to do at work.",
      "Pulse 68, blood pressure 124/78, heart and lungs normal.",
      "Exhaustion, to be clarified.",
      "Blood count, iron and thyroid values; talk about the results in a week.",
    ),
  ],
  cardiology: [
    note(
      "Blood pressure too high at home",
      "Values around 150/95 in the mornings, no complaints.",
      "148/92 on both arms, ECG without changes.",
      "High blood pressure, first degree.",
      "Less salt, thirty minutes of walking, tablets started, review in four weeks.",
    ),
    note(
      "Heart stumbles in the evening",
      "Short extra beats at rest, none under strain.",
      "Regular rhythm, normal ultrasound of the heart.",
      "Single extra beats, harmless.",
      "Long-term ECG to be sure, less coffee.",
    ),
  ],
  dermatology: [
    note(
      "A mole has changed",
      "Darker than last year, does not itch.",
      "Six millimetres, even border, regular pattern under the dermatoscope.",
      "Harmless mole.",
      "Photograph taken, compare in six months.",
    ),
  ],
  paediatrics: [
    note(
      "Earache since yesterday",
      "Slept badly, temperature 38.4 in the evening.",
      "Right eardrum red, not bulging; drinks well.",
      "Middle ear infection, right.",
      "Pain relief for two days, come back if no better.",
    ),
  ],
  gynaecology: [
    note(
      "Yearly check-up",
      "No complaints.",
      "Examination and ultrasound normal, smear taken.",
      "Normal findings.",
      "Result by letter, next check in a year.",
    ),
  ],
  orthopaedics: [
    note(
      "Knee hurts after running",
      "Pain on the inside, for three weeks, worse downhill.",
      "No effusion, ligaments firm, tender joint line.",
      "Overstrain of the inner knee.",
      "Two weeks without running, exercises shown, then slowly more.",
    ),
  ],
  neurology: [
    note(
      "Headaches on one side",
      "Twice a month, with nausea, dark room helps.",
      "Neurological examination normal.",
      "Migraine without aura.",
      "Acute tablets, headache diary, review in eight weeks.",
    ),
  ],
  psychiatry: [
    note(
      "Cannot fall asleep",
      "Thoughts go round at night since a change of work.",
      "Awake, oriented, mood low but able to swing.",
      "Adjustment to strain.",
      "Sleep rules agreed, weekly talks for six weeks.",
    ),
  ],
  ophthalmology: [
    note(
      "Letters blur when reading",
      "Arms have become too short, no pain.",
      "Full sight with correction, pressure 15 on both sides.",
      "Presbyopia.",
      "Reading glasses prescribed.",
    ),
  ],
  endocrinology: [
    note(
      "Diabetes check",
      "Values mostly between 6 and 9, no low sugar.",
      "HbA1c 7.1 %, feet warm with good feeling.",
      "Well-treated type 2 diabetes.",
      "Continue, next values in three months, eye check due.",
    ),
  ],
  pulmonology: [
    note(
      "Short of breath on stairs",
      "Since the spring, with a whistle at night.",
      "Spirometry improves by 15 % after inhalation.",
      "Asthma.",
      "Inhaler explained and tried, review in four weeks.",
    ),
  ],
};

/** Returns the notes for a specialty, at least one. */
export function notesFor(specialty: string): readonly VisitNote[] {
  return [...(OF[specialty] ?? []), ...ANY];
}

/** Every sentence above. */
export const ALL_NOTES: readonly string[] = [...ANY, ...Object.values(OF).flat()].flatMap((one) => [
  one.reason,
  one.subjective,
  one.objective,
  one.assessment,
  one.plan,
]);

export const CANCEL_REASONS = [
  "Feeling better",
  "Cannot make it that day",
  "Doctor called away",
  "Moved to another time",
] as const;
