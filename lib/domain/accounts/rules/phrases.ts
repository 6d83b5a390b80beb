/**
 * Long and made of words, yet among the first that an attacker tries: sayings, titles and first lines in every list of
 * breached passwords, and the example everyone knows. Lower case, without spaces, the longest first.
 */
export const FAMOUS_PHRASES = `
  correcthorsebatterystaple correctbatteryhorsestaple horsebatterystaple thequickbrownfoxjumpsoverthelazydog thequickbrownfox
  tobeornottobethatisthequestion tobeornottobe maytheforcebewithyou iamyourfather lukeiamyourfather
  winteriscoming valarmorghulis youknownothingjonsnow onceuponatime happilyeverafter callmeishmael
  itwasthebestoftimes inthebeginning inthebeginningwastheword godisgood godislove jesuslovesme jesusismylord
  letitbe allyouneedislove imagineallthepeople hellodarknessmyoldfriend
  wewillrockyou bohemianrhapsody stairwaytoheaven smellsliketeenspirit hotelcalifornia
  youshallnotpass oneringtorulethemall speakfriendandenter expectopatronum
  livelongandprosper beammeupscotty toinfinityandbeyond hakunamatata theansweris42 dontpanic
  carpediem cogitoergosum venividivici alliswell allyourbasearebelongtous
  opensesame letmeinplease iforgotmypassword thisismypassword mysecretpassword nevergonnagiveyouup
  maryhadalittlelamb twinkletwinklelittlestar happybirthdaytoyou rosesareredvioletsareblue
  anappleaday anappleadaykeepsthedoctoraway firstdonoharm
`
  .trim()
  .split(/\s+/)
  .sort((a, b) => b.length - a.length);
