/* eslint-disable max-lines -- one table, which is read as a whole */
/** The specialties and services of every installation (the migration `directory` inserts the same rows). */
type ServiceLine = readonly [slug: string, name: string, minutes: number, description: string];
type SpecialtyLine = { slug: string; name: string; description: string; services: readonly ServiceLine[] };

export const SPECIALTIES: readonly SpecialtyLine[] = [
  {
    slug: "general-practice",
    name: "General practice",
    description: "First contact for most complaints, check-ups and prevention.",
    services: [
      [
        "general-consultation",
        "General consultation",
        20,
        "A conversation and an examination for a new or returning complaint.",
      ],
      [
        "health-check",
        "Health check",
        40,
        "Blood pressure, heart, lungs and laboratory values, with advice that fits your life.",
      ],
      ["vaccination", "Vaccination", 20, "Advice on what you need, and the vaccination itself."],
    ],
  },
  {
    slug: "cardiology",
    name: "Cardiology",
    description: "Heart, blood pressure and circulation.",
    services: [
      [
        "cardiology-consultation",
        "Cardiology consultation",
        30,
        "Examination of heart and circulation with a resting ECG.",
      ],
      ["echocardiography", "Echocardiography", 30, "Ultrasound of the heart: valves, chambers and pumping force."],
      [
        "blood-pressure-review",
        "Blood pressure review",
        30,
        "Reading your measurements together and adjusting treatment.",
      ],
    ],
  },
  {
    slug: "dermatology",
    name: "Dermatology",
    description: "Skin, hair and nails.",
    services: [
      [
        "dermatology-consultation",
        "Dermatology consultation",
        20,
        "Examination of a change of the skin, hair or nails.",
      ],
      ["skin-cancer-screening", "Skin cancer screening", 20, "The whole skin, looked at with a dermatoscope."],
    ],
  },
  {
    slug: "paediatrics",
    name: "Paediatrics",
    description: "Babies, children and adolescents.",
    services: [
      ["child-consultation", "Child consultation", 20, "For a sick child, today or soon."],
      ["well-child-visit", "Well-child visit", 40, "Growth, development, hearing, seeing and vaccinations."],
    ],
  },
  {
    slug: "gynaecology",
    name: "Gynaecology and obstetrics",
    description: "Women's health, pregnancy and birth.",
    services: [
      ["gynaecology-consultation", "Gynaecology consultation", 30, "For complaints, contraception and prevention."],
      ["antenatal-visit", "Antenatal visit", 30, "Check-up in pregnancy, with ultrasound where it is due."],
    ],
  },
  {
    slug: "orthopaedics",
    name: "Orthopaedics",
    description: "Bones, joints, muscles and back.",
    services: [
      ["orthopaedic-consultation", "Orthopaedic consultation", 20, "Pain or injury of joints, back or muscles."],
      ["sports-injury-review", "Sports injury review", 40, "What is hurt, how it heals and when you may train again."],
    ],
  },
  {
    slug: "neurology",
    name: "Neurology",
    description: "Brain, nerves, headaches and sleep.",
    services: [
      ["neurology-consultation", "Neurology consultation", 40, "A thorough examination of the nervous system."],
      ["headache-clinic", "Headache clinic", 40, "Finding the kind of headache and what prevents it."],
    ],
  },
  {
    slug: "psychiatry",
    name: "Psychiatry",
    description: "Mental health of adults.",
    services: [
      [
        "psychiatric-consultation",
        "Psychiatric consultation",
        50,
        "A first conversation about how you are and what could help.",
      ],
      ["psychiatric-follow-up", "Psychiatric follow-up", 50, "How treatment goes, and what to change."],
    ],
  },
  {
    slug: "ophthalmology",
    name: "Ophthalmology",
    description: "Eyes and sight.",
    services: [
      ["eye-examination", "Eye examination", 20, "Sight, pressure and the back of the eye."],
      [
        "diabetic-eye-screening",
        "Diabetic eye screening",
        20,
        "Photographs of the retina, once a year for people with diabetes.",
      ],
    ],
  },
  {
    slug: "ent",
    name: "Ear, nose and throat",
    description: "Hearing, balance, sinuses and voice.",
    services: [
      ["ent-consultation", "ENT consultation", 20, "Examination of ears, nose and throat."],
      ["hearing-test", "Hearing test", 20, "Audiometry and a talk about the result."],
    ],
  },
  {
    slug: "gastroenterology",
    name: "Gastroenterology",
    description: "Stomach, bowel, liver.",
    services: [
      [
        "gastroenterology-consultation",
        "Gastroenterology consultation",
        30,
        "For pain, reflux, digestion and liver values.",
      ],
      ["bowel-screening-talk", "Bowel screening talk", 30, "Which screening fits you and how to prepare for it."],
    ],
  },
  {
    slug: "endocrinology",
    name: "Endocrinology",
    description: "Diabetes, thyroid and hormones.",
    services: [
      ["diabetes-review", "Diabetes review", 30, "Values, treatment and everyday life with diabetes."],
      ["thyroid-consultation", "Thyroid consultation", 30, "Ultrasound and laboratory values of the thyroid."],
    ],
  },
  {
    slug: "pulmonology",
    name: "Pulmonology",
    description: "Lungs and breathing.",
    services: [
      ["lung-consultation", "Lung consultation", 30, "For cough, short breath and asthma."],
      ["lung-function-test", "Lung function test", 30, "Spirometry with a talk about the result."],
    ],
  },
  {
    slug: "urology",
    name: "Urology",
    description: "Kidneys, bladder and men's health.",
    services: [
      ["urology-consultation", "Urology consultation", 20, "For complaints of kidneys, bladder or prostate."],
      ["prostate-check", "Prostate check", 20, "Prevention from 45 on, with a talk about what a test can tell."],
    ],
  },
  {
    slug: "oncology",
    name: "Oncology",
    description: "Diagnosis, treatment and follow-up of cancer.",
    services: [
      ["oncology-consultation", "Oncology consultation", 50, "Understanding a diagnosis and deciding together."],
      ["second-opinion-oncology", "Oncology second opinion", 50, "Another pair of eyes on your documents."],
    ],
  },
  {
    slug: "rheumatology",
    name: "Rheumatology",
    description: "Inflamed joints and the immune system.",
    services: [
      ["rheumatology-consultation", "Rheumatology consultation", 40, "For swollen, stiff or painful joints."],
      ["rheumatology-follow-up", "Rheumatology follow-up", 40, "Checking how treatment works."],
    ],
  },
  {
    slug: "allergology",
    name: "Allergy and immunology",
    description: "Allergies, asthma and intolerances.",
    services: [
      ["allergy-consultation", "Allergy consultation", 30, "What you react to and how to live with it."],
      ["allergy-test", "Allergy test", 30, "Prick test with a talk about the result."],
    ],
  },
  {
    slug: "nephrology",
    name: "Nephrology",
    description: "Kidney disease and high blood pressure.",
    services: [
      ["kidney-consultation", "Kidney consultation", 30, "For kidney values that need watching."],
      ["dialysis-planning", "Dialysis planning", 60, "What is coming, what you can choose, and when."],
    ],
  },
];
