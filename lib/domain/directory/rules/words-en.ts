/**
 * Everyday English words, and the specialty they belong to: words for the doctor first, then parts of the body, tests
 * and treatments, then complaints that may belong to several. Our own wording, not a medical classification: it
 * suggests who to ask, and never a diagnosis.
 */
export type SpecialtyWords = { names: string; parts: string; complaints: string; near: string[] };

export const ENGLISH: Record<string, SpecialtyWords> = {
  "general-practice": {
    names:
      "gp; gps; family doctor; family physician; family medicine; family practice; general doctor; general practitioner; general physician; primary care; primary care physician; house doctor; local doctor; pcp; internist; internal medicine; family gp",
    parts:
      "blood test; blood tests; blood work; bloods; blood sample; check up; checkup; physical; physical exam; health check; annual check; screening; vaccine; vaccination; vaccinations; jab; jabs; flu shot; flu jab; travel shots; travel vaccines; tetanus; booster; sick note; doctors note; referral; repeat prescription; prescription; medical certificate; driving medical; smoking cessation; stop smoking; travel medicine",
    complaints:
      "fever; temperature; cold; common cold; flu; influenza; cough; sore throat; tired; tiredness; fatigue; exhausted; weakness; weight loss; weight gain; overweight; obesity; headache; dizzy; dizziness; back pain; stomach ache; tummy ache; feeling unwell; feel sick; infection; virus; covid; insect bite; tick bite; wound; cut; sprain; cholesterol; high blood pressure; night sweats; swollen glands; chest infection; rash; urinary infection; uti; anaemia; anemia; iron deficiency; insomnia",
    near: [],
  },
  cardiology: {
    names: "heart; heart doctor; heart specialist; cardiologist; cardiac; cardio; cardiovascular; heart clinic",
    parts:
      "ecg; ekg; electrocardiogram; heart ultrasound; echo; echocardiogram; stress test; holter; pacemaker; stent; bypass; heart valve; valves; arteries; artery; circulation; blood pressure; blood thinner; blood thinners; angiogram; catheter",
    complaints:
      "chest pain; chest tightness; tight chest; palpitations; heart racing; racing heart; heartbeat; irregular heartbeat; skipped beats; heart flutter; flutter; heart attack; heart failure; angina; atrial fibrillation; afib; arrhythmia; murmur; heart murmur; high blood pressure; hypertension; low blood pressure; fainting; faint; passed out; blackout; swollen legs; swollen ankles; short of breath; breathless; cholesterol",
    near: ["general-practice", "pulmonology"],
  },
  dermatology: {
    names: "skin; skin doctor; skin specialist; dermatologist; derm",
    parts:
      "mole; moles; mole check; skin check; skin cancer; skin cancer check; birthmark; hair; hair loss; scalp; nails; nail; toenail; fingernail; wart; warts; verruca; freckle; laser; botox; tattoo removal; scar; scars",
    complaints:
      "rash; itch; itchy; itching; itchy skin; acne; pimples; spots; eczema; atopic dermatitis; dermatitis; psoriasis; rosacea; hives; dry skin; blister; blisters; fungus; nail fungus; athletes foot; ringworm; scabies; lice; cold sore; shingles; boil; abscess; cyst; lump under skin; sunburn; melanoma; dandruff; balding; alopecia; vitiligo; sweating; ingrown hair; ingrown toenail; wrinkles; skin infection; impetigo",
    near: ["general-practice", "allergology"],
  },
  paediatrics: {
    names:
      "kids; kid; kids doctor; children; child; childrens doctor; child doctor; paediatrician; pediatrician; pediatrics; pediatric; paediatric; baby; babies; baby doctor; infant; toddler; newborn; teenager; teen; adolescent; son; daughter",
    parts:
      "baby check; child vaccination; baby vaccines; well child; growth check; school medical; developmental check; weight of baby",
    complaints:
      "croup; colic; teething; nappy rash; diaper rash; bedwetting; bed wetting; chickenpox; chicken pox; measles; mumps; hand foot and mouth; growing pains; slow growth; late talking; febrile seizure; feeding problems; fever in child; baby crying; tantrums",
    near: ["general-practice", "ent"],
  },
  gynaecology: {
    names:
      "gynaecologist; gynecologist; gynae; gyne; gyno; obgyn; ob gyn; obstetrician; obstetrics; womens doctor; womens health; lady doctor; female doctor for women; midwife; maternity; antenatal; prenatal; pregnancy doctor",
    parts:
      "smear; smear test; pap; pap smear; pap test; cervical screening; mammogram; breast check; breast; breasts; womb; uterus; ovary; ovaries; cervix; vagina; contraception; birth control; the pill; contraceptive pill; coil; iud; implant; morning after pill; pregnancy test; pregnancy scan; ultrasound in pregnancy; fertility; ivf; hrt; abortion; termination; sterilisation",
    complaints:
      "pregnant; pregnancy; expecting; miscarriage; period; periods; period pain; painful periods; heavy periods; heavy bleeding; missed period; irregular periods; menstruation; menopause; hot flushes; hot flashes; endometriosis; fibroids; pcos; polycystic ovaries; ovarian cyst; thrush; yeast infection; vaginal discharge; discharge; pelvic pain; painful sex; breast lump; lump in breast; trying for a baby; infertility; cannot get pregnant; morning sickness; pms; prolapse",
    near: ["general-practice", "urology"],
  },
  orthopaedics: {
    names:
      "orthopaedist; orthopedist; orthopedic; orthopedics; orthopaedic surgeon; bone doctor; bones; bone; joint; joints; joint doctor; back doctor; sports doctor; sports medicine; sports injury; spine; spine doctor; knee doctor; trauma surgeon",
    parts:
      "knee; knees; hip; hips; shoulder; shoulders; elbow; wrist; ankle; ankles; foot; feet; heel; toe; toes; hand; hands; finger; thumb; back; lower back; neck; spine; disc; ligament; ligaments; tendon; tendons; muscle; muscles; meniscus; acl; cartilage; rotator cuff; hip replacement; knee replacement; plaster cast; insoles; x ray; xray; arthroscopy; leg; legs; arm; arms; collarbone; rib; ribs",
    complaints:
      "knee pain; sore knee; swollen knee; hip pain; shoulder pain; frozen shoulder; tennis elbow; elbow pain; wrist pain; carpal tunnel; ankle pain; twisted ankle; sprain; sprained ankle; foot pain; heel pain; flat feet; bunion; back pain; backache; lower back pain; bad back; slipped disc; herniated disc; sciatica; neck pain; stiff neck; whiplash; broken bone; broken arm; broken leg; fracture; torn ligament; torn muscle; pulled muscle; strain; joint pain; arthritis; osteoarthritis; osteoporosis; scoliosis; limp; limping; fall; sports injury; running injury; dislocated",
    near: ["rheumatology", "general-practice", "neurology"],
  },
  neurology: {
    names:
      "brain; brain doctor; nerve; nerves; nerve doctor; neurologist; neuro; headache doctor; head doctor; sleep doctor",
    parts: "eeg; brain scan; mri head; nerve test; emg; spinal cord; memory test; memory clinic",
    complaints:
      "headache; headaches; migraine; migraines; cluster headache; dizzy; dizziness; vertigo; seizure; seizures; epilepsy; fit; fits; convulsion; stroke; mini stroke; tia; numb; numbness; tingling; pins and needles; numb hands; tremor; shaking; shaking hands; parkinsons; parkinson; multiple sclerosis; ms; memory loss; forgetful; forgetting things; dementia; alzheimers; alzheimer; confusion; concussion; head injury; facial palsy; bells palsy; trigeminal; nerve pain; neuropathy; weak arm; double vision; restless legs; insomnia; cannot sleep; sleep problems; sleepwalking; narcolepsy; twitching",
    near: ["general-practice", "psychiatry", "ent"],
  },
  psychiatry: {
    names:
      "psychiatrist; mental health; mental; shrink; psychologist; psychology; psychotherapist; psychotherapy; therapist; therapy; counselling; counsellor; counselor; counseling; talking therapy; mind",
    parts: "antidepressants; antidepressant; cbt; adhd assessment; autism assessment; sleep therapy; couples therapy",
    complaints:
      "depression; depressed; sad; sadness; low mood; hopeless; crying; anxiety; anxious; worry; worried; panic; panic attack; panic attacks; fear; phobia; stress; stressed; burnout; burn out; burned out; overwhelmed; trauma; ptsd; nightmares; flashbacks; ocd; obsessive thoughts; adhd; add; autism; asperger; bipolar; mania; mood swings; schizophrenia; hearing voices; psychosis; paranoia; eating disorder; anorexia; bulimia; binge eating; addiction; alcohol; alcoholism; drinking too much; drugs; drug addiction; gambling; self harm; suicidal; suicidal thoughts; grief; bereavement; anger; insomnia; cannot sleep; sleepless; lonely; postnatal depression; baby blues",
    near: ["general-practice", "neurology"],
  },
  ophthalmology: {
    names: "eye; eyes; eye doctor; eye specialist; ophthalmologist; optician; optometrist; oculist; eye clinic",
    parts:
      "eye test; sight test; vision test; glasses; spectacles; contact lenses; contact lens; retina; cornea; eyelid; eyelids; eye pressure; lasik; laser eye surgery; cataract surgery; sight; vision; eyesight",
    complaints:
      "blurred vision; blurry vision; blurry; poor eyesight; cannot see; double vision; red eye; pink eye; conjunctivitis; itchy eyes; dry eyes; watery eyes; eye pain; sore eye; something in my eye; stye; cataract; cataracts; glaucoma; macular degeneration; floaters; flashes of light; squint; lazy eye; short sighted; shortsighted; long sighted; astigmatism; colour blind; night blindness; swollen eyelid; loss of vision",
    near: ["general-practice", "neurology"],
  },
  ent: {
    names:
      "ear; ears; ear doctor; nose; throat; ear nose throat; ear nose and throat; ent doctor; otolaryngologist; hearing; hearing doctor; audiologist; voice",
    parts:
      "hearing test; hearing aid; hearing aids; ear wax; earwax; wax removal; ear syringing; grommets; tonsils; tonsil; adenoids; sinus; sinuses; vocal cords; larynx; septum; nasal; eardrum",
    complaints:
      "earache; ear pain; ear infection; blocked ear; ringing in ears; tinnitus; deaf; deafness; hearing loss; hard of hearing; cannot hear; vertigo; balance problems; sinusitis; sinus infection; blocked nose; stuffy nose; runny nose; nosebleed; nosebleeds; nose bleed; broken nose; snoring; snore; sleep apnoea; sleep apnea; loss of smell; cannot smell; sore throat; tonsillitis; swallowing; difficulty swallowing; hoarse; hoarseness; lost my voice; lump in throat; hay fever; polyps; glue ear; bad breath; laryngitis",
    near: ["general-practice", "allergology"],
  },
  gastroenterology: {
    names:
      "stomach; stomach doctor; gut; gut doctor; tummy; belly; bowel; bowels; digestive; digestion; gastroenterologist; gastro; gi doctor; liver; liver doctor",
    parts:
      "colonoscopy; endoscopy; gastroscopy; bowel screening; colon; intestine; oesophagus; esophagus; gallbladder; pancreas; rectum; liver test; breath test; stool test",
    complaints:
      "stomach pain; stomach ache; stomachache; tummy ache; tummy pain; belly pain; abdominal pain; abdomen; heartburn; reflux; acid reflux; indigestion; ulcer; stomach ulcer; gastritis; nausea; vomiting; throwing up; diarrhoea; diarrhea; constipation; constipated; bloating; bloated; gas; wind; ibs; irritable bowel; crohns; crohn; colitis; ulcerative colitis; coeliac; celiac; gluten; lactose; food intolerance; blood in stool; bloody stool; black stool; haemorrhoids; hemorrhoids; piles; hepatitis; fatty liver; cirrhosis; jaundice; yellow skin; gallstones; gall stones; hernia; swallowing; loss of appetite; food poisoning; worms",
    near: ["general-practice"],
  },
  endocrinology: {
    names:
      "diabetes doctor; diabetologist; endocrinologist; hormone; hormones; hormone doctor; thyroid; thyroid doctor; gland; glands; metabolism",
    parts:
      "insulin; insulin pump; glucose; blood sugar; sugar; hba1c; thyroid test; thyroid scan; adrenal; pituitary; testosterone; growth hormone; hormone test",
    complaints:
      "diabetes; diabetic; type 1 diabetes; type 2 diabetes; prediabetes; high blood sugar; low blood sugar; hypo; gestational diabetes; always thirsty; thirsty; overactive thyroid; underactive thyroid; hyperthyroidism; hypothyroidism; hashimoto; graves; goitre; goiter; lump in neck; weight gain; weight loss; obesity; overweight; osteoporosis; cushings; addisons; pcos; excess hair; low testosterone; gender care; transgender; sweating",
    near: ["general-practice", "nephrology"],
  },
  pulmonology: {
    names:
      "lung; lungs; lung doctor; lung specialist; chest doctor; chest specialist; chest physician; pulmonologist; pulmonary; respiratory; breathing; respiratory doctor",
    parts:
      "inhaler; inhalers; spirometry; lung function; breathing test; chest x ray; oxygen; cpap; sleep study; bronchoscopy; airways; bronchi",
    complaints:
      "asthma; wheeze; wheezing; cough; chronic cough; coughing; coughing blood; copd; emphysema; bronchitis; pneumonia; short of breath; shortness of breath; breathless; breathlessness; cannot breathe; trouble breathing; difficulty breathing; tuberculosis; tb; sleep apnoea; sleep apnea; snoring; phlegm; mucus; long covid; lung cancer; smokers cough; pulmonary fibrosis; cystic fibrosis; chest infection",
    near: ["general-practice", "allergology", "cardiology"],
  },
  urology: {
    names:
      "urologist; bladder; bladder doctor; mens doctor; mens health; men health; prostate; prostate doctor; waterworks; penis; testicle; testicles; testicular; balls",
    parts:
      "psa; psa test; prostate check; vasectomy; circumcision; catheter; urine test; cystoscopy; kidney stone; urethra; foreskin; sperm test; semen analysis",
    complaints:
      "urine; peeing; pee; urination; painful urination; burning when peeing; blood in urine; frequent urination; peeing a lot; getting up at night to pee; cannot pee; leaking; incontinence; urinary infection; urinary tract infection; uti; cystitis; bladder infection; kidney stones; enlarged prostate; erectile dysfunction; erection; erection problems; impotence; premature ejaculation; testicle pain; lump in testicle; male infertility; std; sti; sexually transmitted; chlamydia; gonorrhoea",
    near: ["general-practice", "nephrology"],
  },
  oncology: {
    names: "cancer; cancer doctor; cancer specialist; oncologist; tumour doctor; tumor doctor",
    parts:
      "chemo; chemotherapy; radiotherapy; radiation; immunotherapy; biopsy; tumour marker; tumor marker; cancer follow up; second opinion; palliative; palliative care",
    complaints:
      "tumour; tumor; tumours; tumors; leukaemia; leukemia; lymphoma; melanoma; breast cancer; lung cancer; bowel cancer; colon cancer; prostate cancer; metastasis; metastases; growth; lump; cancer treatment; cancer in family",
    near: ["general-practice"],
  },
  rheumatology: {
    names: "rheumatologist; rheumatism; rheuma; autoimmune; autoimmune doctor; arthritis doctor",
    parts: "rheumatoid factor; joint injection; immune system",
    complaints:
      "arthritis; rheumatoid arthritis; swollen joints; stiff joints; stiff hands; stiffness in the morning; joint pain; painful joints; aching joints; gout; lupus; fibromyalgia; ankylosing spondylitis; psoriatic arthritis; sjogrens; vasculitis; polymyalgia; scleroderma; muscle pain; aching all over; raynauds; osteoporosis; knee pain",
    near: ["orthopaedics", "general-practice"],
  },
  allergology: {
    names: "allergy; allergies; allergy doctor; allergist; allergic; immunologist; immunology; intolerance",
    parts:
      "allergy test; prick test; skin prick; patch test; desensitisation; desensitization; allergy shots; epipen; antihistamine; antihistamines",
    complaints:
      "hay fever; pollen; dust; dust mites; cat allergy; dog allergy; pet allergy; nut allergy; peanut; peanuts; food allergy; milk allergy; egg allergy; food intolerance; gluten; lactose; bee sting; wasp sting; anaphylaxis; swollen lips; swollen face; hives; sneezing; sneeze; itchy eyes; itchy nose; runny nose; watery eyes; drug allergy; penicillin; asthma; eczema; immune deficiency; always ill",
    near: ["general-practice", "dermatology", "ent", "pulmonology"],
  },
  nephrology: {
    names: "kidney; kidneys; kidney doctor; kidney specialist; nephrologist; renal",
    parts: "dialysis; kidney transplant; transplant; creatinine; kidney function; kidney values; gfr; urine protein",
    complaints:
      "kidney disease; kidney failure; kidney pain; kidney infection; protein in urine; foamy urine; swollen legs; swollen feet; high blood pressure; hypertension; blood in urine; kidney stones; cysts on kidney; fluid retention; water retention",
    near: ["urology", "general-practice", "endocrinology"],
  },
};

/** Words people put around what they mean. */
export const FILLERS = new Set(
  "a an the my i me im ive in on of for with and or to at near is am are was have has had get got need needs want looking see find book some any very really bad badly hurt hurts hurting ache aches aching pain pains painful sore problem problems issue issues trouble doctor doctors dr specialist specialists clinic appointment visit physician medical help please best good when from after".split(
    " ",
  ),
);
